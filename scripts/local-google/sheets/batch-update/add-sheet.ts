import { requireCellLimit } from '../grid-size.ts';
import { newSheet, withSheetAt } from '../new-sheet.ts';
import type { RequestHandler } from './index.ts';

/** Adds a blank tab, at the end unless `index` says otherwise. */
export const addSheet: RequestHandler<'addSheet'> = (request, edit) => {
  const spreadsheet = edit.spreadsheet();
  const sheet = newSheet(spreadsheet, request.properties ?? {}, edit.context.random);
  const { sheetId, index } = sheet.properties;
  edit.changeSpreadsheet({ sheets: withSheetAt(spreadsheet.sheets, sheet, index) });
  requireCellLimit(edit.spreadsheet());
  return { properties: { ...edit.sheet(sheetId).properties } };
};
