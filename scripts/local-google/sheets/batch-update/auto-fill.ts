import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalidArgument } from '../../errors.ts';
import { writeCells } from '../cell-writing.ts';
import type { Edit } from '../edit.ts';
import { hasData } from '../last-row.ts';
import type { ClosedRange } from '../model.ts';
import { gridRangeFrom, isEmpty, rangeInGrid } from '../ranges.ts';
import { dimensionFrom } from './dimension-range.ts';
import type { RequestHandler } from './index.ts';
import { copiedBy } from './pasting.ts';

/** Repeats cells over those beside them; numbers and dates are copied, not continued as a series. */
export const autoFill: RequestHandler<'autoFill'> = (request, edit) => {
  const { source, target } = request.sourceAndDestination
    ? besideSource(edit, request.sourceAndDestination)
    : withinRange(edit, request.range);
  if (isEmpty(source) || isEmpty(target)) return;
  const before = edit.sheet(source.sheetId).rows.slice();
  const rows = source.endRowIndex - source.startRowIndex;
  const columns = source.endColumnIndex - source.startColumnIndex;
  writeCells(edit, target, (_, row, column) => {
    const fromRow = source.startRowIndex + modulo(row - source.startRowIndex, rows);
    const fromColumn = source.startColumnIndex + modulo(column - source.startColumnIndex, columns);
    return copiedBy(before[fromRow]?.[fromColumn], row - fromRow, column - fromColumn);
  });
};

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}

interface Fill {
  readonly source: ClosedRange;
  readonly target: ClosedRange;
}

function besideSource(edit: Edit, request: sheets_v4.Schema$SourceAndDestination): Fill {
  const asked = gridRangeFrom(request.source);
  const source = rangeInGrid(asked, edit.sheet(asked.sheetId));
  const length = request.fillLength ?? 0;
  const [start, end] =
    dimensionFrom(request.dimension) === 'ROWS'
      ? (['startRowIndex', 'endRowIndex'] as const)
      : (['startColumnIndex', 'endColumnIndex'] as const);
  const target =
    length >= 0
      ? { ...source, [start]: source[end], [end]: source[end] + length }
      : { ...source, [start]: source[start] + length, [end]: source[start] };
  return { source, target: rangeInGrid(target, edit.sheet(asked.sheetId)) };
}

/** The rows with data at the top of the range fill the blank ones below. */
function withinRange(edit: Edit, range: sheets_v4.Schema$GridRange | undefined): Fill {
  if (!range) throw invalidArgument("Must specify 'range' or 'sourceAndDestination'.");
  const asked = gridRangeFrom(range);
  const sheet = edit.sheet(asked.sheetId);
  const whole = rangeInGrid(asked, sheet);
  let split = whole.startRowIndex;
  while (
    split < whole.endRowIndex &&
    hasData(sheet.rows[split] ?? [], whole.startColumnIndex, whole.endColumnIndex)
  ) {
    split += 1;
  }
  return {
    source: { ...whole, endRowIndex: split },
    target: { ...whole, startRowIndex: split },
  };
}
