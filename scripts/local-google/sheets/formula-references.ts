import { columnIndex, columnName, type Ends, quoteTitle } from './a1.ts';
import type { GridRange } from './model.ts';
import type { RangeMap } from './range-map.ts';

/**
 * Whatever a formula is made of, references first among what starts alike. Texts, bracketed column
 * names of tables and other names are matched too, so that nothing inside them looks like a cell.
 */
const token =
  /"(?:[^"]|"")*"|\[[^\]]*\]|(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}(?:\$?\d+)?|:\$?\d+)?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?:\$?\d+)?|\$?\d+:\$?(?:[A-Za-z]{1,3}\$?)?\d+)(?![\p{L}\p{N}_(.!])|[\p{L}_][\p{L}\p{N}_.]*|\d+(?:\.\d+)?/gu;

interface Corner {
  readonly column?: number;
  readonly columnFixed: boolean;
  readonly row?: number;
  readonly rowFixed: boolean;
}

/** One reference of a formula. `title` is the tab's as it is called, without quotes. */
interface Reference {
  readonly title?: string;
  readonly start: Corner;
  readonly end: Corner;
  readonly single: boolean;
}

const lost = '#REF!';

/** The formula with each reference replaced; `undefined` keeps one as it is written. */
function replaceReferences(
  formula: string,
  replace: (reference: Reference) => string | undefined,
): string {
  return formula.replaceAll(token, (text, prefix?: string, cells?: string) => {
    if (cells === undefined) return text;
    const [first = '', last] = cells.split(':');
    const start = cornerOf(first);
    const title = prefix === undefined ? undefined : unquote(prefix);
    const reference: Reference = {
      ...(title !== undefined && { title }),
      start,
      end: last === undefined ? start : cornerOf(last),
      single: last === undefined,
    };
    return replace(reference) ?? text;
  });
}

function unquote(prefix: string): string {
  return prefix.startsWith("'") ? prefix.slice(1, -1).replaceAll("''", "'") : prefix;
}

function cornerOf(text: string): Corner {
  const match = /^(?:(\$?)([A-Za-z]{1,3}))?(?:(\$?)(\d+))?$/.exec(text);
  const [, columnMark, letters, rowMark, digits] = match ?? [];
  return {
    ...(letters !== undefined && { column: columnIndex(letters) }),
    columnFixed: columnMark === '$',
    ...(digits !== undefined && { row: Number(digits) - 1 }),
    rowFixed: rowMark === '$',
  };
}

function printCorner({ column, columnFixed, row, rowFixed }: Corner): string {
  const letters = column === undefined ? '' : (columnFixed ? '$' : '') + columnName(column);
  return letters + (row === undefined ? '' : `${rowFixed ? '$' : ''}${row + 1}`);
}

function print({ title, start, end, single }: Reference): string {
  const cells = single ? printCorner(start) : `${printCorner(start)}:${printCorner(end)}`;
  return title === undefined ? cells : `${quoteTitle(title)}!${cells}`;
}

function endsOf({ start, end }: Reference): Ends {
  return {
    ...(start.row !== undefined && { startRowIndex: start.row }),
    ...(end.row !== undefined && { endRowIndex: end.row + 1 }),
    ...(start.column !== undefined && { startColumnIndex: start.column }),
    ...(end.column !== undefined && { endColumnIndex: end.column + 1 }),
  };
}

function withEnds(reference: Reference, ends: Ends): Reference {
  const { row: _r, column: _c, ...start } = reference.start;
  const { row: _er, column: _ec, ...end } = reference.end;
  return {
    ...reference,
    start: {
      ...start,
      ...(reference.start.row !== undefined && { row: ends.startRowIndex ?? 0 }),
      ...(reference.start.column !== undefined && { column: ends.startColumnIndex ?? 0 }),
    },
    end: {
      ...end,
      ...(ends.endRowIndex !== undefined && { row: ends.endRowIndex - 1 }),
      ...(ends.endColumnIndex !== undefined && { column: ends.endColumnIndex - 1 }),
    },
  };
}

/** The tabs of a spreadsheet as formulas name them. */
export interface Titles {
  /** Undefined for a title no tab has. */
  sheetIdOf(title: string): number | undefined;
  titleOf(sheetId: number): string;
}

/** The formula after cells moved; a reference to cells that are gone becomes `#REF!`. */
export function followCells(
  formula: string,
  { home, titles, map }: { home: number; titles: Titles; map: RangeMap },
): string {
  return replaceReferences(formula, (reference) => {
    const sheetId = reference.title === undefined ? home : titles.sheetIdOf(reference.title);
    if (sheetId === undefined) return undefined;
    const before: GridRange = { sheetId, ...endsOf(reference) };
    const after = map(before);
    if (after === before) return undefined;
    if (!after) return lost;
    const { sheetId: at, ...ends } = after;
    const moved = withEnds(reference, ends);
    return print(at === sheetId ? moved : { ...moved, title: titles.titleOf(at) });
  });
}

/** The formula as it reads when copied so many rows and columns away: fixed parts stay. */
export function offsetReferences(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return replaceReferences(formula, (reference) => {
    const start = offsetCorner(reference.start, rows, columns);
    const end = offsetCorner(reference.end, rows, columns);
    return start && end ? print({ ...reference, start, end }) : lost;
  });
}

function offsetCorner(corner: Corner, rows: number, columns: number): Corner | undefined {
  const row = corner.row === undefined || corner.rowFixed ? corner.row : corner.row + rows;
  const column =
    corner.column === undefined || corner.columnFixed ? corner.column : corner.column + columns;
  if ((row ?? 0) < 0 || (column ?? 0) < 0) return undefined;
  return { ...corner, ...(row !== undefined && { row }), ...(column !== undefined && { column }) };
}

/** The formula for a cell that went to another tab: what it named on its own tab stays named. */
export function qualifyReferences(formula: string, title: string): string {
  return replaceReferences(formula, (reference) =>
    reference.title === undefined ? print({ ...reference, title }) : undefined,
  );
}

/** The formula after a tab got another title, or, without one, was deleted. */
export function renameSheet(formula: string, from: string, to: string | undefined): string {
  return replaceReferences(formula, (reference) => {
    if (reference.title?.toLowerCase() !== from.toLowerCase()) return undefined;
    return to === undefined ? lost : print({ ...reference, title: to });
  });
}
