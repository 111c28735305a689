import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalidArgument } from '../../errors.ts';
import { cellFrom, requireCellMask } from '../cell-data.ts';
import { requireRulesFit } from '../cell-rules.ts';
import { writeCells } from '../cell-writing.ts';
import type { Edit } from '../edit.ts';
import { type FieldMask, parseFieldMask } from '../field-mask.ts';
import type { ClosedRange } from '../model.ts';
import { exceedsGrid, gridRangeFrom, rangeInGrid } from '../ranges.ts';
import type { RequestHandler } from './index.ts';

type Rows = readonly sheets_v4.Schema$RowData[];

/**
 * Writes the parts of cells that `fields` names; what it names and a cell lacks is cleared. With
 * `range`, cells that `rows` does not reach are cleared as well.
 */
export const updateCells: RequestHandler<'updateCells'> = (request, edit) => {
  const mask = parseFieldMask(request.fields);
  requireCellMask(mask);
  const rows = request.rows ?? [];
  if (request.range && request.start) {
    throw invalidArgument("Only one of 'start' or 'range' can be set.");
  }
  if (request.range) {
    const asked = gridRangeFrom(request.range);
    const range = rangeInGrid(asked, edit.sheet(asked.sheetId));
    requireFits(rows, range);
    const cells = rows.flatMap(({ values }) => values ?? []);
    requireRulesFit(edit, range, cells, mask);
    writeCells(edit, range, (before, row, column) => {
      const given = rows[row - range.startRowIndex]?.values?.[column - range.startColumnIndex];
      return cellFrom(before, given ?? {}, mask);
    });
    return;
  }
  if (!request.start) throw invalidArgument("Must specify 'start' or 'range'.");
  const { sheetId, rowIndex, columnIndex } = request.start;
  const start = { sheetId: sheetId ?? 0, row: rowIndex ?? 0, column: columnIndex ?? 0 };
  requireStart(edit, start);
  rows.forEach((row, index) => {
    writeRow(edit, start.sheetId, start.row + index, start.column, row, mask);
  });
};

function requireFits(rows: Rows, range: ClosedRange): void {
  if (rows.length > range.endRowIndex - range.startRowIndex) {
    const last = range.endRowIndex - 1;
    throw invalidArgument(
      `Attempting to write row: ${last + 1}, beyond the last requested row of: ${last}`,
    );
  }
  const width = rows.reduce((widest, row) => Math.max(widest, row.values?.length ?? 0), 0);
  if (width > range.endColumnIndex - range.startColumnIndex) {
    const last = range.endColumnIndex - 1;
    throw invalidArgument(
      `Attempting to write column: ${last + 1}, beyond the last requested column of: ${last}`,
    );
  }
}

function requireStart(
  edit: Edit,
  { sheetId, row, column }: { sheetId: number; row: number; column: number },
): void {
  const { rowCount, columnCount } = edit.sheet(sheetId).properties.gridProperties;
  if (row >= rowCount) {
    throw invalidArgument(
      `GridCoordinate.rowIndex[${row}] is after last row in grid[${rowCount - 1}]`,
    );
  }
  if (column >= columnCount) {
    throw invalidArgument(
      `GridCoordinate.columnIndex[${column}] is after last column in grid[${columnCount - 1}]`,
    );
  }
}

/** Writes the cells a row of a request names, from a place on; the grid must reach there. */
export function writeRow(
  edit: Edit,
  sheetId: number,
  row: number,
  column: number,
  { values }: sheets_v4.Schema$RowData,
  mask: FieldMask,
): void {
  const cells = values ?? [];
  if (cells.length === 0) return;
  const range = {
    sheetId,
    startRowIndex: row,
    endRowIndex: row + 1,
    startColumnIndex: column,
    endColumnIndex: column + cells.length,
  };
  const sheet = edit.sheet(sheetId);
  const { rowCount, columnCount } = sheet.properties.gridProperties;
  if (row >= rowCount) throw exceedsGrid(range, sheet);
  if (range.endColumnIndex > columnCount) {
    throw invalidArgument(
      `Attempting to write column: ${columnCount}, beyond the last requested column of: ${columnCount - 1}`,
    );
  }
  requireRulesFit(edit, range, cells, mask);
  writeCells(edit, range, (before, _, at) => cellFrom(before, cells[at - column] ?? {}, mask));
}
