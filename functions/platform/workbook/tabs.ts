/** Tabs of ours in every workbook, beside those of the registers. */
export const homeTab = { key: '_home', title: '首页' } as const;
export const openMattersTab = { key: '_openMatters', title: '待办' } as const;
export const listsTab = { key: '_lists', title: '引用' } as const;
/** Rows of closed months; made by the first closing. */
export const closedTab = { key: '_closed', title: '已结' } as const;
/** What each closed month came to; made by the first closing. */
export const closingTab = { key: '_closing', title: '月结' } as const;

/**
 * An id of our own for something in a spreadsheet, from its name: the same in every school.
 * FNV-1a folded to 31 bits, never 0 (0 is the first sheet that Google makes by itself).
 */
export function fixedId(name: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(`houqin/${name}`))
    hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 1) & 0x7fffffff || 1;
}

/** The sheet id of a tab, from its key, so that a renamed tab is still found. */
export function sheetIdOf(key: string): number {
  return fixedId(key);
}

/** `A` for 0, `Z` for 25, `AA` for 26. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** The index of a column from its letters. */
export function columnIndex(letters: string): number {
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A tab's name as A1 notation wants it. */
export function quoted(title: string): string {
  return `'${title.replaceAll("'", "''")}'`;
}

/** Tab and first column of a range in an answer, such as `'报修'!C1:C200`. */
export function partsOfRange(
  range: string,
): { readonly title: string; readonly column: number; readonly row: number } | undefined {
  const match = /^(?:'((?:[^']|'')*)'|([^'!]*))!([A-Z]*)(\d*)/.exec(range);
  if (!match) return undefined;
  const [, inQuotes, bare, letters = '', row = ''] = match;
  return {
    title: (inQuotes ?? bare ?? '').replaceAll("''", "'"),
    column: letters === '' ? 0 : columnIndex(letters),
    row: row === '' ? 0 : Number(row) - 1,
  };
}
