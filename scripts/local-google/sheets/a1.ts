import { invalidArgument } from '../errors.ts';
import type { GridRange, SheetState, SpreadsheetState } from './model.ts';

/** The ends of a range as A1 notation carries them; a missing one is open. */
export interface Ends {
  readonly startRowIndex?: number;
  readonly endRowIndex?: number;
  readonly startColumnIndex?: number;
  readonly endColumnIndex?: number;
}

/** Zero-based index to letters: 0 is A, 26 is AA. */
export function columnName(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Letters to zero-based index, in either case: A is 0, AA is 26. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

const cornerPattern = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d{0,7})?$/;

interface Corner {
  readonly column?: number;
  readonly row?: number;
}

function parseCorner(text: string): Corner | undefined {
  const match = cornerPattern.exec(text);
  if (!match || (match[1] === undefined && match[2] === undefined)) return undefined;
  return {
    ...(match[1] !== undefined && { column: columnIndex(match[1]) }),
    ...(match[2] !== undefined && { row: Number(match[2]) - 1 }),
  };
}

/** The cells part of A1 notation: `B2`, `A1:C3`, `A:C`, `1:3`, `A2:C`, corners in any order. */
export function parseCells(text: string): Ends | undefined {
  const parts = text.split(':');
  if (parts.length > 2) return undefined;
  const first = parseCorner(parts[0] ?? '');
  const last = parts.length === 2 ? parseCorner(parts[1] ?? '') : first;
  if (!first || !last) return undefined;
  if (parts.length === 1 && (first.row === undefined || first.column === undefined)) {
    return undefined;
  }
  const [startRow, endRow] = ordered(first.row, last.row);
  const [startColumn, endColumn] = ordered(first.column, last.column);
  return {
    ...(startRow !== undefined && { startRowIndex: startRow }),
    ...(endRow !== undefined && { endRowIndex: endRow + 1 }),
    ...(startColumn !== undefined && { startColumnIndex: startColumn }),
    ...(endColumn !== undefined && { endColumnIndex: endColumn + 1 }),
  };
}

function ordered(
  first: number | undefined,
  last: number | undefined,
): [number | undefined, number | undefined] {
  if (first !== undefined && last !== undefined && last < first) return [last, first];
  return [first, last];
}

/** The cells part alone: `A1:C3`, `A1`, `A:C`, `1:3`, `A2:C`; empty for a whole tab. */
export function printCells(range: Ends): string {
  const { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = range;
  const wholeRows = startColumnIndex === undefined && endColumnIndex === undefined;
  const wholeColumns = startRowIndex === undefined && endRowIndex === undefined;
  if (wholeRows && wholeColumns) return '';
  const startColumn = wholeRows ? '' : columnName(startColumnIndex ?? 0);
  const startRow = wholeColumns ? '' : `${(startRowIndex ?? 0) + 1}`;
  const endColumn = endColumnIndex === undefined ? '' : columnName(endColumnIndex - 1);
  const endRow = endRowIndex === undefined ? '' : `${endRowIndex}`;
  const start = startColumn + startRow;
  const end = endColumn + endRow;
  const single = end === start && !wholeRows && !wholeColumns;
  return end === '' || single ? start : `${start}:${end}`;
}

const plainTitle = /^[A-Za-z_][A-Za-z0-9_]*$/;
const readsAsCell = /^([A-Za-z]{1,3}\d+|[Rr]\d*([Cc]\d*)?|[Cc]\d*)$/;

/** A tab's title as it stands before `!`: in quotes only where Google needs them. */
export function quoteTitle(title: string): string {
  if (plainTitle.test(title) && !readsAsCell.test(title)) return title;
  return `'${title.replaceAll("'", "''")}'`;
}

/** A range as Google prints it in its answers: `Sheet1!A1:C3`, `'报修'!A:C`, `'报修'`. */
export function printRange(title: string, range: Ends): string {
  const cells = printCells(range);
  return cells === '' ? quoteTitle(title) : `${quoteTitle(title)}!${cells}`;
}

/**
 * What a range in A1 notation means in this spreadsheet: cells of a named tab or of the first
 * visible one, a whole tab by its title, or a named range.
 *
 * Throws 400 `Unable to parse range: …`.
 */
export function parseRange(spreadsheet: SpreadsheetState, text: string): GridRange {
  const range = resolveRange(spreadsheet, text.trim());
  if (!range) throw invalidArgument(`Unable to parse range: ${text}`);
  return range;
}

function resolveRange(spreadsheet: SpreadsheetState, text: string): GridRange | undefined {
  const quoted = /^'((?:[^']|'')+)'(?:!(.*))?$/.exec(text);
  if (quoted) {
    const title = (quoted[1] ?? '').replaceAll("''", "'");
    return cellsOf(sheetTitled(spreadsheet, title), quoted[2]);
  }
  const bang = text.lastIndexOf('!');
  if (bang >= 0) {
    return cellsOf(sheetTitled(spreadsheet, text.slice(0, bang)), text.slice(bang + 1));
  }
  const cells = parseCells(text);
  if (cells) {
    const first = spreadsheet.sheets.find((sheet) => !sheet.properties.hidden);
    return first && { sheetId: first.properties.sheetId, ...cells };
  }
  const named = spreadsheet.namedRanges.find(
    ({ name }) => name.toLowerCase() === text.toLowerCase(),
  );
  return named?.range ?? cellsOf(sheetTitled(spreadsheet, text), undefined);
}

function cellsOf(sheet: SheetState | undefined, cells: string | undefined): GridRange | undefined {
  if (!sheet) return undefined;
  if (cells === undefined) return { sheetId: sheet.properties.sheetId };
  const ends = parseCells(cells);
  return ends && { sheetId: sheet.properties.sheetId, ...ends };
}

/** The tab of that title; titles differ by more than case, so case is forgiven. */
export function sheetTitled(spreadsheet: SpreadsheetState, title: string): SheetState | undefined {
  return (
    spreadsheet.sheets.find((sheet) => sheet.properties.title === title) ??
    spreadsheet.sheets.find((sheet) => sheet.properties.title.toLowerCase() === title.toLowerCase())
  );
}
