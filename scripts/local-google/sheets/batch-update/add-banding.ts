import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalidArgument } from '../../errors.ts';
import type { Edit } from '../edit.ts';
import { newNumber } from '../identifiers.ts';
import type { BandedRangeState, GridRange } from '../model.ts';
import { gridRangeFrom, intersects, rangeInGrid } from '../ranges.ts';
import type { RequestHandler } from './index.ts';

/** Colours the rows or columns of a range in turn. */
export const addBanding: RequestHandler<'addBanding'> = ({ bandedRange }, edit) => {
  const range = gridRangeFrom(bandedRange?.range);
  requireUnbanded(edit, range);
  const { rowProperties, columnProperties } = bandedRange ?? {};
  const all = edit.spreadsheet().sheets.flatMap((sheet) => sheet.bandedRanges);
  const added: BandedRangeState = {
    bandedRangeId: newNumber(
      edit,
      bandedRange?.bandedRangeId,
      (id) => all.some((one) => one.bandedRangeId === id),
      'Banded range ID',
    ),
    range,
    ...(rowProperties && { rowProperties }),
    ...(columnProperties && { columnProperties }),
  };
  requireColours(added);
  const { bandedRanges } = edit.sheet(range.sheetId);
  edit.changeSheet(range.sheetId, { bandedRanges: [...bandedRanges, added] });
  return { bandedRange: bandingToContract(added) };
};

/** Throws 400 unless rows or columns have colours. */
export function requireColours({ rowProperties, columnProperties }: BandedRangeState): void {
  if (!rowProperties && !columnProperties) {
    throw invalidArgument('At least one of rowProperties or columnProperties must be specified.');
  }
}

/** Throws 400 if the range does not lie in the grid, or a table or banding has some of its cells. */
export function requireUnbanded(edit: Edit, range: GridRange, except?: BandedRangeState): void {
  const sheet = edit.sheet(range.sheetId);
  rangeInGrid(range, sheet);
  const others = [...sheet.bandedRanges.filter((one) => one !== except), ...sheet.tables];
  if (others.some((one) => intersects(one.range, range))) {
    throw invalidArgument(
      'You cannot add alternating background colors to a range that already has alternating background colors.',
    );
  }
}

/** A banding in the shape of the contract. */
function bandingToContract(banding: BandedRangeState): sheets_v4.Schema$BandedRange {
  return { ...banding, range: { ...banding.range } };
}
