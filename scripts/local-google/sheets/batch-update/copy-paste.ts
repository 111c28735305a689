import { writeCells } from '../cell-writing.ts';
import type { Edit } from '../edit.ts';
import { growGrid } from '../grid-size.ts';
import type { ClosedRange, GridRange } from '../model.ts';
import { covers, gridRangeFrom, intersects, isEmpty, rangeInGrid } from '../ranges.ts';
import { createRendering } from '../render.ts';
import type { RequestHandler } from './index.ts';
import { copiedBy, pasteOf } from './pasting.ts';

/** Copies a range, again and again if the destination is a multiple of it. */
export const copyPaste: RequestHandler<'copyPaste'> = (request, edit) => {
  const asked = gridRangeFrom(request.source);
  const source = rangeInGrid(asked, edit.sheet(asked.sheetId));
  if (isEmpty(source)) return;
  const transposed = request.pasteOrientation === 'TRANSPOSE';
  const size = sizeOf(source);
  const tile = transposed ? { rows: size.columns, columns: size.rows } : size;
  const target = targetOf(edit, gridRangeFrom(request.destination), tile);
  const paste = pasteOf(request.pasteType);
  const rendering = createRendering(edit.snapshot(), edit.formulas);
  const before = edit.sheet(source.sheetId).rows;
  if ((request.pasteType ?? 'PASTE_NORMAL') === 'PASTE_NORMAL' && !transposed) {
    copyMerges(edit, source, target);
  }
  writeCells(edit, target, (there, row, column) => {
    const down = (row - target.startRowIndex) % tile.rows;
    const right = (column - target.startColumnIndex) % tile.columns;
    const fromRow = source.startRowIndex + (transposed ? right : down);
    const fromColumn = source.startColumnIndex + (transposed ? down : right);
    const cell = copiedBy(before[fromRow]?.[fromColumn], row - fromRow, column - fromColumn);
    return paste(there, cell, rendering.effective(source.sheetId, fromRow, fromColumn));
  });
};

interface Size {
  readonly rows: number;
  readonly columns: number;
}

function sizeOf(range: ClosedRange): Size {
  return {
    rows: range.endRowIndex - range.startRowIndex,
    columns: range.endColumnIndex - range.startColumnIndex,
  };
}

/** The cells a copy fills: the whole destination if it is a multiple, else one copy; may grow. */
function targetOf(edit: Edit, destination: GridRange, tile: Size): ClosedRange {
  const range = rangeInGrid(destination, edit.sheet(destination.sheetId));
  const { rows, columns } = sizeOf(range);
  const height = rows > 0 && rows % tile.rows === 0 ? rows : tile.rows;
  const width = columns > 0 && columns % tile.columns === 0 ? columns : tile.columns;
  const target = {
    ...range,
    endRowIndex: range.startRowIndex + height,
    endColumnIndex: range.startColumnIndex + width,
  };
  growGrid(edit, target.sheetId, { rows: target.endRowIndex, columns: target.endColumnIndex });
  return target;
}

function copyMerges(edit: Edit, source: ClosedRange, target: ClosedRange): void {
  const copied = edit.sheet(source.sheetId).merges.filter((merge) => covers(source, merge));
  const kept = edit.sheet(target.sheetId).merges.filter((merge) => !intersects(merge, target));
  const tile = sizeOf(source);
  const { rows, columns } = sizeOf(target);
  const added: ClosedRange[] = [];
  for (let down = 0; down < rows; down += tile.rows) {
    for (let right = 0; right < columns; right += tile.columns) {
      const rowsAway = target.startRowIndex + down - source.startRowIndex;
      const columnsAway = target.startColumnIndex + right - source.startColumnIndex;
      added.push(
        ...copied.map((merge) => movedRange(merge, target.sheetId, rowsAway, columnsAway)),
      );
    }
  }
  edit.changeSheet(target.sheetId, { merges: [...kept, ...added] });
}

/** The range so many rows and columns away. */
export function movedRange(
  range: ClosedRange,
  sheetId: number,
  rows: number,
  columns: number,
): ClosedRange {
  return {
    sheetId,
    startRowIndex: range.startRowIndex + rows,
    endRowIndex: range.endRowIndex + rows,
    startColumnIndex: range.startColumnIndex + columns,
    endColumnIndex: range.endColumnIndex + columns,
  };
}
