import type { SheetsSchema as sheets_v4 } from '#platform/google/index.ts';
import { writtenFields } from '#platform/workbook/append-batch.ts';
import { type Carried, carriedRows, isCarried } from '#platform/workbook/carried-ledger.ts';
import type { RowPage } from '#platform/workbook/port.ts';
import type { TabRead } from '#platform/workbook/read-tabs.ts';
import { rowDeletions } from '#platform/workbook/row-deletions.ts';
import { cellOfValue } from '#schema/cell.ts';
import type { Cell, LocalDate } from '#schema/values.ts';
import { type Grid, tabCells } from './kept-rows.ts';

type Request = sheets_v4.Schema$Request;

/** The rows 期初 at the top of the stock ledger while rows below leave or come back. */
export interface OpeningsTop {
  readonly removed: readonly number[];
  readonly added: number;
  fill(carried: readonly Carried[]): Request[];
  readonly last: readonly Request[];
}

/**
 * @param states what is carried after each slice, the last one last: a row is kept for each item that ever has one
 */
export function openingsTop(
  tab: TabRead,
  grid: Grid,
  from: LocalDate,
  states: readonly (readonly Carried[])[],
  rowPage: RowPage | undefined,
): OpeningsTop {
  const { register, resolved, sheet } = tab;
  const { layout } = resolved;
  const held = (carried: readonly Carried[] = []) =>
    carried.filter(({ closing }) => closing !== 0).map(({ item }) => item);
  const lasting = held(states.at(-1));
  const items = [...new Set([...lasting, ...states.flatMap(held)])];
  const cellsOf = (carried: readonly Carried[]) => {
    const rows = new Map(carriedRows(from, carried).map((row) => [String(row.values.item), row]));
    return items.map((item) => {
      const row = rows.get(item);
      if (!row) return { values: [] };
      const cells = new Map<string, Cell>(
        Object.entries(register.columns).map(([key, column]) => [
          key,
          cellOfValue(column, row.values[key]),
        ]),
      );
      const text = { ...row, sent: '', origin: '月结', cells, own: {} };
      return { values: tabCells(register, layout, grid[0] ?? [], text, rowPage) };
    });
  };
  const width = (grid[0]?.length ?? 1) - 1;
  return {
    removed: sheet.filter(isCarried).map(({ rowIndex }) => rowIndex),
    added: items.length,
    fill: (carried) =>
      items.length === 0
        ? []
        : [
            {
              updateCells: {
                range: {
                  sheetId: layout.sheetId,
                  startRowIndex: 1,
                  endRowIndex: 1 + items.length,
                  startColumnIndex: 0,
                  endColumnIndex: width + 1,
                },
                rows: cellsOf(carried),
                fields: writtenFields,
              },
            },
          ],
    last: rowDeletions(
      layout.sheetId,
      items.slice(lasting.length).map((_, index) => 1 + lasting.length + index),
    ),
  };
}
