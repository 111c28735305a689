import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalidArgument } from '../../errors.ts';
import { columnName, printRange } from '../a1.ts';
import { writeCells } from '../cell-writing.ts';
import type { Edit } from '../edit.ts';
import { createEnter, type InputOption } from '../entering.ts';
import type { ClosedRange, GridRange } from '../model.ts';
import { exceedsGrid, rangeInGrid } from '../ranges.ts';
import { createRendering } from '../render.ts';
import { type InputRows, widthOf } from './input.ts';
import { readOptions, readValues } from './read-values.ts';
import { requireStrictRules } from './strict-rules.ts';

/** How the answer to a write shows what was written, if at all. */
export interface Echo {
  readonly wanted: boolean;
  readonly valueRenderOption?: unknown;
  readonly dateTimeRenderOption?: unknown;
  readonly majorDimension?: unknown;
}

/**
 * Writes rows of values from the first cell of a range on. A range of one cell only says where to
 * start; a larger one must hold all of the values.
 *
 * @param asked the range as the client wrote it, for errors.
 * @throws 400 beyond the range or the grid.
 */
export function writeValues(
  edit: Edit,
  range: GridRange,
  asked: string,
  rows: InputRows,
  option: InputOption,
): ClosedRange {
  const sheet = edit.sheet(range.sheetId);
  const within = rangeInGrid(range, sheet);
  const written = {
    ...within,
    endRowIndex: within.startRowIndex + rows.length,
    endColumnIndex: within.startColumnIndex + widthOf(rows),
  };
  if (!isOneCell(range)) requireWithin(range, asked, written);
  const { rowCount, columnCount } = sheet.properties.gridProperties;
  if (written.endRowIndex > rowCount || written.endColumnIndex > columnCount) {
    throw exceedsGrid(written, sheet);
  }
  putValues(edit, written, rows, option);
  return written;
}

/** Writes rows of values to a range as large as they are. */
export function putValues(
  edit: Edit,
  written: ClosedRange,
  rows: InputRows,
  option: InputOption,
): void {
  const enter = createEnter(option, edit.spreadsheet(), edit.context);
  writeCells(edit, written, (before, row, column) => {
    const value = rows[row - written.startRowIndex]?.[column - written.startColumnIndex];
    return value === undefined || value === null ? before : enter(before, value);
  });
  if (option === 'USER_ENTERED') requireStrictRules(edit, written);
}

function isOneCell(range: GridRange): boolean {
  const { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = range;
  return (
    startRowIndex !== undefined &&
    startColumnIndex !== undefined &&
    endRowIndex === startRowIndex + 1 &&
    endColumnIndex === startColumnIndex + 1
  );
}

function requireWithin(range: GridRange, asked: string, written: ClosedRange): void {
  const { endRowIndex = Infinity, endColumnIndex = Infinity } = range;
  if (written.endRowIndex > endRowIndex) {
    throw invalidArgument(
      `Requested writing within range [${asked}], but tried writing to row [${endRowIndex + 1}]`,
    );
  }
  if (written.endColumnIndex > endColumnIndex) {
    throw invalidArgument(
      `Requested writing within range [${asked}], but tried writing to column [${columnName(endColumnIndex)}]`,
    );
  }
}

/** What an answer says of a write. */
export function updateAnswer(
  edit: Edit,
  written: ClosedRange,
  rows: InputRows,
  echo: Echo,
): sheets_v4.Schema$UpdateValuesResponse {
  const { spreadsheetId } = edit.spreadsheet();
  const { title } = edit.sheet(written.sheetId).properties;
  const updatedColumns = widthOf(rows);
  if (rows.length === 0 || updatedColumns === 0) {
    const { startRowIndex, startColumnIndex } = written;
    const start = { startRowIndex, startColumnIndex };
    const corner = {
      ...start,
      endRowIndex: startRowIndex + 1,
      endColumnIndex: startColumnIndex + 1,
    };
    return { spreadsheetId, updatedRange: printRange(title, corner) };
  }
  const cells = rows.reduce((sum, row) => sum + row.filter((value) => value !== null).length, 0);
  return {
    spreadsheetId,
    updatedRange: printRange(title, written),
    updatedRows: rows.length,
    updatedColumns,
    updatedCells: cells,
    ...(echo.wanted && { updatedData: echoOf(edit, written, echo) }),
  };
}

function echoOf(edit: Edit, written: ClosedRange, echo: Echo): sheets_v4.Schema$ValueRange {
  const spreadsheet = edit.snapshot();
  const rendering = createRendering(spreadsheet, edit.formulas);
  return readValues(spreadsheet, rendering, written, readOptions(echo));
}
