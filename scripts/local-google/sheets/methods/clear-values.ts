import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Handler } from '../../service.ts';
import { parseRange, printRange } from '../a1.ts';
import { withValue } from '../cell-data.ts';
import { writeCells } from '../cell-writing.ts';
import { matchRanges } from '../data-filter.ts';
import type { Edit } from '../edit.ts';
import type { GridRange } from '../model.ts';
import { named } from '../named.ts';
import { rangeInGrid } from '../ranges.ts';
import { bodyOf, edited, type Serving, textParam } from '../serving.ts';

/** `values.clear`: looks, notes and rules of the cells stay. */
export function clearValues(serving: Serving): Handler {
  return (call, context) => ({
    json: edited(call, context, serving, (edit) => ({
      spreadsheetId: edit.spreadsheet().spreadsheetId,
      clearedRange: cleared(edit, parseRange(edit.spreadsheet(), textParam(call, 'range'))),
    })),
  });
}

/** `values.batchClear` */
export function batchClearValues(serving: Serving): Handler {
  return (call, context) => {
    const { ranges } = bodyOf<sheets_v4.Schema$BatchClearValuesRequest>(call);
    return {
      json: edited(call, context, serving, (edit) => ({
        spreadsheetId: edit.spreadsheet().spreadsheetId,
        clearedRanges: (ranges ?? []).map((text, index) =>
          named(`range[${index}]`, () => cleared(edit, parseRange(edit.spreadsheet(), text))),
        ),
      })),
    };
  };
}

/** `values.batchClearByDataFilter` */
export function batchClearValuesByDataFilter(serving: Serving): Handler {
  return (call, context) => {
    const body = bodyOf<sheets_v4.Schema$BatchClearValuesByDataFilterRequest>(call);
    return {
      json: edited(call, context, serving, (edit) => ({
        spreadsheetId: edit.spreadsheet().spreadsheetId,
        clearedRanges: matchRanges(edit.spreadsheet(), body.dataFilters ?? []).map(({ range }) =>
          cleared(edit, range),
        ),
      })),
    };
  };
}

function cleared(edit: Edit, asked: GridRange): string {
  const sheet = edit.sheet(asked.sheetId);
  const range = rangeInGrid(asked, sheet);
  writeCells(edit, range, (before) => (before?.value ? withValue(before, undefined) : before));
  return printRange(sheet.properties.title, range);
}
