import type { Edit } from '../edit.ts';
import { newText } from '../identifiers.ts';
import type { TableState } from '../model.ts';
import { requireEditable } from '../protection.ts';
import { applyTable, tableColumns } from '../table-columns.ts';
import { requireNoFooter, tableName, tableRange, tableToContract } from '../tables.ts';
import type { RequestHandler } from './index.ts';

/** Makes a table of a range, whose first row is its header. */
export const addTable: RequestHandler<'addTable'> = ({ table: given }, edit) => {
  const range = tableRange(edit, given?.range);
  requireEditable(edit, range.sheetId, range);
  requireNoFooter(given?.rowsProperties);
  const all = edit.spreadsheet().sheets.flatMap((sheet) => sheet.tables);
  const rowsProperties = given?.rowsProperties;
  const added: TableState = {
    tableId: newText(
      edit,
      given?.tableId,
      (id) => all.some((one) => one.tableId === id),
      'Table ID',
    ),
    name: tableName(edit, given?.name),
    range,
    ...(rowsProperties && { rowsProperties }),
    columnProperties: tableColumns(edit, range, given?.columnProperties ?? [], 'numbered'),
  };
  applyTable(edit, added);
  edit.changeSheet(range.sheetId, { tables: [...edit.sheet(range.sheetId).tables, added] });
  freezeHeader(edit, added);
  return { table: tableToContract(added) };
};

/** Google keeps the header of a table at the top in view. */
function freezeHeader(edit: Edit, { range }: TableState): void {
  const { properties } = edit.sheet(range.sheetId);
  const { gridProperties } = properties;
  if (range.startRowIndex > 0 || (gridProperties.frozenRowCount ?? 0) > 0) return;
  if (gridProperties.rowCount < 2) return;
  edit.changeSheet(range.sheetId, {
    properties: { ...properties, gridProperties: { ...gridProperties, frozenRowCount: 1 } },
  });
}
