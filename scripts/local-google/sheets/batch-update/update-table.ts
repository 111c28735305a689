import { invalidArgument } from '../../errors.ts';
import { names, parseFieldMask, under, withMasked } from '../field-mask.ts';
import type { ClosedRange, TableState } from '../model.ts';
import { requireEditable } from '../protection.ts';
import { applyTable, tableColumns } from '../table-columns.ts';
import { findTable, requireNoFooter, tableName, tableRange } from '../tables.ts';
import type { RequestHandler } from './index.ts';

/**
 * Changes a table's name, range, columns or colours. A list of columns replaces all of them: those it
 * leaves out keep their headers and lose their types.
 */
export const updateTable: RequestHandler<'updateTable'> = ({ table: given, fields }, edit) => {
  const before = findTable(edit.spreadsheet(), given?.tableId);
  const mask = parseFieldMask(fields);
  const range = names(mask, 'range') ? tableRange(edit, given?.range, before) : before.range;
  requireSameHeader(before, range);
  requireEditable(edit, range.sheetId, range);
  requireNoFooter(given?.rowsProperties);
  const rowsMask = under(mask, 'rowsProperties');
  const rowsProperties = rowsMask
    ? withMasked(before.rowsProperties, given?.rowsProperties, rowsMask)
    : before.rowsProperties;
  const columns = names(mask, 'columnProperties')
    ? (given?.columnProperties ?? [])
    : keptColumns(before, range);
  const after: TableState = {
    tableId: before.tableId,
    name: names(mask, 'name') ? tableName(edit, given?.name, before) : before.name,
    range,
    ...(rowsProperties && { rowsProperties }),
    columnProperties: tableColumns(edit, range, columns, 'refused'),
  };
  applyTable(edit, after);
  const { tables } = edit.sheet(range.sheetId);
  edit.changeSheet(range.sheetId, {
    tables: tables.map((table) => (table.tableId === after.tableId ? after : table)),
  });
};

function requireSameHeader(before: TableState, range: ClosedRange): void {
  const { sheetId, startRowIndex } = before.range;
  if (range.sheetId !== sheetId || range.startRowIndex !== startRowIndex) {
    throw invalidArgument('The header row of a table cannot be moved by changing its range.');
  }
}

/** The columns that are in both ranges, at their places in the new one. */
function keptColumns(before: TableState, range: ClosedRange): TableState['columnProperties'] {
  const moved = before.range.startColumnIndex - range.startColumnIndex;
  const width = range.endColumnIndex - range.startColumnIndex;
  return before.columnProperties
    .map((column) => ({ ...column, columnIndex: column.columnIndex + moved }))
    .filter(({ columnIndex }) => columnIndex >= 0 && columnIndex < width);
}
