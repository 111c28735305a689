import { GoogleError, invalidArgument } from '../../errors.ts';
import { names, parseFieldMask, withMasked } from '../field-mask.ts';
import type { Dimension } from '../model.ts';
import { linesFrom } from './dimension-range.ts';
import type { RequestHandler } from './index.ts';

/** Hides, shows and resizes rows or columns. */
export const updateDimensionProperties: RequestHandler<'updateDimensionProperties'> = (
  request,
  edit,
) => {
  const mask = parseFieldMask(request.fields);
  const { lines, span, count } = linesFrom(request.range, edit);
  if (mask !== 'everything' && names(mask, 'developerMetadata')) {
    throw new GoogleError(
      501,
      'UNIMPLEMENTED',
      'developerMetadata of dimension properties is not served by the local Google; use createDeveloperMetadata',
    );
  }
  if (span.end > count) {
    throw invalidArgument(`range.endIndex[${span.end}] is after the end of the grid (${count})`);
  }
  const { hiddenByUser, pixelSize } = request.properties ?? {};
  const given: Dimension = {
    ...(hiddenByUser && { hiddenByUser }),
    ...(typeof pixelSize === 'number' && { pixelSize }),
  };
  const member = lines.dimension === 'ROWS' ? 'rowDimensions' : 'columnDimensions';
  const list = edit.sheet(lines.sheetId)[member].slice();
  while (list.length < span.end) list.push(undefined);
  for (let index = span.start; index < span.end; index += 1) {
    list[index] = withMasked(list[index], given, mask);
  }
  edit.changeSheet(lines.sheetId, { [member]: list });
};
