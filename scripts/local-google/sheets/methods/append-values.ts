import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Handler } from '../../service.ts';
import { parseRange, printRange } from '../a1.ts';
import { insertLines } from '../grid-moves.ts';
import { growGrid } from '../grid-size.ts';
import { rangeInGrid } from '../ranges.ts';
import { bodyOf, edited, type Serving, textParam } from '../serving.ts';
import { guessTable } from '../values/append-table.ts';
import { inputOptionFrom, inputRowsFrom, widthOf } from '../values/input.ts';
import { putValues, updateAnswer } from '../values/write-values.ts';
import { echoFromParams } from './update-values.ts';

/** `values.append`: writes behind the table it takes the range to mean, growing the grid. */
export function appendValues(serving: Serving): Handler {
  return (call, context) => {
    const body = bodyOf<sheets_v4.Schema$ValueRange>(call);
    const option = inputOptionFrom(call.params.valueInputOption);
    const rows = inputRowsFrom(body.values, body.majorDimension);
    const json = edited(call, context, serving, (edit) => {
      const range = parseRange(edit.spreadsheet(), textParam(call, 'range'));
      const { sheetId } = range;
      const sheet = edit.sheet(sheetId);
      const table = guessTable(sheet, range);
      const within = rangeInGrid(range, sheet);
      const startRowIndex = table?.endRowIndex ?? within.startRowIndex;
      const startColumnIndex = table?.startColumnIndex ?? within.startColumnIndex;
      const written = {
        sheetId,
        startRowIndex,
        endRowIndex: startRowIndex + rows.length,
        startColumnIndex,
        endColumnIndex: startColumnIndex + widthOf(rows),
      };
      if (table && call.params.insertDataOption === 'INSERT_ROWS' && rows.length > 0) {
        const before = startRowIndex - 1;
        insertLines(edit, { sheetId, dimension: 'ROWS' }, startRowIndex, rows.length, before);
      }
      growGrid(edit, sheetId, { rows: written.endRowIndex, columns: written.endColumnIndex });
      putValues(edit, written, rows, option);
      return {
        spreadsheetId: edit.spreadsheet().spreadsheetId,
        ...(table && { tableRange: printRange(sheet.properties.title, table) }),
        updates: updateAnswer(edit, written, rows, echoFromParams(call, body.majorDimension)),
      };
    });
    return { json };
  };
}
