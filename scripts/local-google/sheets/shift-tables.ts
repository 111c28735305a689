import type { Edit } from './edit.ts';
import type { ClosedRange, TableColumnState, TableState } from './model.ts';
import type { RangeMap } from './range-map.ts';

/** Tables of a tab follow their cells; columns put into them get a name, as Google gives them. */
export function shiftTables(edit: Edit, sheetId: number, map: RangeMap): void {
  const before = edit.sheet(sheetId).tables;
  if (before.length === 0) return;
  const after = before.flatMap((table) => shiftTable(table, map));
  edit.changeSheet(sheetId, { tables: after });
  for (const table of after) nameNewHeaders(edit, table);
}

function shiftTable(table: TableState, map: RangeMap): TableState[] {
  const after = map(table.range);
  if (!after) return [];
  const range: ClosedRange = { ...table.range, ...after };
  const columnProperties = shiftColumns(table, range, map);
  return [{ ...table, range, columnProperties }];
}

function shiftColumns(table: TableState, range: ClosedRange, map: RangeMap): TableColumnState[] {
  const placed = new Map<number, TableColumnState>();
  for (const column of table.columnProperties) {
    const at = table.range.startColumnIndex + column.columnIndex;
    const cells = { ...table.range, startColumnIndex: at, endColumnIndex: at + 1 };
    const after = map(cells);
    if (after?.startColumnIndex !== undefined) placed.set(after.startColumnIndex, column);
  }
  const taken = new Set([...placed.values()].map(({ columnName }) => columnName));
  const width = range.endColumnIndex - range.startColumnIndex;
  return Array.from({ length: width }, (_, columnIndex) => {
    const column = placed.get(range.startColumnIndex + columnIndex);
    if (column) return { ...column, columnIndex };
    const columnName = freeColumnName(taken);
    taken.add(columnName);
    return { columnIndex, columnName };
  });
}

/** `Column 1`, `Column 2`…: the first name no column of the table has. */
export function freeColumnName(taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const name = `Column ${number}`;
    if (!taken.has(name)) return name;
  }
}

function nameNewHeaders(edit: Edit, table: TableState): void {
  const { sheetId, startRowIndex, startColumnIndex } = table.range;
  for (const { columnIndex, columnName } of table.columnProperties) {
    const column = startColumnIndex + columnIndex;
    const header = edit.cell(sheetId, startRowIndex, column);
    if (header?.value) continue;
    edit.setCell(sheetId, startRowIndex, column, {
      ...header,
      value: { stringValue: columnName },
    });
  }
}
