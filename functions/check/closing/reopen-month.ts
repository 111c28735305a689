import type { SheetsSchema as sheets_v4 } from '#platform/google/index.ts';
import { writtenFields } from '#platform/workbook/append-batch.ts';
import { carriedOf, ledgerLater } from '#platform/workbook/balance-lines.ts';
import {
  beginningAfter,
  type Carried,
  carriedOn,
  itemMonths,
} from '#platform/workbook/carried-ledger.ts';
import { readClosedLines } from '#platform/workbook/closed-rows.ts';
import {
  addedLinesRequests,
  closingKind,
  monthsIn,
  removedLinesRequests,
} from '#platform/workbook/closing-lines.ts';
import { openedCells, rowsOf } from '#platform/workbook/opened-rows.ts';
import { rowDeletions } from '#platform/workbook/row-deletions.ts';
import { closedTab, sheetIdOf } from '#platform/workbook/tabs.ts';
import { catalogueOf } from '#schema/calculations/stock.ts';
import { plusMonths } from '#schema/time.ts';
import type { ClosingOutcome, ClosingPorts } from './create-closing.ts';
import { tabCells } from './kept-rows.ts';
import { stateLine } from './month-lines.ts';
import { openingsTop } from './openings-top.ts';
import { mostRows, topRequests } from './slices.ts';
import { ledgerKey, type Standing } from './taking.ts';

type Request = sheets_v4.Schema$Request;

/**
 * Brings a closed month's rows back into their tabs, from the bottom of 已结 up, each slice one atomic batch. Later
 * closings are stale from then on, until they are closed again in order.
 */
export async function reopenMonth(
  ports: ClosingPorts,
  found: readonly Standing[],
  month: string,
  reason: string,
): Promise<ClosingOutcome> {
  let back = 0;
  for (const { workbook, state, lines: before } of found) {
    if (state === undefined || state === 'reopened') continue;
    await ports.prolong();
    await workbook.lock(before, stateLine(month, 'reopening', reason));
    const lines = await workbook.lines(month);
    const read = await workbook.read();
    const grids = await workbook.grids();
    const closed = await readClosedLines(ports.sheets, workbook.spreadsheetId, month);
    const whole = closed.flatMap(({ row, rowIndex }) => (row ? [{ row, rowIndex }] : []));
    const slices = Array.from({ length: Math.ceil(whole.length / mostRows) }, (_, index) =>
      whole.toReversed().slice(index * mostRows, (index + 1) * mostRows),
    );
    const movements = (await rowsOf(ports.seals, workbook.registers, closed)).get(ledgerKey) ?? [];
    const catalogue = catalogueOf(read.tabs.get('items')?.identified.rows ?? []);
    /** What stands for closed months once so many slices are back. */
    const carriedAfter = (count: number): readonly Carried[] => {
      const gone = new Set<string>(
        slices.slice(0, count).flatMap((slice) => slice.map(({ row }) => row.id)),
      );
      const rest = movements.filter(({ id }) => !gone.has(id));
      const ledger = itemMonths(rest, catalogue, carriedOf(lines, month));
      return carriedOn(ledger, ledgerLater(lines, month));
    };
    const states = [...slices.keys()].map((index) => carriedAfter(index + 1));
    const tab = read.tabs.get(ledgerKey);
    const liveMovements = tab?.identified.rows ?? [];
    const grid = grids.get(ledgerKey) ?? [];
    const openings =
      tab && slices.length > 0
        ? openingsTop(
            tab,
            grid,
            beginningAfter(plusMonths(month, -1), [...movements, ...liveMovements]),
            states,
            ports.rowPage,
          )
        : undefined;
    for (const [index, slice] of slices.entries()) {
      const requests: Request[] = [
        ...(tab && openings && index === 0
          ? topRequests(tab.resolved.layout.sheetId, openings)
          : []),
        ...(openings?.fill(states[index] ?? []) ?? []),
        ...(openings && index === slices.length - 1 ? openings.last : []),
      ];
      for (const [key, own] of Map.groupBy(slice, ({ row }) => row.register)) {
        const register = workbook.registers.find((one) => one.key === key);
        const to = read.tabs.get(key);
        if (!register || !to || to.resolved.missing.length > 0)
          throw new Error(`the rows of ${key} cannot come back: its tab or a column is gone`);
        const table = read.tables.get(key);
        const rows = await Promise.all(
          own.toReversed().map(async ({ row }) => ({
            values: tabCells(
              register,
              to.resolved.layout,
              grids.get(key)?.[0] ?? [],
              { ...row.content, id: row.id, cells: await openedCells(ports.seals, row) },
              ports.rowPage,
            ).slice(table?.firstColumn ?? 0),
          })),
        );
        requests.push({
          appendCells: {
            sheetId: to.resolved.layout.sheetId,
            ...(table && { tableId: table.tableId }),
            fields: writtenFields,
            rows,
          },
        });
      }
      const indexes = slice.map(({ rowIndex }) => rowIndex);
      await ports.prolong();
      await workbook.step([...requests, ...rowDeletions(sheetIdOf(closedTab.key), indexes)]);
      back += slice.length;
    }
    // All are live again; whoever dies after the last batch would leave them in the index for good.
    await ports.closedIds.clear(workbook.spreadsheetId, month);
    const later = monthsIn(lines).filter((one) => one > month);
    await workbook.finish([
      ...removedLinesRequests(
        lines,
        (line) => line.month === month || (line.month > month && line.kind === closingKind),
      ),
      ...addedLinesRequests([
        ...later.map((one) => stateLine(one, 'stale', `${month} 已重开：${reason}`)),
        stateLine(month, 'reopened', reason),
      ]),
    ]);
  }
  ports.log.info('month-reopened', { month, rows: back });
  return { month, outcome: 'reopened', rows: back, findings: 0 };
}
