import type { CellFormat, TableState } from './model.ts';
import { holds } from './ranges.ts';

const numberTypes: Readonly<Record<string, string>> = {
  CURRENCY: 'CURRENCY',
  PERCENT: 'PERCENT',
  DATE: 'DATE',
  TIME: 'TIME',
  DATE_TIME: 'DATE_TIME',
};

/** The number format that a table's typed column gives the cells below its header. */
export function formatOfColumn(
  tables: readonly TableState[],
  row: number,
  column: number,
): CellFormat['numberFormat'] {
  const table = tables.find(({ range }) => holds(range, row, column));
  if (!table || row === table.range.startRowIndex) return undefined;
  const { columnType = '' } = table.columnProperties[column - table.range.startColumnIndex] ?? {};
  const type = numberTypes[columnType];
  return type === undefined ? undefined : { type };
}
