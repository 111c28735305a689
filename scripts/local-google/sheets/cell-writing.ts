import { withValue } from './cell-data.ts';
import type { Edit } from './edit.ts';
import type { Cell, ClosedRange, SheetState } from './model.ts';
import { requireEditable } from './protection.ts';
import { holds, intersects, isEmpty } from './ranges.ts';
import { nameColumnsByHeaders } from './table-headers.ts';

/**
 * Puts a cell at every place of a range that lies in the grid; `cellAt` makes it from the one
 * before. Cells under a merge keep no value, and tables take their columns' names from their
 * headers.
 *
 * Throws 400 if the caller may not edit all of the range; then nothing was written.
 */
export function writeCells(
  edit: Edit,
  range: ClosedRange,
  cellAt: (before: Cell | undefined, row: number, column: number) => Cell | undefined,
): void {
  if (isEmpty(range)) return;
  const { sheetId } = range;
  requireEditable(edit, sheetId, range);
  const covered = coveredCells(edit.sheet(sheetId), range);
  for (let row = range.startRowIndex; row < range.endRowIndex; row += 1) {
    for (let column = range.startColumnIndex; column < range.endColumnIndex; column += 1) {
      const before = edit.cell(sheetId, row, column);
      const after = cellAt(before, row, column);
      if (after === before) continue;
      const shown = covered(row, column) ? withValue(after, undefined) : after;
      edit.setCell(sheetId, row, column, shown);
    }
  }
  nameColumnsByHeaders(edit, range);
}

/** Tells the cells that lie under a merge and are not its first one. */
function coveredCells(
  sheet: SheetState,
  range: ClosedRange,
): (row: number, column: number) => boolean {
  const merges = sheet.merges.filter((merge) => intersects(merge, range));
  if (merges.length === 0) return () => false;
  return (row, column) =>
    merges.some(
      (merge) =>
        holds(merge, row, column) &&
        (row !== merge.startRowIndex || column !== merge.startColumnIndex),
    );
}
