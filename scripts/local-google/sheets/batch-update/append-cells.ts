import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalidArgument } from '../../errors.ts';
import { requireCellMask } from '../cell-data.ts';
import type { Edit } from '../edit.ts';
import { type FieldMask, parseFieldMask } from '../field-mask.ts';
import { insertLines } from '../grid-moves.ts';
import { growGrid } from '../grid-size.ts';
import { lastRowWithData } from '../last-row.ts';
import type { TableState } from '../model.ts';
import { intersects } from '../ranges.ts';
import { findTable } from '../tables.ts';
import type { RequestHandler } from './index.ts';
import { writeRow } from './update-cells.ts';

type Rows = readonly sheets_v4.Schema$RowData[];

/**
 * Adds rows after the last one with data: of a tab, from column A on, or of a table, from its first
 * column on. A table grows; if something lies below it, rows are inserted for it.
 */
export const appendCells: RequestHandler<'appendCells'> = (request, edit) => {
  const mask = parseFieldMask(request.fields);
  requireCellMask(mask);
  const rows = request.rows ?? [];
  if (rows.length === 0) return;
  if (request.tableId)
    appendToTable(edit, findTable(edit.spreadsheet(), request.tableId), rows, mask);
  else appendToSheet(edit, request.sheetId ?? 0, rows, mask);
};

function appendToSheet(edit: Edit, sheetId: number, rows: Rows, mask: FieldMask): void {
  const start = lastRowWithData(edit.sheet(sheetId), { sheetId }) + 1;
  const columns = rows.reduce((widest, row) => Math.max(widest, row.values?.length ?? 0), 0);
  growGrid(edit, sheetId, { rows: start + rows.length, columns });
  writeRows(edit, sheetId, start, 0, rows, mask);
}

function appendToTable(edit: Edit, table: TableState, rows: Rows, mask: FieldMask): void {
  const { range } = table;
  const { sheetId } = range;
  const width = range.endColumnIndex - range.startColumnIndex;
  if (rows.some((row) => (row.values?.length ?? 0) > width)) {
    const last = range.endColumnIndex - 1;
    throw invalidArgument(
      `Attempting to write column: ${last + 1}, beyond the last requested column of: ${last}`,
    );
  }
  const body = { ...range, startRowIndex: range.startRowIndex + 1 };
  const start = Math.max(lastRowWithData(edit.sheet(sheetId), body) + 1, body.startRowIndex);
  const missing = start + rows.length - body.endRowIndex;
  if (missing > 0) makeRoom(edit, table, missing);
  writeRows(edit, sheetId, start, range.startColumnIndex, rows, mask);
}

/** Lets a table reach so many rows further, into free cells or into rows inserted for it. */
function makeRoom(edit: Edit, { tableId, range }: TableState, missing: number): void {
  const { sheetId, endRowIndex: end } = range;
  const sheet = edit.sheet(sheetId);
  const below = { ...range, startRowIndex: end, endRowIndex: end + missing };
  const isFree =
    lastRowWithData(sheet, below) < 0 &&
    !sheet.tables.some((other) => intersects(other.range, below));
  if (isFree) growGrid(edit, sheetId, { rows: below.endRowIndex, columns: range.endColumnIndex });
  else insertLines(edit, { sheetId, dimension: 'ROWS' }, end, missing, end - 1);
  const tables = edit
    .sheet(sheetId)
    .tables.map((table) =>
      table.tableId === tableId
        ? { ...table, range: { ...table.range, endRowIndex: below.endRowIndex } }
        : table,
    );
  edit.changeSheet(sheetId, { tables });
}

function writeRows(
  edit: Edit,
  sheetId: number,
  start: number,
  column: number,
  rows: Rows,
  mask: FieldMask,
): void {
  rows.forEach((row, index) => {
    writeRow(edit, sheetId, start + index, column, row, mask);
  });
}
