import { invalidArgument } from '../../errors.ts';
import { requireEditable } from '../protection.ts';
import { covers, gridRangeFrom, intersects, rangeInGrid } from '../ranges.ts';
import type { RequestHandler } from './index.ts';

/** Takes merges apart; the range must cover each one it touches. */
export const unmergeCells: RequestHandler<'unmergeCells'> = (request, edit) => {
  const asked = gridRangeFrom(request.range);
  const sheet = edit.sheet(asked.sheetId);
  const range = rangeInGrid(asked, sheet);
  requireEditable(edit, asked.sheetId, range);
  const touched = sheet.merges.filter((merge) => intersects(merge, range));
  if (touched.some((merge) => !covers(range, merge))) {
    throw invalidArgument('You must select all cells in a merged range to merge or unmerge them.');
  }
  edit.changeSheet(asked.sheetId, {
    merges: sheet.merges.filter((merge) => !touched.includes(merge)),
  });
};
