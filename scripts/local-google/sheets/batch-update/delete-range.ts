import { gridRangeFrom, isEmpty, rangeInGrid } from '../ranges.ts';
import { closeBand } from './band-shift.ts';
import { dimensionFrom } from './dimension-range.ts';
import type { RequestHandler } from './index.ts';

/** Deletes cells, shifting those behind up or to the left. */
export const deleteRange: RequestHandler<'deleteRange'> = (request, edit) => {
  const asked = gridRangeFrom(request.range);
  const range = rangeInGrid(asked, edit.sheet(asked.sheetId));
  if (!isEmpty(range)) closeBand(edit, range, dimensionFrom(request.shiftDimension));
};
