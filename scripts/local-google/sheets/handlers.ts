import type { Clock } from '#platform/clock.ts';
import type { Context, Handlers } from '../service.ts';
import { noFormulaRows } from './edit.ts';
import { createFormulas, type Formulas } from './formulas.ts';
import { appendValues } from './methods/append-values.ts';
import { batchUpdate } from './methods/batch-update.ts';
import {
  batchClearValues,
  batchClearValuesByDataFilter,
  clearValues,
} from './methods/clear-values.ts';
import { copySheetTo } from './methods/copy-sheet.ts';
import { createWhole } from './methods/create.ts';
import { getDeveloperMetadata, searchDeveloperMetadata } from './methods/developer-metadata.ts';
import { getSpreadsheet, getSpreadsheetByDataFilter } from './methods/get-spreadsheet.ts';
import { batchGetValues, batchGetValuesByDataFilter, getValues } from './methods/get-values.ts';
import {
  batchUpdateValues,
  batchUpdateValuesByDataFilter,
  updateValues,
} from './methods/update-values.ts';
import type { Serving } from './serving.ts';

/**
 * What is served of Sheets v4. One call makes the handlers of one stand-in: they share the results
 * of formulas, kept as long as the cells they depend on.
 */
export function createSheetsHandlers(): Handlers {
  const serving = createServing();
  return {
    'sheets.spreadsheets.batchUpdate': batchUpdate(serving),
    'sheets.spreadsheets.create': createWhole(serving),
    'sheets.spreadsheets.developerMetadata.get': getDeveloperMetadata,
    'sheets.spreadsheets.developerMetadata.search': searchDeveloperMetadata,
    'sheets.spreadsheets.get': getSpreadsheet(serving),
    'sheets.spreadsheets.getByDataFilter': getSpreadsheetByDataFilter(serving),
    'sheets.spreadsheets.sheets.copyTo': copySheetTo(serving),
    'sheets.spreadsheets.values.append': appendValues(serving),
    'sheets.spreadsheets.values.batchClear': batchClearValues(serving),
    'sheets.spreadsheets.values.batchClearByDataFilter': batchClearValuesByDataFilter(serving),
    'sheets.spreadsheets.values.batchGet': batchGetValues(serving),
    'sheets.spreadsheets.values.batchGetByDataFilter': batchGetValuesByDataFilter(serving),
    'sheets.spreadsheets.values.batchUpdate': batchUpdateValues(serving),
    'sheets.spreadsheets.values.batchUpdateByDataFilter': batchUpdateValuesByDataFilter(serving),
    'sheets.spreadsheets.values.clear': clearValues(serving),
    'sheets.spreadsheets.values.get': getValues(serving),
    'sheets.spreadsheets.values.update': updateValues(serving),
  };
}

/** TODAY and NOW go by the clock of the request that is being answered. */
function createServing(): Serving {
  let clock: Clock | undefined;
  const formulas: Formulas = createFormulas({
    clock: {
      now: () => {
        if (!clock) throw new Error('Formulas are computed only while a request is answered.');
        return clock.now();
      },
      sleep: () => Promise.reject(new Error('Formulas do not wait.')),
    },
  });
  return {
    formulaRows: noFormulaRows(),
    formulasAt(context: Context) {
      clock = context.clock;
      return formulas;
    },
  };
}
