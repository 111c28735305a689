import { sheetIdOf } from '#platform/workbook/tabs.ts';
import { findSpreadsheet } from '../local-google/sheets/kept.ts';
import { lastRowWithData } from '../local-google/sheets/last-row.ts';
import type { Cell } from '../local-google/sheets/model.ts';
import type { GoogleState } from '../local-google/state.ts';

/** What stands in a cell: what was typed or written there, a formula as its text. */
export type Entered = string | number | boolean | undefined;

/** A tab as Google holds it at this moment, the header first. */
export function tabOf(
  state: GoogleState,
  spreadsheetId: string,
  key: string,
): readonly (readonly Entered[])[] {
  const sheetId = sheetIdOf(key);
  const sheet = findSpreadsheet(state, spreadsheetId)?.sheets.find(
    ({ properties }) => properties.sheetId === sheetId,
  );
  if (!sheet) throw new Error(`the tab of ${key} is gone`);
  return sheet.rows
    .slice(0, lastRowWithData(sheet, { sheetId }) + 1)
    .map((row) => Array.from(row, entered));
}

function entered(cell: Cell | undefined): Entered {
  const value = cell?.value;
  if (value === undefined) return undefined;
  if ('stringValue' in value) return value.stringValue === '' ? undefined : value.stringValue;
  if ('numberValue' in value) return value.numberValue;
  if ('boolValue' in value) return value.boolValue;
  return value.formulaValue;
}
