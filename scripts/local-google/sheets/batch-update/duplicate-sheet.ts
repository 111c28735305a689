import { requireCellLimit } from '../grid-size.ts';
import {
  copyTitle,
  freeSheetId,
  requireFreeSheetId,
  requireFreeTitle,
  withSheetAt,
} from '../new-sheet.ts';
import { copiedMetadata, copiedSheet } from '../sheet-copy.ts';
import type { RequestHandler } from './index.ts';

/** Copies a tab within the spreadsheet, with its metadata under new ids. */
export const duplicateSheet: RequestHandler<'duplicateSheet'> = (request, edit) => {
  const { random } = edit.context;
  const spreadsheet = edit.spreadsheet();
  const source = edit.sheet(request.sourceSheetId ?? 0);
  const sheetId = request.newSheetId ?? freeSheetId(spreadsheet, random);
  requireFreeSheetId(spreadsheet, sheetId);
  const title = request.newSheetName || copyTitle(spreadsheet, source.properties.title);
  requireFreeTitle(spreadsheet, title);
  const index = request.insertSheetIndex ?? 0;
  const tableNames = spreadsheet.sheets.flatMap(({ tables }) => tables.map(({ name }) => name));
  const properties = { ...source.properties, sheetId, title, index };
  const copy = copiedSheet(source, properties, random, new Set(tableNames));
  const metadata = copiedMetadata(
    spreadsheet.developerMetadata,
    source.properties.sheetId,
    sheetId,
    random,
  );
  edit.changeSpreadsheet({
    sheets: withSheetAt(spreadsheet.sheets, copy, index),
    developerMetadata: [...spreadsheet.developerMetadata, ...metadata],
  });
  requireCellLimit(edit.spreadsheet());
  return { properties: { ...edit.sheet(sheetId).properties } };
};
