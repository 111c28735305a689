import { gridRangeFrom, isEmpty, rangeInGrid } from '../ranges.ts';
import { openBand } from './band-shift.ts';
import { dimensionFrom } from './dimension-range.ts';
import type { RequestHandler } from './index.ts';

/** Inserts empty cells, shifting those there down or to the right. */
export const insertRange: RequestHandler<'insertRange'> = (request, edit) => {
  const asked = gridRangeFrom(request.range);
  const range = rangeInGrid(asked, edit.sheet(asked.sheetId));
  if (!isEmpty(range)) openBand(edit, range, dimensionFrom(request.shiftDimension));
};
