import type { GridRange, Row, SheetState } from './model.ts';

/**
 * Index of the last row of a range in which a cell has a value or a formula; −1 if none has. Looks,
 * notes and validation rules are not data.
 */
export function lastRowWithData(sheet: SheetState, range: GridRange): number {
  const { startRowIndex = 0, endRowIndex = Infinity } = range;
  const { startColumnIndex = 0, endColumnIndex = Infinity } = range;
  for (let row = Math.min(sheet.rows.length, endRowIndex) - 1; row >= startRowIndex; row -= 1) {
    if (hasData(sheet.rows[row] ?? [], startColumnIndex, endColumnIndex)) return row;
  }
  return -1;
}

/** Whether a cell of the row, between two columns, has a value or a formula. */
export function hasData(row: Row, startColumn: number, endColumn: number): boolean {
  for (let column = startColumn; column < Math.min(row.length, endColumn); column += 1) {
    if (row[column]?.value) return true;
  }
  return false;
}
