import { tidy } from './cell-data.ts';
import type { Edit } from './edit.ts';
import { changeGrid } from './grid-size.ts';
import type { Cell, Dimension, GridRange, Row, SheetState } from './model.ts';
import { requireEditable } from './protection.ts';
import { type DimensionName, deletion, insertion, movement, type Span } from './range-map.ts';
import { followMovedCells } from './shift.ts';

/** Rows or columns of one tab. */
export interface Lines {
  readonly sheetId: number;
  readonly dimension: DimensionName;
}

/** How many rows or columns the grid has. */
export function lineCount(sheet: SheetState, dimension: DimensionName): number {
  const { rowCount, columnCount } = sheet.properties.gridProperties;
  return dimension === 'ROWS' ? rowCount : columnCount;
}

/** Whole rows or columns as a range. */
function linesRange({ sheetId, dimension }: Lines, { start, end }: Span): GridRange {
  return dimension === 'ROWS'
    ? { sheetId, startRowIndex: start, endRowIndex: end }
    : { sheetId, startColumnIndex: start, endColumnIndex: end };
}

/**
 * Inserts empty rows or columns before index `at`; they look like the line at `like`, if one is
 * named.
 *
 * Throws 400 inside a range that the caller may not edit, or over the limit of cells.
 */
export function insertLines(
  edit: Edit,
  lines: Lines,
  at: number,
  count: number,
  like?: number,
): void {
  requireInsertable(edit, lines, at);
  const { sheetId, dimension } = lines;
  const sheet = edit.sheet(sheetId);
  changeLineCount(edit, lines, count, (frozen) => (at < frozen ? frozen + count : frozen));
  edit.changeSheet(sheetId, {
    ...(dimension === 'ROWS'
      ? withRows(sheet, at, count, like)
      : withColumns(sheet, at, count, like)),
  });
  followMovedCells(edit, sheetId, insertion(lines, at, count));
}

function withRows(
  sheet: SheetState,
  at: number,
  count: number,
  like: number | undefined,
): Partial<SheetState> {
  const blank: Row = like === undefined ? [] : (sheet.rows[like] ?? []).map(looksOf);
  const size = like === undefined ? undefined : sizeOf(sheet.rowDimensions[like]);
  return {
    rows: spliced<Row>(sheet.rows, at, new Array<Row>(count).fill(blank), []),
    rowDimensions: spliced(sheet.rowDimensions, at, new Array(count).fill(size), undefined),
  };
}

function withColumns(
  sheet: SheetState,
  at: number,
  count: number,
  like: number | undefined,
): Partial<SheetState> {
  const size = like === undefined ? undefined : sizeOf(sheet.columnDimensions[like]);
  return {
    rows: sheet.rows.map((row) => {
      const blank = like === undefined ? undefined : looksOf(row[like]);
      if (at >= row.length && blank === undefined) return row;
      return spliced(row, at, new Array<Cell | undefined>(count).fill(blank), undefined);
    }),
    columnDimensions: spliced(sheet.columnDimensions, at, new Array(count).fill(size), undefined),
  };
}

/** What a new cell takes from its neighbour: how it looks and what may be entered, no content. */
function looksOf(cell: Cell | undefined): Cell | undefined {
  return (
    cell &&
    tidy({
      ...(cell.format && { format: cell.format }),
      ...(cell.validation && { validation: cell.validation }),
    })
  );
}

function sizeOf(dimension: Dimension | undefined): Dimension | undefined {
  return dimension?.pixelSize === undefined ? undefined : { pixelSize: dimension.pixelSize };
}

/** The list with items put in at an index, which may lie behind its end. */
function spliced<T>(list: readonly T[], at: number, items: readonly T[], filler: T): T[] {
  const before = list.slice(0, at);
  while (before.length < at) before.push(filler);
  return [...before, ...items, ...list.slice(at)];
}

/** Makes the grid larger or smaller; lines put into the frozen part are frozen too. */
function changeLineCount(
  edit: Edit,
  { sheetId, dimension }: Lines,
  difference: number,
  frozenAfter: (frozen: number) => number,
): void {
  const { gridProperties: grid } = edit.sheet(sheetId).properties;
  const members =
    dimension === 'ROWS'
      ? { rowCount: grid.rowCount + difference, ...frozen('frozenRowCount', grid.frozenRowCount) }
      : {
          columnCount: grid.columnCount + difference,
          ...frozen('frozenColumnCount', grid.frozenColumnCount),
        };
  changeGrid(edit, sheetId, members);

  function frozen(name: 'frozenRowCount' | 'frozenColumnCount', count: number | undefined) {
    return count === undefined ? {} : { [name]: frozenAfter(count) };
  }
}

/** Deletes rows or columns. Throws 400 if the caller may not edit all of their cells. */
export function deleteLines(edit: Edit, lines: Lines, gone: Span): void {
  const { sheetId, dimension } = lines;
  requireEditable(edit, sheetId, linesRange(lines, gone));
  const sheet = edit.sheet(sheetId);
  changeLineCount(edit, lines, gone.start - gone.end, (frozen) =>
    frozen <= gone.start ? frozen : Math.max(gone.start, frozen + gone.start - gone.end),
  );
  edit.changeSheet(
    sheetId,
    dimension === 'ROWS'
      ? { rows: cut(sheet.rows, gone), rowDimensions: cut(sheet.rowDimensions, gone) }
      : {
          rows: sheet.rows.map((row) => (row.length > gone.start ? cut(row, gone) : row)),
          columnDimensions: cut(sheet.columnDimensions, gone),
        },
  );
  followMovedCells(edit, sheetId, deletion(lines, gone));
}

function cut<T>(list: readonly T[], { start, end }: Span): readonly T[] {
  return start >= list.length ? list : [...list.slice(0, start), ...list.slice(end)];
}

/** Moves rows or columns before the one that is now at `before`. Throws 400 if not allowed. */
export function moveLines(edit: Edit, lines: Lines, moved: Span, before: number): void {
  const { sheetId, dimension } = lines;
  requireEditable(edit, sheetId, linesRange(lines, moved));
  requireInsertable(edit, lines, before);
  const sheet = edit.sheet(sheetId);
  edit.changeSheet(
    sheetId,
    dimension === 'ROWS'
      ? {
          rows: rearranged<Row>(sheet.rows, moved, before, []),
          rowDimensions: rearranged(sheet.rowDimensions, moved, before, undefined),
        }
      : {
          rows: sheet.rows.map((row) => rearranged(row, moved, before, undefined)),
          columnDimensions: rearranged(sheet.columnDimensions, moved, before, undefined),
        },
  );
  followMovedCells(edit, sheetId, movement(lines, moved, before));
}

function rearranged<T>(list: readonly T[], moved: Span, before: number, filler: T): readonly T[] {
  if (list.length <= Math.min(moved.start, before)) return list;
  const padded = list.slice();
  while (padded.length < Math.max(moved.end, before)) padded.push(filler);
  const block = padded.splice(moved.start, moved.end - moved.start);
  const target = before > moved.start ? before - block.length : before;
  return [...padded.slice(0, target), ...block, ...padded.slice(target)];
}

/** Throws 400 if a new line at that index would fall into a range the caller may not edit. */
function requireInsertable(edit: Edit, lines: Lines, at: number): void {
  const rows = lines.dimension === 'ROWS';
  for (const { range } of edit.sheet(lines.sheetId).protectedRanges) {
    const start = (rows ? range.startRowIndex : range.startColumnIndex) ?? -Infinity;
    const end = (rows ? range.endRowIndex : range.endColumnIndex) ?? Infinity;
    if (start < at && at < end) requireEditable(edit, lines.sheetId, range);
  }
}
