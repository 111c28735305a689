import type { SheetsSchema as sheets_v4 } from '#platform/google/index.ts';
import { carriedOf, ledgerLater } from '#platform/workbook/balance-lines.ts';
import {
  beginningAfter,
  type Carried,
  carriedOn,
  itemMonths,
} from '#platform/workbook/carried-ledger.ts';
import type { PlacedLine } from '#platform/workbook/closing-lines.ts';
import type { TabRead } from '#platform/workbook/read-tabs.ts';
import type { Catalogue } from '#schema/calculations/stock.ts';
import type { Row } from '#schema/row.ts';
import type { LocalDate } from '#schema/values.ts';
import type { ClosingWorkbook, LockedRead } from './closing-workbook.ts';
import type { ClosingPorts } from './create-closing.ts';
import { type Grid, keptCells } from './kept-rows.ts';
import { openingsTop } from './openings-top.ts';
import { type LeavingRow, mostRows, plainTop, slices } from './slices.ts';
import type { Leaving } from './stays.ts';

type Request = sheets_v4.Schema$Request;

/** A workbook with its lines of 月结. */
export interface Standing {
  readonly workbook: ClosingWorkbook;
  readonly lines: readonly PlacedLine[];
  readonly state: string | undefined;
}

/** One whose tabs are protected and read. */
export interface Locked extends Standing {
  readonly read: LockedRead;
  /** Rows that an earlier run or closing of the same month took, by register. */
  readonly taken: ReadonlyMap<string, readonly Row[]>;
  readonly hashes: readonly string[];
}

/** The register whose balances are carried from month to month. */
export const ledgerKey = 'movements';

/** The batches by which a workbook's rows leave, and all that the month took of it by then. */
export async function takingFrom(
  ports: ClosingPorts,
  { workbook, lines, read, taken, hashes: before }: Locked,
  leaving: Leaving,
  catalogue: Catalogue,
  month: string,
) {
  const ids = new Map<string, string>();
  const closed = new Map<string, readonly Row[]>();
  const hashes = [...before];
  const batches: Iterable<readonly Request[]>[] = [];
  const grids = await workbook.grids();
  for (const register of workbook.registers) {
    const tab = read.tabs.get(register.key);
    const earlier = taken.get(register.key) ?? [];
    closed.set(register.key, earlier);
    if (!tab || tab.resolved.missing.length > 0) continue;
    const grid = grids.get(register.key) ?? [];
    const rows: LeavingRow[] = [];
    const left: Row[] = [];
    for (const row of leaving.get(register.key) ?? []) {
      const placed = tab.identified.numbered.get(row.id);
      const cells = placed && (await keptCells(ports.seals, tab, placed, grid, month));
      if (!placed || !cells) {
        ports.log.warn('row-not-closed', { register: register.key, row: row.id });
        continue;
      }
      rows.push({ id: row.id, rowIndex: placed.rowIndex, cells });
      left.push(row);
      ids.set(row.id, placed.sent ?? '');
      hashes.push(cells.at(-1) ?? '');
    }
    closed.set(register.key, [...earlier, ...left]);
    if (register.key !== ledgerKey) {
      if (rows.length > 0)
        batches.push(slices(register.key, rows, plainTop(rows.length === tab.sheet.length)));
      continue;
    }
    const carriedWith = (gone: ReadonlySet<string>): readonly Carried[] => {
      const all = [...earlier, ...left.filter(({ id }) => gone.has(id))];
      return carriedOn(
        itemMonths(all, catalogue, carriedOf(lines, month)),
        ledgerLater(lines, month),
      );
    };
    const stay = tab.identified.rows.filter(({ id }) => !ids.has(id));
    batches.push(ledgerSlices(ports, tab, grid, beginningAfter(month, stay), rows, carriedWith));
  }
  return { ids, closed, hashes, batches };
}

/** The stock ledger's slices: the rows 期初 at its top always hold what has left by then. */
function ledgerSlices(
  ports: Pick<ClosingPorts, 'rowPage'>,
  tab: TabRead,
  grid: Grid,
  from: LocalDate,
  rows: readonly LeavingRow[],
  carriedWith: (gone: ReadonlySet<string>) => readonly Carried[],
) {
  const fromBelow = rows.toSorted((a, b) => b.rowIndex - a.rowIndex).map(({ id }) => id);
  const ends = Array.from({ length: Math.max(1, Math.ceil(rows.length / mostRows)) }, (_, index) =>
    carriedWith(new Set(fromBelow.slice(0, (index + 1) * mostRows))),
  );
  const top = openingsTop(tab, grid, from, ends, ports.rowPage);
  if (top.added === 0 && top.removed.length === 0 && rows.length === 0) return [];
  const isEmptied = top.added === 0 && rows.length + top.removed.length === tab.sheet.length;
  return slices(ledgerKey, rows, {
    ...top,
    added: isEmptied ? 1 : top.added,
    fill: (left) => top.fill(carriedWith(new Set(left.map(({ id }) => id)))),
  });
}
