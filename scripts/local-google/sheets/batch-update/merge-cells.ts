import { invalidArgument } from '../../errors.ts';
import { withValue } from '../cell-data.ts';
import { writeCells } from '../cell-writing.ts';
import type { ClosedRange } from '../model.ts';
import { covers, gridRangeFrom, intersects, isEmpty, rangeInGrid } from '../ranges.ts';
import type { RequestHandler } from './index.ts';

/** Merges cells; all but the first of each merge lose their value. */
export const mergeCells: RequestHandler<'mergeCells'> = (request, edit) => {
  const asked = gridRangeFrom(request.range);
  const sheet = edit.sheet(asked.sheetId);
  const range = rangeInGrid(asked, sheet);
  if (isEmpty(range)) return;
  if (sheet.tables.some((table) => intersects(table.range, range))) {
    throw invalidArgument('You cannot merge cells in a table.');
  }
  const others = sheet.merges.filter((merge) => !covers(range, merge));
  if (others.some((merge) => intersects(merge, range))) {
    throw invalidArgument('You must select all cells in a merged range to merge or unmerge them.');
  }
  const added = piecesOf(range, request.mergeType).filter(
    (piece) =>
      piece.endRowIndex - piece.startRowIndex > 1 ||
      piece.endColumnIndex - piece.startColumnIndex > 1,
  );
  edit.changeSheet(asked.sheetId, { merges: [...others, ...added] });
  for (const piece of added) {
    writeCells(edit, piece, (before, row, column) =>
      row === piece.startRowIndex && column === piece.startColumnIndex
        ? before
        : before?.value && withValue(before, undefined),
    );
  }
};

function piecesOf(range: ClosedRange, mergeType: string | null | undefined): ClosedRange[] {
  const { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = range;
  switch (mergeType) {
    case 'MERGE_COLUMNS':
      return Array.from({ length: endColumnIndex - startColumnIndex }, (_, offset) => ({
        ...range,
        startColumnIndex: startColumnIndex + offset,
        endColumnIndex: startColumnIndex + offset + 1,
      }));
    case 'MERGE_ROWS':
      return Array.from({ length: endRowIndex - startRowIndex }, (_, offset) => ({
        ...range,
        startRowIndex: startRowIndex + offset,
        endRowIndex: startRowIndex + offset + 1,
      }));
    default:
      return [range];
  }
}
