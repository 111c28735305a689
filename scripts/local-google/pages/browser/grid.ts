import { openSpreadsheet } from './open-spreadsheet.ts';

/** The script of a spreadsheet's page. */
const spreadsheetId = document.body.dataset.spreadsheet;
if (spreadsheetId !== undefined) openSpreadsheet(spreadsheetId);
