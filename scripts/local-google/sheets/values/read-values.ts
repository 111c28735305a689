import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalidArgument } from '../../errors.ts';
import { printRange } from '../a1.ts';
import type { Cell, ClosedRange, GridRange, Row, SheetState, SpreadsheetState } from '../model.ts';
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
  const taken = sheet.rows.slice(range.startRowIndex, range.endRowIndex);
  const rows = taken
    .slice(
      0,
      taken.findLastIndex((cells) => holdsValue(cells, startColumnIndex, endColumnIndex)) + 1,
    )
    .map((cells, offset) =>
      Array.from(
        { length: Math.max(0, Math.min(endColumnIndex, cells.length) - startColumnIndex) },
        (_, at) =>
          show(cells[startColumnIndex + at], range.startRowIndex + offset, startColumnIndex + at),
      ),
    );
  return majorDimension === 'ROWS' ? rows : transposed(rows);
}

/** Most rows of a tab hold formats and nothing else: they are passed over before anything is made of them. */
function holdsValue(cells: Row, start: number, end: number): boolean {
  for (let column = start; column < end && column < cells.length; column += 1)
    if (cells[column]?.value !== undefined) return true;
  return false;
}

function transposed(rows: readonly Line[]): Line[] {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column]));
}

function trimmed(lines: readonly Line[]): Value[][] {
  const kept = lines.map((line) =>
    line.slice(0, line.findLastIndex((value) => value !== undefined) + 1),
  );
  return kept
    .slice(0, kept.findLastIndex((line) => line.length > 0) + 1)
    .map((line) => line.map((value) => value ?? ''));
}
