import { invalidArgument } from '../errors.ts';
import type { ClosedRange, GridRange, SheetState, TableState } from './model.ts';
import { intersects } from './ranges.ts';

/** Throws 400, in Google's words, if the range has cells of a table's typed column. */
export function requireUntypedColumns(sheet: SheetState, range: GridRange): void {
  const typed = sheet.tables.flatMap((table) =>
    table.columnProperties
      .filter((column) => column.columnType !== undefined)
      .map((column) => bodyOfColumn(table, column.columnIndex)),
  );
  if (typed.some((one) => one !== undefined && intersects(one, range))) {
    throw invalidArgument('This operation is not allowed on cells in typed columns.');
  }
}

/** The cells of a table's column below its header; undefined if there are none. */
export function bodyOfColumn(table: TableState, columnIndex: number): ClosedRange | undefined {
  const { sheetId, startRowIndex, endRowIndex, startColumnIndex } = table.range;
  if (endRowIndex - startRowIndex < 2) return undefined;
  return {
    sheetId,
    startRowIndex: startRowIndex + 1,
    endRowIndex,
    startColumnIndex: startColumnIndex + columnIndex,
    endColumnIndex: startColumnIndex + columnIndex + 1,
  };
}
