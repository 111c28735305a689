import type { Edit } from '../edit.ts';
import { growGrid } from '../grid-size.ts';
import { hasData } from '../last-row.ts';
import type { ClosedRange } from '../model.ts';
import { requireEditable } from '../protection.ts';
import { type DimensionName, deletion, insertion, type Place } from '../range-map.ts';
import { followMovedCells } from '../shift.ts';

/** Puts empty cells into a range; those there and behind move down or to the right. */
export function openBand(edit: Edit, range: ClosedRange, dimension: DimensionName): void {
  const count = sizeAlong(range, dimension);
  requireEditable(edit, range.sheetId, pathOf(range, dimension));
  makeRoom(edit, range, dimension, count);
  const start = startAlong(range, dimension);
  moveBand(edit, range, dimension, (at) => (at < start + count ? undefined : at - count));
  followMovedCells(edit, range.sheetId, insertion(placeOf(range, dimension), start, count));
}

/** Takes the cells of a range out; those behind move up or to the left. */
export function closeBand(edit: Edit, range: ClosedRange, dimension: DimensionName): void {
  const count = sizeAlong(range, dimension);
  requireEditable(edit, range.sheetId, pathOf(range, dimension));
  const start = startAlong(range, dimension);
  const edge = edgeOf(edit, range.sheetId, dimension);
  moveBand(edit, range, dimension, (at) => (at + count < edge ? at + count : undefined));
  const gone = { start, end: start + count };
  followMovedCells(edit, range.sheetId, deletion(placeOf(range, dimension), gone));
}

function sizeAlong(range: ClosedRange, dimension: DimensionName): number {
  return dimension === 'ROWS'
    ? range.endRowIndex - range.startRowIndex
    : range.endColumnIndex - range.startColumnIndex;
}

function startAlong(range: ClosedRange, dimension: DimensionName): number {
  return dimension === 'ROWS' ? range.startRowIndex : range.startColumnIndex;
}

function edgeOf(edit: Edit, sheetId: number, dimension: DimensionName): number {
  const { rowCount, columnCount } = edit.sheet(sheetId).properties.gridProperties;
  return dimension === 'ROWS' ? rowCount : columnCount;
}

/** All cells that move: from the range to the edge of the grid. */
function pathOf(range: ClosedRange, dimension: DimensionName) {
  if (dimension === 'ROWS') {
    const { endRowIndex: _end, ...path } = range;
    return path;
  }
  const { endColumnIndex: _end, ...path } = range;
  return path;
}

function placeOf(range: ClosedRange, dimension: DimensionName): Place {
  const band =
    dimension === 'ROWS'
      ? { start: range.startColumnIndex, end: range.endColumnIndex }
      : { start: range.startRowIndex, end: range.endRowIndex };
  return { sheetId: range.sheetId, dimension, band };
}

/** The grid grows if cells with data would be pushed over its edge. */
function makeRoom(edit: Edit, range: ClosedRange, dimension: DimensionName, count: number): void {
  const sheet = edit.sheet(range.sheetId);
  const { rowCount, columnCount } = sheet.properties.gridProperties;
  const [firstRow, lastRow, firstColumn, lastColumn] =
    dimension === 'ROWS'
      ? [rowCount - count, rowCount, range.startColumnIndex, range.endColumnIndex]
      : [range.startRowIndex, range.endRowIndex, columnCount - count, columnCount];
  const pushed = sheet.rows
    .slice(Math.max(0, firstRow), lastRow)
    .some((row) => hasData(row, Math.max(0, firstColumn), lastColumn));
  if (!pushed) return;
  growGrid(edit, range.sheetId, {
    rows: dimension === 'ROWS' ? rowCount + count : rowCount,
    columns: dimension === 'COLUMNS' ? columnCount + count : columnCount,
  });
}

/** Rewrites the band from its start on; `from` tells which line each place takes its cells from. */
function moveBand(
  edit: Edit,
  range: ClosedRange,
  dimension: DimensionName,
  from: (at: number) => number | undefined,
): void {
  const { sheetId, startRowIndex, startColumnIndex } = range;
  const rows = dimension === 'ROWS';
  const before = edit.sheet(sheetId).rows.slice();
  const edge = edgeOf(edit, sheetId, dimension);
  const reach = (length: number) => Math.min(edge, length + sizeAlong(range, dimension));
  const endRow = rows ? reach(before.length) : Math.min(range.endRowIndex, before.length);
  for (let row = startRowIndex; row < endRow; row += 1) {
    const endColumn = rows ? range.endColumnIndex : reach(before[row]?.length ?? 0);
    for (let column = startColumnIndex; column < endColumn; column += 1) {
      const source = from(rows ? row : column);
      const cell = rows ? before[source ?? -1]?.[column] : before[row]?.[source ?? -1];
      edit.setCell(sheetId, row, column, cell);
    }
  }
}
