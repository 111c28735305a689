import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalidArgument } from '../../errors.ts';
import type { Call, Context, Handler } from '../../service.ts';
import { parseRange } from '../a1.ts';
import { runRequests } from '../batch-update/index.ts';
import type { Edit } from '../edit.ts';
import { type FieldMask, names, parseFieldMask, under } from '../field-mask.ts';
import { bodyOf, edited, type Serving } from '../serving.ts';
import { spreadsheetAnswer } from '../spreadsheet-answer.ts';

type Body = sheets_v4.Schema$BatchUpdateSpreadsheetRequest;

/** `spreadsheets.batchUpdate`: all requests or none; the answer shows what they made of it. */
export function batchUpdate(serving: Serving): Handler {
  return (call, context) => {
    const body = bodyOf<Body>(call);
    const requests = body.requests ?? [];
    const json = edited(call, context, serving, (edit) => {
      if (requests.length === 0) throw invalidArgument('Must specify at least one request.');
      const replies = runRequests(requests, edit);
      return {
        spreadsheetId: edit.spreadsheet().spreadsheetId,
        replies,
        ...(body.includeSpreadsheetInResponse && {
          updatedSpreadsheet: updatedSpreadsheet(edit, body, call, context),
        }),
      };
    });
    return { json };
  };
}

function updatedSpreadsheet(
  edit: Edit,
  body: Body,
  call: Call,
  context: Context,
): sheets_v4.Schema$Spreadsheet {
  const spreadsheet = edit.spreadsheet();
  const ranges = (body.responseRanges ?? []).map((text) => parseRange(spreadsheet, text));
  const { fields } = call.params;
  const mask: FieldMask | undefined =
    typeof fields === 'string' ? under(parseFieldMask(fields), 'updatedSpreadsheet') : 'everything';
  const gridData =
    typeof fields === 'string'
      ? names(mask, 'sheets', 'data')
      : body.responseIncludeGridData === true;
  const { principal } = call;
  const shown = spreadsheetAnswer(
    { spreadsheet, context, principal, formulas: edit.formulas },
    { gridData, mask: mask ?? new Map(), ...(ranges.length > 0 && { ranges }) },
  );
  return { ...shown, properties: { ...shown.properties, title: spreadsheet.properties.title } };
}
