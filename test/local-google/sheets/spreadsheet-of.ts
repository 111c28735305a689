import type {
  Cell,
  EnteredValue,
  Row,
  SheetState,
  SpreadsheetState,
} from '#scripts/local-google/sheets/model.ts';

type Shorthand = string | number | boolean | null;

/** A tab from plain values: a text that starts with `=` is a formula, `null` is an empty cell. */
export function sheetOf(
  sheetId: number,
  title: string,
  rows: readonly (readonly Shorthand[])[],
  members: Partial<SheetState> = {},
): SheetState {
  return {
    properties: {
      sheetId,
      title,
      index: 0,
      sheetType: 'GRID',
      gridProperties: { rowCount: Math.max(1000, rows.length), columnCount: 26 },
    },
    rows: rows.map((row): Row => row.map(cellOf)),
    rowDimensions: [],
    columnDimensions: [],
    merges: [],
    protectedRanges: [],
    conditionalFormats: [],
    filterViews: [],
    bandedRanges: [],
    tables: [],
    ...members,
  };
}

function cellOf(value: Shorthand): Cell | undefined {
  return value === null ? undefined : { value: enteredOf(value) };
}

function enteredOf(value: string | number | boolean): EnteredValue {
  if (typeof value === 'number') return { numberValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  return value.startsWith('=') ? { formulaValue: value } : { stringValue: value };
}

/** A spreadsheet of those tabs, in Shanghai. */
export function spreadsheetOf(
  sheets: readonly SheetState[],
  members: Partial<SpreadsheetState> = {},
): SpreadsheetState {
  return {
    spreadsheetId: 'spreadsheet',
    properties: {
      title: '库房',
      locale: 'zh_CN',
      timeZone: 'Asia/Shanghai',
      autoRecalc: 'ON_CHANGE',
    },
    sheets,
    namedRanges: [],
    developerMetadata: [],
    revision: 1,
    ...members,
  };
}
