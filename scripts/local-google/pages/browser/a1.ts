/** A rectangle of cells; zero-based, the ends are not part of it. */
export interface Area {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** `A`, `Z`, `AA` for 0, 25, 26. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

/** `A12`, or `A12:C14` for more than a cell. */
export function areaName({ top, bottom, left, right }: Area): string {
  const first = `${columnLetters(left)}${top + 1}`;
  const last = `${columnLetters(right - 1)}${bottom}`;
  return first === last ? first : `${first}:${last}`;
}

/** A range of a tab as the API reads it: `'报修'!A1:C9`. */
export function rangeName(title: string, area: Area): string {
  return `'${title.replaceAll("'", "''")}'!${areaName(area)}`;
}

/** The top left cell of `A12` or `A12:C14`; undefined if it is something else. */
export function cellNamed(text: string): { row: number; column: number } | undefined {
  const [, letters, digits] = /^([A-Za-z]{1,3})([1-9]\d*)(?::|$)/.exec(text) ?? [];
  if (letters === undefined || digits === undefined) return undefined;
  const column = [...letters.toUpperCase()].reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  );
  return { row: Number(digits) - 1, column: column - 1 };
}

/** Whether two areas share a cell. */
export function overlap(one: Area, other: Area): boolean {
  return (
    one.top < other.bottom &&
    other.top < one.bottom &&
    one.left < other.right &&
    other.left < one.right
  );
}

/** Whether an area lies wholly in another. */
export function within(inner: Area, outer: Area): boolean {
  return (
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom &&
    inner.left >= outer.left &&
    inner.right <= outer.right
  );
}

/** One cell. */
export function cellArea(row: number, column: number): Area {
  return { top: row, bottom: row + 1, left: column, right: column + 1 };
}
