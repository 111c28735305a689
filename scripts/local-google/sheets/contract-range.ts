import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { GridRange } from './model.ts';

/** A range in the shape of the contract: as Google does, it does not name the tab whose id is 0. */
export function rangeToContract({ sheetId, ...ends }: GridRange): sheets_v4.Schema$GridRange {
  return sheetId === 0 ? ends : { sheetId, ...ends };
}
