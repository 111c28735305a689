import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalidArgument } from '../../errors.ts';
import type { Handler } from '../../service.ts';
import { requireCellLimit } from '../grid-size.ts';
import { copyTitle, freeSheetId, withSheetAt } from '../new-sheet.ts';
import { bodyOf, editedSpreadsheet, opened, type Serving } from '../serving.ts';
import { copiedMetadata, copiedSheet } from '../sheet-copy.ts';

/** `sheets.copyTo`: a copy at the end of another spreadsheet, or of the same. */
export function copySheetTo(serving: Serving): Handler {
  return (call, context) => {
    const source = opened(call, context);
    const sheetId = Number(call.params.sheetId);
    const sheet = source.sheets.find(({ properties }) => properties.sheetId === sheetId);
    if (!sheet) throw invalidArgument(`No grid with id: ${sheetId}`);
    const body = bodyOf<sheets_v4.Schema$CopySheetToAnotherSpreadsheetRequest>(call);
    const target = body.destinationSpreadsheetId ?? '';
    const json = editedSpreadsheet(target, call, context, serving, (edit) => {
      const spreadsheet = edit.spreadsheet();
      const { random } = context;
      const newId = freeSheetId(spreadsheet, random);
      const index = spreadsheet.sheets.length;
      const title = copyTitle(spreadsheet, sheet.properties.title);
      const tableNames = spreadsheet.sheets.flatMap(({ tables }) => tables.map(({ name }) => name));
      const properties = { ...sheet.properties, sheetId: newId, title, index };
      const copy = copiedSheet(sheet, properties, random, new Set(tableNames));
      const metadata = copiedMetadata(source.developerMetadata, sheetId, newId, random);
      edit.changeSpreadsheet({
        sheets: withSheetAt(spreadsheet.sheets, copy, index),
        developerMetadata: [...spreadsheet.developerMetadata, ...metadata],
      });
      requireCellLimit(edit.spreadsheet());
      return { ...edit.sheet(newId).properties };
    });
    return { json };
  };
}
