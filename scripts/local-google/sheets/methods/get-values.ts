import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Handler } from '../../service.ts';
import { parseRange } from '../a1.ts';
import { matchRanges } from '../data-filter.ts';
import { createRendering } from '../render.ts';
import { bodyOf, listParam, opened, type Serving, textParam } from '../serving.ts';
import { readOptions, readValues } from '../values/read-values.ts';

/** `values.get` */
export function getValues(serving: Serving): Handler {
  return (call, context) => {
    const spreadsheet = opened(call, context);
    const range = parseRange(spreadsheet, textParam(call, 'range'));
    const rendering = createRendering(spreadsheet, serving.formulasAt(context));
    return { json: readValues(spreadsheet, rendering, range, readOptions(call.params)) };
  };
}

/** `values.batchGet` */
export function batchGetValues(serving: Serving): Handler {
  return (call, context) => {
    const spreadsheet = opened(call, context);
    const { spreadsheetId } = spreadsheet;
    const ranges = listParam(call, 'ranges').map((text) => parseRange(spreadsheet, text));
    const rendering = createRendering(spreadsheet, serving.formulasAt(context));
    const options = readOptions(call.params);
    const valueRanges = ranges.map((range) => readValues(spreadsheet, rendering, range, options));
    return { json: { spreadsheetId, ...(valueRanges.length > 0 && { valueRanges }) } };
  };
}

/** `values.batchGetByDataFilter`: one answer for each place, with the filters that selected it. */
export function batchGetValuesByDataFilter(serving: Serving): Handler {
  return (call, context) => {
    const spreadsheet = opened(call, context);
    const { spreadsheetId } = spreadsheet;
    const body = bodyOf<sheets_v4.Schema$BatchGetValuesByDataFilterRequest>(call);
    const matched = matchRanges(spreadsheet, body.dataFilters ?? []);
    const rendering = createRendering(spreadsheet, serving.formulasAt(context));
    const options = readOptions(body);
    const valueRanges = matched.map(({ range, dataFilters }) => ({
      valueRange: readValues(spreadsheet, rendering, range, options),
      dataFilters,
    }));
    return { json: { spreadsheetId, ...(valueRanges.length > 0 && { valueRanges }) } };
  };
}
