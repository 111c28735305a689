import type { SheetsSchema } from '#platform/google/index.ts';
import type { Register } from '#schema/register.ts';
import type { Cell } from '#schema/values.ts';
import type { StaffEdit } from './edits.ts';

type Request = SheetsSchema.Schema$Request;

/** A tab as it stands when somebody takes the mouse. */
export interface Place {
  readonly register: Register;
  readonly sheetId: number;
  readonly title: string;
  /** Words as they stand, the header first. */
  readonly grid: readonly (readonly string[])[];
  readonly header: readonly string[];
  /** Columns that can be seen, from 0. */
  readonly visible: number;
  readonly at: StaffEdit['at'];
}

function isBlank(row: readonly string[] | undefined, until: number): boolean {
  return (row ?? []).slice(1, until).every((text) => text === '');
}

/** The last row that shows something. */
export function lastRow({ grid, visible }: Place): number {
  return Math.max(
    0,
    grid.findLastIndex((row, index) => index > 0 && !isBlank(row, visible)),
  );
}

/** A row that shows something, or the first. */
export function rowIn(place: Place, number: 0 | 1 | 2 | 3): number {
  return 1 + (place.at[number] % Math.max(1, lastRow(place)));
}

export function blankRow(place: Place): number | undefined {
  const index = place.grid.findIndex((row, at) => at > 0 && isBlank(row, place.visible));
  return index < 0 || index > lastRow(place) ? undefined : index;
}

export function wide(
  { sheetId }: Place,
  row: number,
  rows: number,
  columns: number,
  from = 0,
): SheetsSchema.Schema$GridRange {
  return {
    sheetId,
    startRowIndex: row,
    endRowIndex: row + rows,
    startColumnIndex: from,
    endColumnIndex: from + Math.max(1, columns),
  };
}

/** Some rows and columns of what can be seen. */
export function rectangle(
  place: Place,
  row: number,
  rows: number,
  number: number,
  most: number,
): SheetsSchema.Schema$GridRange {
  const from = 1 + (number % Math.max(1, place.visible - 1));
  return wide(place, row, rows, Math.min(most, place.visible - from), from);
}

export function copied(
  source: SheetsSchema.Schema$GridRange,
  destination: SheetsSchema.Schema$GridRange,
): Request {
  return { copyPaste: { source, destination, pasteType: 'PASTE_NORMAL' } };
}

export function cut(
  source: SheetsSchema.Schema$GridRange,
  rowIndex: number,
  columnIndex: number,
): Request {
  const destination = { sheetId: source.sheetId ?? 0, rowIndex, columnIndex };
  return { cutPaste: { source, destination, pasteType: 'PASTE_NORMAL' } };
}

export function blank(range: SheetsSchema.Schema$GridRange): Request {
  return { updateCells: { range, fields: 'userEnteredValue' } };
}

export function inserted(
  { sheetId }: Place,
  dimension: 'ROWS' | 'COLUMNS',
  startIndex: number,
  count: number,
): Request {
  return {
    insertDimension: { range: { sheetId, dimension, startIndex, endIndex: startIndex + count } },
  };
}

export function deleted(
  { sheetId }: Place,
  dimension: 'ROWS' | 'COLUMNS',
  startIndex: number,
  count: number,
): Request {
  return {
    deleteDimension: { range: { sheetId, dimension, startIndex, endIndex: startIndex + count } },
  };
}

export function sorted(place: Place, start: number, end: number): Request {
  return {
    sortRange: {
      range: {
        sheetId: place.sheetId,
        startRowIndex: 1,
        endRowIndex: lastRow(place) + 1,
        startColumnIndex: start,
        endColumnIndex: end,
      },
      sortSpecs: [
        {
          dimensionIndex: start + (place.at[0] % Math.max(1, end - start)),
          sortOrder: place.at[3] % 2 === 0 ? 'ASCENDING' : 'DESCENDING',
        },
      ],
    },
  };
}

export function cell(sheetId: number, rowIndex: number, columnIndex: number, value: Cell): Request {
  const userEnteredValue =
    value === undefined
      ? {}
      : typeof value === 'number'
        ? { numberValue: value }
        : { stringValue: String(value) };
  return {
    updateCells: {
      start: { sheetId, rowIndex, columnIndex },
      rows: [{ values: [{ userEnteredValue }] }],
      fields: 'userEnteredValue',
    },
  };
}
