import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { type GoogleError, invalidArgument } from '../errors.ts';
import { printRange } from './a1.ts';
import type { ClosedRange, GridRange, SheetState } from './model.ts';

/** The range as the contract carries it, with nulls gone and `sheetId` 0 when it was left out. */
export function gridRangeFrom(range: sheets_v4.Schema$GridRange | null | undefined): GridRange {
  const { sheetId, startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = range ?? {};
  return {
    sheetId: sheetId ?? 0,
    ...(typeof startRowIndex === 'number' && { startRowIndex }),
    ...(typeof endRowIndex === 'number' && { endRowIndex }),
    ...(typeof startColumnIndex === 'number' && { startColumnIndex }),
    ...(typeof endColumnIndex === 'number' && { endColumnIndex }),
  };
}

/**
 * The cells of the range that the grid has. As Google does, a range may end past the grid or hold
 * no cell at all, but not start outside.
 *
 * Throws 400 `Range (…) exceeds grid limits. Max rows: …, max columns: …`.
 */
export function rangeInGrid(range: GridRange, sheet: SheetState): ClosedRange {
  checkDirection(range);
  const { rowCount, columnCount } = sheet.properties.gridProperties;
  const startRowIndex = range.startRowIndex ?? 0;
  const startColumnIndex = range.startColumnIndex ?? 0;
  if (startRowIndex >= rowCount || startColumnIndex >= columnCount) {
    throw exceedsGrid(range, sheet);
  }
  return {
    sheetId: range.sheetId,
    startRowIndex,
    endRowIndex: Math.min(rowCount, range.endRowIndex ?? rowCount),
    startColumnIndex,
    endColumnIndex: Math.min(columnCount, range.endColumnIndex ?? columnCount),
  };
}

function checkDirection(range: GridRange): void {
  for (const name of ['Row', 'Column'] as const) {
    const start = range[`start${name}Index`] ?? 0;
    const end = range[`end${name}Index`] ?? Infinity;
    if (start < 0) throw invalidArgument(`start${name}Index[${start}] cannot be negative`);
    if (end < start) {
      throw invalidArgument(`end${name}Index[${end}] cannot be before start${name}Index[${start}]`);
    }
  }
}

/** 400: the range reaches where the grid has no cells. */
export function exceedsGrid(range: GridRange, sheet: SheetState): GoogleError {
  const { rowCount, columnCount } = sheet.properties.gridProperties;
  const where = printRange(sheet.properties.title, range);
  return invalidArgument(
    `Range (${where}) exceeds grid limits. Max rows: ${rowCount}, max columns: ${columnCount}`,
  );
}

/** The part of the range that lies in the grid; undefined if none does. Never throws. */
export function clipRange(range: GridRange, sheet: SheetState): ClosedRange | undefined {
  const { rowCount, columnCount } = sheet.properties.gridProperties;
  const clipped = {
    sheetId: range.sheetId,
    startRowIndex: Math.max(0, range.startRowIndex ?? 0),
    endRowIndex: Math.min(rowCount, range.endRowIndex ?? rowCount),
    startColumnIndex: Math.max(0, range.startColumnIndex ?? 0),
    endColumnIndex: Math.min(columnCount, range.endColumnIndex ?? columnCount),
  };
  return isEmpty(clipped) ? undefined : clipped;
}

/** Whether the range holds no cell. */
export function isEmpty(range: ClosedRange): boolean {
  return range.startRowIndex >= range.endRowIndex || range.startColumnIndex >= range.endColumnIndex;
}

/** Whether two ranges share at least one cell; open ends reach everywhere. */
export function intersects(one: GridRange, other: GridRange): boolean {
  return intersection(one, other) !== undefined;
}

/** The cells two ranges share, as open as both are; undefined if there are none. */
function intersection(one: GridRange, other: GridRange): GridRange | undefined {
  if (one.sheetId !== other.sheetId) return undefined;
  const startRow = Math.max(one.startRowIndex ?? 0, other.startRowIndex ?? 0);
  const startColumn = Math.max(one.startColumnIndex ?? 0, other.startColumnIndex ?? 0);
  const endRow = Math.min(one.endRowIndex ?? Infinity, other.endRowIndex ?? Infinity);
  const endColumn = Math.min(one.endColumnIndex ?? Infinity, other.endColumnIndex ?? Infinity);
  if (startRow >= endRow || startColumn >= endColumn) return undefined;
  return {
    sheetId: one.sheetId,
    ...(startRow > 0 && { startRowIndex: startRow }),
    ...(endRow < Infinity && { endRowIndex: endRow }),
    ...(startColumn > 0 && { startColumnIndex: startColumn }),
    ...(endColumn < Infinity && { endColumnIndex: endColumn }),
  };
}

/** Whether `outer` covers every cell of `inner`. */
export function covers(outer: GridRange, inner: GridRange): boolean {
  return (
    outer.sheetId === inner.sheetId &&
    (outer.startRowIndex ?? 0) <= (inner.startRowIndex ?? 0) &&
    (outer.startColumnIndex ?? 0) <= (inner.startColumnIndex ?? 0) &&
    (outer.endRowIndex ?? Infinity) >= (inner.endRowIndex ?? Infinity) &&
    (outer.endColumnIndex ?? Infinity) >= (inner.endColumnIndex ?? Infinity)
  );
}

/** Whether the cell lies in the range; the range's tab is not looked at. */
export function holds(range: GridRange, row: number, column: number): boolean {
  return (
    row >= (range.startRowIndex ?? 0) &&
    row < (range.endRowIndex ?? Infinity) &&
    column >= (range.startColumnIndex ?? 0) &&
    column < (range.endColumnIndex ?? Infinity)
  );
}

/** The range of one cell. */
export function cellRange(sheetId: number, row: number, column: number): ClosedRange {
  return {
    sheetId,
    startRowIndex: row,
    endRowIndex: row + 1,
    startColumnIndex: column,
    endColumnIndex: column + 1,
  };
}
