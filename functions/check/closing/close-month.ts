import { carriedOf, ledgerLater } from '#platform/workbook/balance-lines.ts';
import {
  beginningAfter,
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
  removedLinesRequests,
} from '#platform/workbook/closing-lines.ts';
import { rowsOf } from '#platform/workbook/opened-rows.ts';
import { catalogueOf } from '#schema/calculations/stock.ts';
import { findAll } from '#schema/find-all.ts';
import { type Finding, findingKey } from '#schema/finding.ts';
import type { Register } from '#schema/register.ts';
import { type Row, textAt } from '#schema/row.ts';
import type { World } from '#schema/rule.ts';
import { daysOfMonth, localMoment, plusMonths } from '#schema/time.ts';
import { worldOf } from '#schema/world.ts';
import { repeatedRows } from '../tab-findings.ts';
import type { ClosingOutcome, ClosingPorts } from './create-closing.ts';
import { monthLines, stateLine } from './month-lines.ts';
import { leavingRows } from './stays.ts';
import { type Locked, ledgerKey, type Standing, takingFrom } from './taking.ts';

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
    for (const batches of taking.batches)
      for (const requests of batches) {
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
    const [first] = workbook.registers;
    if (first)
      await (await ports.record())?.forget(
        first.workbook,
        workbook.spreadsheetId,
        new Set(taking.ids.keys()),
      );
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
  // Of a submission written twice the later row would count, were the first one gone.
  const repeated = locked
    .flatMap(({ read }) => repeatedRows(read))
    .map((finding) => ({ ...finding, severity: 'must' as const }));
  const wrong = [...findings, ...repeated];
  const { leaving, held } = leavingRows(ports.registers, live, month, wrong, openings);
  if (held.length > 0) ports.log.info('rows-held-back', { month, registers: held.join(',') });
  return { whole, findings, leaving };
}

const asRow = (row: CarriedRow): Row => ({ ...row, unreadable: [] });

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
