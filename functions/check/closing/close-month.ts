import type { SheetsSchema as sheets_v4 } from '#platform/google/index.ts';
import { carriedOf, ledgerLater } from '#platform/workbook/balance-lines.ts';
import {
  beginningAfter,
  type Carried,
  type CarriedRow,
  carriedOn,
  carriedRows,
  isCarried,
  itemMonths,
} from '#platform/workbook/carried-ledger.ts';
import { closedDigest, readClosedLines } from '#platform/workbook/closed-rows.ts';
import {
  addedLinesRequests,
  monthsIn,
  type PlacedLine,
  removedLinesRequests,
} from '#platform/workbook/closing-lines.ts';
import { rowsOf } from '#platform/workbook/opened-rows.ts';
import type { TabRead } from '#platform/workbook/read-tabs.ts';
import { type Catalogue, catalogueOf } from '#schema/calculations/stock.ts';
import { findAll } from '#schema/find-all.ts';
import { type Finding, findingKey } from '#schema/finding.ts';
import type { Register } from '#schema/register.ts';
import { type Row, textAt } from '#schema/row.ts';
import type { World } from '#schema/rule.ts';
import { daysOfMonth, localMoment, plusMonths } from '#schema/time.ts';
import type { LocalDate } from '#schema/values.ts';
import { worldOf } from '#schema/world.ts';
import type { ClosingWorkbook, LockedRead } from './closing-workbook.ts';
import type { ClosingOutcome, ClosingPorts } from './create-closing.ts';
import { type Grid, keptCells } from './kept-rows.ts';
import { monthLines, stateLine } from './month-lines.ts';
import { openingsTop } from './openings-top.ts';
import { type LeavingRow, mostRows, plainTop, slices } from './slices.ts';
import { type Leaving, leavingRows } from './stays.ts';

type Request = sheets_v4.Schema$Request;

/** A workbook with its lines of 月结. */
export interface Standing {
  readonly workbook: ClosingWorkbook;
  readonly lines: readonly PlacedLine[];
  readonly state: string | undefined;
}

interface Locked extends Standing {
  readonly read: LockedRead;
  /** Rows that an earlier run or closing of the same month took, by register. */
  readonly taken: ReadonlyMap<string, readonly Row[]>;
  readonly hashes: readonly string[];
}

const ledgerKey = 'movements';

/**
 * Closes a month in all workbooks: protects the tabs, reads, decides, moves rows in atomic slices and writes 月结 with
 * the last one. What died half-way is finished by doing it again: rows in 已结 count as taken.
 */
export async function closeMonth(
  ports: ClosingPorts,
  found: readonly Standing[],
  month: string,
  reason: string,
): Promise<ClosingOutcome> {
  const locked = await lockAll(ports, found, month, reason);
  const { whole, findings, leaving } = decided(ports, locked, month);
  const catalogue = catalogueOf(whole.rows('items'));
  let moved = 0;
  let listed = 0;
  for (const one of locked) {
    if (one.state === 'closed') continue;
    const { workbook, lines } = one;
    const taking = await takingFrom(ports, one, leaving, catalogue, month);
    await ports.closedIds.add(workbook.spreadsheetId, month, taking.ids);
    for (const requests of taking.batches) {
      await ports.prolong();
      await workbook.step(requests);
    }
    const own = findings.filter(isOf(workbook.registers, whole, month));
    const finished = monthLines(month, {
      registers: workbook.registers.filter(({ key }) => whole.register(key)),
      world: whole,
      closed: taking.closed,
      ledger: workbook.registers.some(({ key }) => key === ledgerKey)
        ? itemMonths(taking.closed.get(ledgerKey) ?? [], catalogue, carriedOf(lines, month))
        : [],
      findings: own,
      reason,
      rowsDigest: closedDigest(taking.hashes),
    });
    await ports.prolong();
    await workbook.finish([
      ...removedLinesRequests(lines, (line) => line.month === month),
      ...addedLinesRequests(finished),
    ]);
    await forgetRows(ports, workbook.spreadsheetId, taking.ids);
    moved += taking.ids.size;
    listed += own.length;
  }
  ports.log.info('month-closed', { month, rows: moved, findings: listed });
  return { month, outcome: 'closed', rows: moved, findings: listed };
}

/** Protects all workbooks and reads them; those that are closed already are only read. */
async function lockAll(
  ports: ClosingPorts,
  found: readonly Standing[],
  month: string,
  reason: string,
): Promise<readonly Locked[]> {
  const locked: Locked[] = [];
  for (const { workbook, state } of found) {
    await ports.prolong();
    if (state !== 'closed')
      await workbook.lock(await workbook.lines(month), stateLine(month, 'underWay', reason));
    const { sheets } = ports;
    const kept =
      state === undefined ? [] : await readClosedLines(sheets, workbook.spreadsheetId, month);
    locked.push({
      workbook,
      state,
      lines: await workbook.lines(month),
      read: await workbook.read(),
      hashes: kept.map(({ hash }) => hash),
      taken: await rowsOf(ports.seals, workbook.registers, kept),
    });
  }
  return locked;
}

/** What the closing takes of the school as it stands, and what is open in it. */
function decided(ports: ClosingPorts, locked: readonly Locked[], month: string) {
  const { lines = [] } = locked.find(({ read }) => read.tabs.has(ledgerKey)) ?? {};
  const carried = carriedOf(lines, month);
  const last = monthsIn(lines).findLast((one) => one < month) ?? month;
  const begins = daysOfMonth(plusMonths(last, 1)).from;
  const { live, whole } = worlds(ports, locked, carriedRows(begins, carried));
  const accepted = new Set(locked.flatMap(({ read }) => [...read.accepted]));
  const findings = findAll(ports.registers, live).filter(
    (finding) => !accepted.has(findingKey(finding)),
  );
  const catalogue = catalogueOf(whole.rows('items'));
  const taken = locked.flatMap((one) => one.taken.get(ledgerKey) ?? []);
  const later = ledgerLater(lines, month);
  const openings = (left: readonly Row[], stay: readonly Row[]): readonly Row[] => {
    const ledger = itemMonths([...taken, ...left], catalogue, carried);
    return carriedRows(beginningAfter(month, stay), carriedOn(ledger, later)).map(asRow);
  };
  const { leaving, held } = leavingRows(ports.registers, live, month, findings, openings);
  if (held.length > 0) ports.log.info('rows-held-back', { month, registers: held.join(',') });
  return { whole, findings, leaving };
}

const asRow = (row: CarriedRow): Row => ({ ...row, unreadable: [] });

/** The batches by which a workbook's rows leave, and all that the month took of it by then. */
async function takingFrom(
  ports: ClosingPorts,
  { workbook, lines, read, taken, hashes: before }: Locked,
  leaving: Leaving,
  catalogue: Catalogue,
  month: string,
) {
  const ids = new Map<string, string>();
  const closed = new Map<string, readonly Row[]>();
  const hashes = [...before];
  const batches: (readonly Request[])[] = [];
  for (const register of workbook.registers) {
    const tab = read.tabs.get(register.key);
    const earlier = taken.get(register.key) ?? [];
    closed.set(register.key, earlier);
    if (!tab || tab.resolved.missing.length > 0) continue;
    const grid = read.grids.get(register.key) ?? [];
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
        batches.push(...slices(register.key, rows, plainTop(rows.length === tab.sheet.length)));
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
    batches.push(...ledgerSlices(ports, tab, grid, beginningAfter(month, stay), rows, carriedWith));
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

/** The school as its tabs show it, and as it was before the month was taken out of them. */
function worlds(
  ports: ClosingPorts,
  locked: readonly Locked[],
  openings: readonly CarriedRow[],
): { readonly live: World; readonly whole: World } {
  const now = localMoment(ports.clock.now(), ports.timeZone);
  const live = new Map<string, readonly Row[]>();
  const whole = new Map<string, readonly Row[]>();
  for (const { read, taken } of locked)
    for (const [key, tab] of read.tabs) {
      const rows = tab.identified.rows;
      live.set(key, rows);
      const carried = key === ledgerKey ? openings : [];
      whole.set(key, [
        ...carried.map(asRow),
        ...(taken.get(key) ?? []),
        ...rows.filter((row) => key !== ledgerKey || !isCarried(row)),
      ]);
    }
  const of = (rows: ReadonlyMap<string, readonly Row[]>) =>
    worldOf({ registers: ports.registers, rows, now, publicHolidays: ports.publicHolidays });
  return { live: of(live), whole: of(whole) };
}

/** Findings about rows of the month and before, of some registers. */
function isOf(registers: readonly Register[], world: World, month: string) {
  const happened = new Map(
    registers.flatMap(({ key, happened: column = '' }) =>
      world.rows(key).map((row) => [row.id, textAt(row, column).slice(0, 7)] as const),
    ),
  );
  return ({ row, about, register }: Finding): boolean => {
    if (!registers.some(({ key }) => key === register)) return false;
    const when = row === undefined ? (about ?? '').slice(0, 7) : (happened.get(row) ?? '');
    return /^\d{4}-\d{2}$/.test(when) && when <= month;
  };
}

/** Rows that left are no deletions: what was seen last forgets them. */
async function forgetRows(
  { snapshots }: Pick<ClosingPorts, 'snapshots'>,
  spreadsheetId: string,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const seen = await snapshots.read(spreadsheetId);
  if (!seen || ids.size === 0) return;
  const registers = Object.fromEntries(
    Object.entries(seen.registers).map(([key, rows]) => [
      key,
      Object.fromEntries(Object.entries(rows).filter(([id]) => !ids.has(id))),
    ]),
  );
  await snapshots.write(spreadsheetId, { ...seen, registers });
}
