import { hasData, lastRowWithData } from '../last-row.ts';
import type { ClosedRange, GridRange, SheetState } from '../model.ts';
import { rangeInGrid } from '../ranges.ts';

/**
 * The table that `values.append` takes a range to mean: the block of cells without a blank row or
 * column through it that holds the last row with data in the range. Undefined if the range is blank.
 *
 * This is Google's guess, which misplaces rows where a table has gaps or another one touches it.
 */
export function guessTable(sheet: SheetState, range: GridRange): ClosedRange | undefined {
  const within = rangeInGrid(range, sheet);
  const row = lastRowWithData(sheet, within);
  if (row < 0) return undefined;
  const cells = sheet.rows[row] ?? [];
  const column = cells.findIndex(
    (cell, index) =>
      index >= within.startColumnIndex &&
      index < within.endColumnIndex &&
      cell?.value !== undefined,
  );
  return block(sheet, row, column);
}

function block(sheet: SheetState, row: number, column: number): ClosedRange {
  const { rowCount, columnCount } = sheet.properties.gridProperties;
  const box = { top: row, bottom: row + 1, left: column, right: column + 1 };
  for (let grown = true; grown; ) {
    const { top, bottom, left, right } = box;
    const beside = Math.max(0, left - 1);
    while (box.top > 0 && rowHasData(sheet, box.top - 1, beside, right + 1)) box.top -= 1;
    while (box.bottom < rowCount && rowHasData(sheet, box.bottom, beside, right + 1)) {
      box.bottom += 1;
    }
    if (box.left > 0 && columnHasData(sheet, box.left - 1, box.top, box.bottom)) box.left -= 1;
    if (box.right < columnCount && columnHasData(sheet, box.right, box.top, box.bottom)) {
      box.right += 1;
    }
    grown = top !== box.top || bottom !== box.bottom || left !== box.left || right !== box.right;
  }
  return {
    sheetId: sheet.properties.sheetId,
    startRowIndex: box.top,
    endRowIndex: box.bottom,
    startColumnIndex: box.left,
    endColumnIndex: box.right,
  };
}

function rowHasData(sheet: SheetState, row: number, start: number, end: number): boolean {
  return hasData(sheet.rows[row] ?? [], start, end);
}

/** Looks one row beyond as well, for cells that touch the block at a corner. */
function columnHasData(sheet: SheetState, column: number, top: number, bottom: number): boolean {
  for (let row = Math.max(0, top - 1); row < Math.min(bottom + 1, sheet.rows.length); row += 1) {
    if (sheet.rows[row]?.[column]?.value) return true;
  }
  return false;
}
