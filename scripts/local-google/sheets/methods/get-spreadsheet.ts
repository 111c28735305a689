import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Call, Handler } from '../../service.ts';
import { parseRange } from '../a1.ts';
import { matchRanges } from '../data-filter.ts';
import { type FieldMask, names, parseFieldMask } from '../field-mask.ts';
import type { GridRange } from '../model.ts';
import { bodyOf, listParam, opened, type Serving } from '../serving.ts';
import { spreadsheetAnswer } from '../spreadsheet-answer.ts';

/** `spreadsheets.get`: a `fields` mask alone decides whether cells are answered. */
export function getSpreadsheet(serving: Serving): Handler {
  return (call, context) => {
    const spreadsheet = opened(call, context);
    const ranges = listParam(call, 'ranges').map((text) => parseRange(spreadsheet, text));
    const { principal } = call;
    const formulas = serving.formulasAt(context);
    return {
      json: spreadsheetAnswer(
        { spreadsheet, context, principal, formulas },
        {
          ...shownBy(call, call.params.includeGridData === true),
          ...(ranges.length > 0 && { ranges }),
        },
      ),
    };
  };
}

/** `spreadsheets.getByDataFilter` */
export function getSpreadsheetByDataFilter(serving: Serving): Handler {
  return (call, context) => {
    const spreadsheet = opened(call, context);
    const body = bodyOf<sheets_v4.Schema$GetSpreadsheetByDataFilterRequest>(call);
    const filters = body.dataFilters ?? [];
    const ranges: GridRange[] = matchRanges(spreadsheet, filters).map(({ range }) => range);
    const { principal } = call;
    const formulas = serving.formulasAt(context);
    return {
      json: spreadsheetAnswer(
        { spreadsheet, context, principal, formulas },
        { ...shownBy(call, body.includeGridData === true), ...(filters.length > 0 && { ranges }) },
      ),
    };
  };
}

function shownBy(call: Call, gridData: boolean): { gridData: boolean; mask: FieldMask } {
  const { fields } = call.params;
  if (typeof fields !== 'string') return { gridData, mask: 'everything' };
  const mask = parseFieldMask(fields);
  return { gridData: names(mask, 'sheets', 'data'), mask };
}
