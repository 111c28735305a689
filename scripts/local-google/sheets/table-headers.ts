import type { Edit } from './edit.ts';
import type { ClosedRange, EnteredValue, TableState } from './model.ts';
import { intersects } from './ranges.ts';

/** After cells of a range were written: tables whose headers lie there rename their columns. */
export function nameColumnsByHeaders(edit: Edit, written: ClosedRange): void {
  const { tables } = edit.sheet(written.sheetId);
  const after = tables.map((table) =>
    intersects(headerRange(table), written) ? renamed(edit, table) : table,
  );
  if (after.every((table, index) => table === tables[index])) return;
  edit.changeSheet(written.sheetId, { tables: after });
}

function headerRange(table: TableState): ClosedRange {
  return { ...table.range, endRowIndex: table.range.startRowIndex + 1 };
}

function renamed(edit: Edit, table: TableState): TableState {
  const { sheetId, startRowIndex, startColumnIndex } = table.range;
  let changed = false;
  const columnProperties = table.columnProperties.map((column) => {
    const at = startColumnIndex + column.columnIndex;
    const columnName = headerText(edit.cell(sheetId, startRowIndex, at)?.value);
    if (columnName === undefined || columnName === column.columnName) return column;
    changed = true;
    return { ...column, columnName };
  });
  return changed ? { ...table, columnProperties } : table;
}

function headerText(value: EnteredValue | undefined): string | undefined {
  if (!value || 'formulaValue' in value) return undefined;
  if ('stringValue' in value) return value.stringValue;
  return 'numberValue' in value ? String(value.numberValue) : String(value.boolValue).toUpperCase();
}
