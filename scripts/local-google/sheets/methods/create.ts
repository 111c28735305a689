import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { createSpreadsheetFile, newFileId } from '../../drive/files.ts';
import type { Handler } from '../../service.ts';
import { runRequests } from '../batch-update/index.ts';
import { createSpreadsheet } from '../create-spreadsheet.ts';
import { createEdit } from '../edit.ts';
import type { Formulas } from '../formulas.ts';
import { keepSpreadsheet } from '../kept.ts';
import type { SpreadsheetState } from '../model.ts';
import { bodyOf, type Serving } from '../serving.ts';
import { spreadsheetAnswer } from '../spreadsheet-answer.ts';

type Given = sheets_v4.Schema$Spreadsheet;
type Requests = sheets_v4.Schema$Request[];

/** `spreadsheets.create`: with the tabs, cells and objects that the request describes. */
export function createWhole(serving: Serving): Handler {
  return (call, context) => {
    const given = bodyOf<Given>(call);
    const { principal } = call;
    const spreadsheetId = newFileId(context.random);
    const formulas = serving.formulasAt(context);
    const blank = createSpreadsheet(context, {
      spreadsheetId,
      title: given.properties?.title ?? '',
      ...(given.properties && { properties: given.properties }),
      sheets: (given.sheets ?? []).map((sheet) => sheet.properties ?? {}),
    });
    try {
      const edit = createEdit({ original: blank, context, principal, formulas });
      runRequests(requestsFor(given, blank), edit);
      const { title } = edit.result().properties;
      createSpreadsheetFile(context, principal, { id: spreadsheetId, name: title });
      keepSpreadsheet(context.state, spreadsheetId, edit.result());
      return { json: answer(edit.result(), formulas) };
    } catch (error) {
      context.state.spreadsheets.delete(spreadsheetId);
      throw error;
    }

    function answer(spreadsheet: SpreadsheetState, shownBy: Formulas) {
      return spreadsheetAnswer(
        { spreadsheet, context, principal, formulas: shownBy },
        { gridData: false, mask: 'everything' },
      );
    }
  };
}

/** The requests that make of a blank spreadsheet what was described. */
function requestsFor(given: Given, blank: SpreadsheetState): Requests {
  return [
    ...(given.sheets ?? []).flatMap((sheet, index) =>
      requestsForSheet(sheet, blank.sheets[index]?.properties.sheetId ?? 0),
    ),
    ...(given.namedRanges ?? []).map((namedRange) => ({ addNamedRange: { namedRange } })),
    ...metadataRequests(given.developerMetadata),
  ];
}

function requestsForSheet(sheet: sheets_v4.Schema$Sheet, sheetId: number): Requests {
  return [
    ...(sheet.data ?? []).map(({ startRow, startColumn, rowData }) => ({
      updateCells: {
        start: { sheetId, rowIndex: startRow ?? 0, columnIndex: startColumn ?? 0 },
        rows: rowData ?? [],
        fields: '*',
      },
    })),
    ...(sheet.merges ?? []).map((range) => ({ mergeCells: { range, mergeType: 'MERGE_ALL' } })),
    ...(sheet.tables ?? []).map((table) => ({ addTable: { table } })),
    ...(sheet.protectedRanges ?? []).map((protectedRange) => ({
      addProtectedRange: { protectedRange },
    })),
    ...(sheet.conditionalFormats ?? []).map((rule, index) => ({
      addConditionalFormatRule: { rule, index },
    })),
    ...(sheet.bandedRanges ?? []).map((bandedRange) => ({ addBanding: { bandedRange } })),
    ...(sheet.filterViews ?? []).map((filter) => ({ addFilterView: { filter } })),
    ...(sheet.basicFilter ? [{ setBasicFilter: { filter: sheet.basicFilter } }] : []),
    ...metadataRequests(sheet.developerMetadata),
  ];
}

function metadataRequests(metadata: sheets_v4.Schema$DeveloperMetadata[] | undefined): Requests {
  return (metadata ?? []).map((developerMetadata) => ({
    createDeveloperMetadata: { developerMetadata },
  }));
}
