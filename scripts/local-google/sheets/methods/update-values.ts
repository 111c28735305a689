import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Call, Handler } from '../../service.ts';
import { parseRange, printRange } from '../a1.ts';
import { matchRanges } from '../data-filter.ts';
import { named } from '../named.ts';
import { bodyOf, edited, type Serving, textParam } from '../serving.ts';
import { inputOptionFrom, inputRowsFrom } from '../values/input.ts';
import { type Echo, updateAnswer, writeValues } from '../values/write-values.ts';

type Updated = sheets_v4.Schema$UpdateValuesResponse;

/** `values.update` */
export function updateValues(serving: Serving): Handler {
  return (call, context) => {
    const body = bodyOf<sheets_v4.Schema$ValueRange>(call);
    const option = inputOptionFrom(call.params.valueInputOption);
    const rows = inputRowsFrom(body.values, body.majorDimension);
    const json = edited(call, context, serving, (edit) => {
      const asked = textParam(call, 'range');
      const range = parseRange(edit.spreadsheet(), asked);
      const written = writeValues(edit, range, asked, rows, option);
      return updateAnswer(edit, written, rows, echoFromParams(call, body.majorDimension));
    });
    return { json };
  };
}

/** What the query of a write asks to be shown of it. */
export function echoFromParams(call: Call, majorDimension: unknown): Echo {
  return {
    wanted: call.params.includeValuesInResponse === true,
    valueRenderOption: call.params.responseValueRenderOption,
    dateTimeRenderOption: call.params.responseDateTimeRenderOption,
    majorDimension,
  };
}

function echoFromBody(
  body: sheets_v4.Schema$BatchUpdateValuesRequest,
  majorDimension: unknown,
): Echo {
  return {
    wanted: body.includeValuesInResponse === true,
    valueRenderOption: body.responseValueRenderOption,
    dateTimeRenderOption: body.responseDateTimeRenderOption,
    majorDimension,
  };
}

/** `values.batchUpdate`: all ranges or none. */
export function batchUpdateValues(serving: Serving): Handler {
  return (call, context) => {
    const body = bodyOf<sheets_v4.Schema$BatchUpdateValuesRequest>(call);
    const option = inputOptionFrom(body.valueInputOption);
    const json = edited(call, context, serving, (edit) => {
      const write = (data: sheets_v4.Schema$ValueRange): Updated => {
        const rows = inputRowsFrom(data.values, data.majorDimension);
        const asked = data.range ?? '';
        const range = parseRange(edit.spreadsheet(), asked);
        const written = writeValues(edit, range, asked, rows, option);
        return updateAnswer(edit, written, rows, echoFromBody(body, data.majorDimension));
      };
      const responses = (body.data ?? []).map((data, index) =>
        named(`data[${index}]`, () => write(data)),
      );
      const { spreadsheetId } = edit.spreadsheet();
      return { spreadsheetId, ...totals(responses), responses };
    });
    return { json };
  };
}

/** `values.batchUpdateByDataFilter`: each place that a filter selects gets the values. */
export function batchUpdateValuesByDataFilter(serving: Serving): Handler {
  return (call, context) => {
    const body = bodyOf<sheets_v4.Schema$BatchUpdateValuesByDataFilterRequest>(call);
    const option = inputOptionFrom(body.valueInputOption);
    const json = edited(call, context, serving, (edit) => {
      const responses = (body.data ?? []).flatMap((data) => {
        const rows = inputRowsFrom(data.values, data.majorDimension);
        const dataFilter = data.dataFilter ?? {};
        return matchRanges(edit.spreadsheet(), [dataFilter]).map(({ range }) => {
          const asked = printRange(edit.sheet(range.sheetId).properties.title, range);
          const written = writeValues(edit, range, asked, rows, option);
          const echo = echoFromBody(body, data.majorDimension);
          const { spreadsheetId: _id, ...updated } = updateAnswer(edit, written, rows, echo);
          return { ...updated, dataFilter };
        });
      });
      const { spreadsheetId } = edit.spreadsheet();
      return { spreadsheetId, ...totals(responses), responses };
    });
    return { json };
  };
}

function totals(responses: readonly Updated[]) {
  const sum = (of: (response: Updated) => number | null | undefined) =>
    responses.reduce((total, response) => total + (of(response) ?? 0), 0);
  const sheets = new Set(
    responses
      .filter(({ updatedCells }) => updatedCells)
      .map(({ updatedRange }) => updatedRange?.slice(0, updatedRange.lastIndexOf('!'))),
  );
  return {
    totalUpdatedRows: sum(({ updatedRows }) => updatedRows),
    totalUpdatedColumns: sum(({ updatedColumns }) => updatedColumns),
    totalUpdatedCells: sum(({ updatedCells }) => updatedCells),
    totalUpdatedSheets: sheets.size,
  };
}
