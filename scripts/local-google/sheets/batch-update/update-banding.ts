import { invalidArgument } from '../../errors.ts';
import type { Edit } from '../edit.ts';
import { names, parseFieldMask, under, withMasked } from '../field-mask.ts';
import type { BandedRangeState } from '../model.ts';
import { gridRangeFrom } from '../ranges.ts';
import { requireColours, requireUnbanded } from './add-banding.ts';
import type { RequestHandler } from './index.ts';

/** Changes the colours or the range of a banding. */
export const updateBanding: RequestHandler<'updateBanding'> = ({ bandedRange, fields }, edit) => {
  const { before, sheetId } = findBanding(edit, bandedRange?.bandedRangeId);
  const mask = parseFieldMask(fields);
  const range = names(mask, 'range') ? gridRangeFrom(bandedRange?.range) : before.range;
  requireUnbanded(edit, range, before);
  const rowMask = under(mask, 'rowProperties');
  const columnMask = under(mask, 'columnProperties');
  const rowProperties = rowMask
    ? withMasked(before.rowProperties, bandedRange?.rowProperties, rowMask)
    : before.rowProperties;
  const columnProperties = columnMask
    ? withMasked(before.columnProperties, bandedRange?.columnProperties, columnMask)
    : before.columnProperties;
  const after: BandedRangeState = {
    bandedRangeId: before.bandedRangeId,
    range,
    ...(rowProperties && { rowProperties }),
    ...(columnProperties && { columnProperties }),
  };
  requireColours(after);
  removeBanding(edit, sheetId, before);
  const { bandedRanges } = edit.sheet(range.sheetId);
  edit.changeSheet(range.sheetId, { bandedRanges: [...bandedRanges, after] });
};

/** The banding of that id and its tab. Throws 400. */
export function findBanding(
  edit: Edit,
  bandedRangeId: number | null | undefined,
): { readonly before: BandedRangeState; readonly sheetId: number } {
  for (const { properties, bandedRanges } of edit.spreadsheet().sheets) {
    const before = bandedRanges.find((one) => one.bandedRangeId === bandedRangeId);
    if (before) return { before, sheetId: properties.sheetId };
  }
  throw invalidArgument(`No banding with id: ${bandedRangeId ?? 0}`);
}

/** Takes a banding from its tab. */
export function removeBanding(edit: Edit, sheetId: number, banding: BandedRangeState): void {
  const { bandedRanges } = edit.sheet(sheetId);
  edit.changeSheet(sheetId, { bandedRanges: bandedRanges.filter((one) => one !== banding) });
}
