import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalidArgument } from '../../errors.ts';
import { printRange } from '../a1.ts';
import { lastRowWithData } from '../last-row.ts';
import type { Cell, ClosedRange, GridRange, SheetState, SpreadsheetState } from '../model.ts';
import { rangeInGrid } from '../ranges.ts';
import { formatEffective, type Rendering, unformatted } from '../render.ts';

export interface ReadOptions {
  readonly majorDimension: 'ROWS' | 'COLUMNS';
  readonly render: 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE' | 'FORMULA';
  readonly dates: 'SERIAL_NUMBER' | 'FORMATTED_STRING';
}

type Value = string | number | boolean;

/** The options of a request; Google's defaults where it leaves them out. */
export function readOptions(given: {
  majorDimension?: unknown;
  valueRenderOption?: unknown;
  dateTimeRenderOption?: unknown;
}): ReadOptions {
  const render = given.valueRenderOption;
  return {
    majorDimension: given.majorDimension === 'COLUMNS' ? 'COLUMNS' : 'ROWS',
    render: render === 'UNFORMATTED_VALUE' || render === 'FORMULA' ? render : 'FORMATTED_VALUE',
    dates: given.dateTimeRenderOption === 'FORMATTED_STRING' ? 'FORMATTED_STRING' : 'SERIAL_NUMBER',
  };
}

/**
 * The values of a range as far as the grid goes; trailing blank rows and cells are left out, and
 * `values` with them if nothing is left. Throws 400 for a range that starts outside the grid.
 */
export function readValues(
  spreadsheet: SpreadsheetState,
  rendering: Rendering,
  range: GridRange,
  options: ReadOptions,
): sheets_v4.Schema$ValueRange {
  const sheet = spreadsheet.sheets.find(({ properties }) => properties.sheetId === range.sheetId);
  if (!sheet) throw invalidArgument(`No grid with id: ${range.sheetId}`);
  const closed = rangeInGrid(range, sheet);
  const lines = trimmed(linesOf(sheet, rendering, closed, options));
  return {
    range: printRange(sheet.properties.title, closed),
    majorDimension: options.majorDimension,
    ...(lines.length > 0 && { values: lines }),
  };
}

/** Undefined stands for a blank cell; a formula that gives an empty text is none. */
type Line = readonly (Value | undefined)[];

function linesOf(
  sheet: SheetState,
  rendering: Rendering,
  range: ClosedRange,
  { majorDimension, render, dates }: ReadOptions,
): Line[] {
  const { sheetId, startColumnIndex, endColumnIndex } = range;
  const show = (cell: Cell | undefined, row: number, column: number): Value | undefined => {
    if (!cell?.value) return undefined;
    if (render === 'FORMULA' && 'formulaValue' in cell.value) return cell.value.formulaValue;
    const effective = rendering.effectiveOf(cell, sheetId, row, column);
    if (!effective) return undefined;
    const format = rendering.formatOf(cell, sheetId, row, column);
    return render === 'FORMATTED_VALUE'
      ? formatEffective(effective, format)
      : unformatted(effective, format, dates);
  };
  const rows: (Value | undefined)[][] = [];
  // Tabs are mostly blank below their last row, and nothing of that is shown.
  const end = Math.min(range.endRowIndex, lastRowWithData(sheet, range) + 1);
  for (let row = range.startRowIndex; row < end; row += 1) {
    const cells = sheet.rows[row] ?? [];
    const line: (Value | undefined)[] = [];
    const last = Math.min(endColumnIndex, cells.length);
    for (let column = startColumnIndex; column < last; column += 1)
      line.push(show(cells[column], row, column));
    rows.push(line);
  }
  return majorDimension === 'ROWS' ? rows : transposed(rows);
}

function transposed(rows: readonly Line[]): Line[] {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column]));
}

/** Leaves out what is blank at the end of lines and of the list; other blanks are empty texts. */
function trimmed(lines: readonly Line[]): Value[][] {
  const kept: Value[][] = [];
  let last = 0;
  for (const line of lines) {
    const end = lengthOf(line);
    const values: Value[] = [];
    for (let index = 0; index < end; index += 1) values.push(line[index] ?? '');
    kept.push(values);
    if (end > 0) last = kept.length;
  }
  kept.length = last;
  return kept;
}

function lengthOf(line: Line): number {
  let end = line.length;
  while (end > 0 && line[end - 1] === undefined) end -= 1;
  return end;
}
