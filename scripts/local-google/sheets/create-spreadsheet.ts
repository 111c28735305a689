import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { notFound } from '../errors.ts';
import type { Context } from '../service.ts';
import { requireCellLimit } from './grid-size.ts';
import { findSpreadsheet, keepSpreadsheet } from './kept.ts';
import type { SheetState, SpreadsheetState } from './model.ts';
import { newSheet, numbered } from './new-sheet.ts';
import { spreadsheetPropertiesFrom } from './spreadsheet-properties.ts';

/**
 * Puts a new spreadsheet into the state and returns it; its file in Drive is the caller's. Without
 * `sheets` it has one blank tab with the id 0, as a file made by Drive has.
 *
 * Throws 400 for properties Google would not take.
 */
export function createSpreadsheet(
  context: Context,
  {
    spreadsheetId,
    title,
    sheets = [],
    properties,
  }: {
    spreadsheetId: string;
    title: string;
    sheets?: readonly sheets_v4.Schema$SheetProperties[];
    properties?: sheets_v4.Schema$SpreadsheetProperties;
  },
): SpreadsheetState {
  const blank: SpreadsheetState = {
    spreadsheetId,
    properties: spreadsheetPropertiesFrom({ ...properties, title }),
    sheets: [],
    namedRanges: [],
    developerMetadata: [],
    revision: 1,
  };
  const tabs: SheetState[] = [];
  for (const given of sheets.length > 0 ? sheets : [{ sheetId: 0 }]) {
    tabs.push(newSheet({ ...blank, sheets: tabs }, given, context.random));
  }
  const made = { ...blank, sheets: numbered(tabs) };
  requireCellLimit(made);
  keepSpreadsheet(context.state, spreadsheetId, made);
  return made;
}

/** The content of a spreadsheet. Throws 404 if there is none; access is asked of Drive first. */
export function requireSpreadsheet(context: Context, spreadsheetId: string): SpreadsheetState {
  const spreadsheet = findSpreadsheet(context.state, spreadsheetId);
  if (!spreadsheet) throw notFound();
  return spreadsheet;
}
