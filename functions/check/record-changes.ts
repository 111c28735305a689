import { type Audit, type AuditHead, type AuditLine, noHead } from '#platform/audit/index.ts';
import type { Drive } from '#platform/google/index.ts';
import type { Log } from '#platform/log/index.ts';
import type { Seals } from '#platform/seals/index.ts';
import type { ClosedIds } from '#platform/workbook/closed-ids.ts';
import type { KnownRows } from '#platform/workbook/known-rows.ts';
import type { Mend } from '#platform/workbook/mend-tab.ts';
import type { TabRead, WorkbookRead } from '#platform/workbook/read-tabs.ts';
import type { Register } from '#schema/register.ts';
import type { Row } from '#schema/row.ts';
import { type LocalDateTime, monthOf } from '#schema/values.ts';
import { actOf, actsAmong } from './acts-among.ts';
import { isByHand, lineOf, mendLine } from './change-lines.ts';
import { type Difference, differences, replayed } from './differences.ts';
import { strayedCells } from './half-sorted.ts';
import { leftWithTheirMonth } from './left-with-month.ts';
import { knownRows, rowsOfSeen, seenRows } from './seen-rows.ts';
import type { SeenRows, Snapshot, Snapshots, Strayed } from './snapshot.ts';

/** Where changes are kept. */
export interface RecordPorts {
  readonly audit: Audit;
  readonly snapshots: Snapshots;
  readonly seals: Seals;
  readonly drive: Pick<Drive, 'getFile'>;
  readonly closedIds: Pick<ClosedIds, 'find'>;
  readonly log: Log;
  /** Accounts of the functions: a file that one of them wrote last says nothing of who changed a row. */
  readonly editors: readonly string[];
}

/** Tells what changed in workbooks since the last look, and keeps it. */
export interface ChangeRecord {
  /** The rows of a register as they were last seen; none when nobody has looked yet, or the snapshot is lost. */
  known(workbook: string, spreadsheetId: string): Promise<(register: Register) => KnownRows>;
  /** The rows of a workbook as they were last seen, but for what is personal; `undefined` when that is lost. */
  rows(
    workbook: string,
    spreadsheetId: string,
  ): Promise<ReadonlyMap<string, readonly Row[]> | undefined>;
  /** Cells that went astray by a sort of some columns alone, and were not dealt with since. */
  strayed(spreadsheetId: string, register: string): Strayed;
  /**
   * Compares what was read with what was seen last, and writes the difference into the audit.
   *
   * @param mends what was put right about the tabs before
   * @returns how many rows came, went or changed
   */
  audit(
    workbook: string,
    spreadsheetId: string,
    read: WorkbookRead,
    now: LocalDateTime,
    mends?: readonly Mend[],
  ): Promise<number>;
  /** Rows have left with their month: what was seen last forgets them. */
  forget(workbook: string, spreadsheetId: string, ids: ReadonlySet<string>): Promise<void>;
  /** Keeps what was seen, once all that follows from it was written. */
  keep(spreadsheetId: string): Promise<void>;
}

const unknown = '不明';

/**
 * The record of one holder of the lease. Effects in the order audit, rows, snapshot (hard point 6): the audit is ahead
 * of the snapshot, so whoever begins anew brings the snapshot up to it first and writes nothing twice.
 */
export function createChangeRecord(ports: RecordPorts): ChangeRecord {
  const { audit, snapshots, seals, log } = ports;
  const held = new Map<string, Snapshot>();
  const unkept = new Set<string>();
  /** Made once for as long as nothing changes. */
  const knownOf = new WeakMap<
    SeenRows,
    { readonly cleared: SeenRows; readonly known: KnownRows }
  >();

  /** The rows of all tabs, which share no keys, side by side. */
  const seenIn = async (
    { tabs }: WorkbookRead,
    before: Readonly<Record<string, SeenRows>>,
    now: LocalDateTime,
  ): Promise<ReadonlyMap<string, SeenRows>> =>
    new Map(
      await Promise.all(
        Array.from(tabs, async ([key, tab]) => {
          const rows = await seenRows(seals, tab, before[key] ?? {}, monthOf(now));
          return [key, rows] as const;
        }),
      ),
    );

  /** What was seen last, brought up to the audit; `undefined` when it is lost. */
  const lastSeen = async (
    workbook: string,
    spreadsheetId: string,
  ): Promise<Snapshot | undefined> => {
    const here = held.get(spreadsheetId);
    if (here) return here;
    const kept = await snapshots.read(spreadsheetId);
    if (!kept) return undefined;
    const { lines, head } = await audit.since(workbook, kept.head);
    const registers = { ...kept.registers };
    const strayed: Record<string, Strayed> = { ...kept.strayed };
    for (const [key, own] of Map.groupBy(lines, ({ register }) => register)) {
      if (key === '') continue;
      const [was, before] = [registers[key] ?? {}, strayed[key] ?? {}];
      const now = replayed(was, own);
      registers[key] = now;
      strayed[key] = strayedCells(was, now, before);
    }
    const snapshot = { ...kept, registers, strayed, head };
    held.set(spreadsheetId, snapshot);
    return snapshot;
  };

  /** A snapshot made from the sheets in the place of a lost one: the audit says from when to when it was blind. */
  const begin = async (
    workbook: string,
    spreadsheetId: string,
    read: WorkbookRead,
    now: LocalDateTime,
  ): Promise<Snapshot> => {
    const last = (await audit.months()).at(-1);
    const before = last === undefined ? undefined : await audit.read(workbook, last);
    const registers: Record<string, SeenRows> = {};
    for (const [key, rows] of await seenIn(read, {}, now)) registers[key] = rows;
    const line: AuditLine = {
      register: '',
      row: '',
      label: '',
      column: '',
      month: '',
      by: '',
      seen: now,
      what: 'blind',
      before: before?.lines.at(-1)?.seen ?? '',
      after: now,
      how: '系统',
    };
    const start = before?.head ?? noHead;
    const head = await audit.append(workbook, start, monthAfter(start, now), [line]);
    log.warn('snapshot-made-anew', { spreadsheetId });
    const snapshot: Snapshot = { version: 1, seen: now, head, registers };
    // At once, or the next one to begin would be blind to what came between as well.
    await snapshots.write(spreadsheetId, snapshot);
    return snapshot;
  };

  return {
    async known(workbook, spreadsheetId) {
      const snapshot = await lastSeen(workbook, spreadsheetId);
      return (register) => {
        const rows = snapshot?.registers[register.key] ?? none;
        const cleared = snapshot?.cleared?.[register.key] ?? none;
        const made = knownOf.get(rows);
        if (made?.cleared === cleared) return made.known;
        const known = knownRows(register, rows, cleared);
        knownOf.set(rows, { cleared, known });
        return known;
      };
    },
    async rows(workbook, spreadsheetId) {
      const snapshot = await lastSeen(workbook, spreadsheetId);
      return (
        snapshot &&
        new Map(Object.entries(snapshot.registers).map(([key, seen]) => [key, rowsOfSeen(seen)]))
      );
    },
    strayed: (spreadsheetId, register) => held.get(spreadsheetId)?.strayed?.[register] ?? {},
    async audit(workbook, spreadsheetId, read, now, mends = []) {
      const before =
        (await lastSeen(workbook, spreadsheetId)) ??
        (await begin(workbook, spreadsheetId, read, now));
      const registers: Record<string, SeenRows> = { ...before.registers };
      const cleared: Record<string, SeenRows> = { ...before.cleared };
      const strayed: Record<string, Strayed> = { ...before.strayed };
      const found: (Difference & { readonly tab: TabRead | undefined })[] = [];
      const rowsNow = await seenIn(read, before.registers, now);
      for (const [key, tab] of tabsOf(read)) {
        // A tab whose columns cannot be found says nothing of its rows.
        if (tab && tab.resolved.missing.length > 0) continue;
        const was = before.registers[key] ?? {};
        const seen = rowsNow.get(key) ?? {};
        const own = differences(key, was, seen);
        found.push(...own.map((difference) => ({ ...difference, tab })));
        // What is the same stays the same object, which what is made of it goes by.
        registers[key] = own.length === 0 ? was : seen;
        cleared[key] = clearedRows(tab, { ...before.cleared?.[key], ...was });
        if (own.length > 0) strayed[key] = strayedCells(was, seen, before.strayed?.[key] ?? {});
      }
      if (found.length + mends.length === 0) {
        held.set(spreadsheetId, before);
        return 0;
      }
      const seen = { ...before, registers, cleared, strayed };
      const left = await leftWithTheirMonth(ports.closedIds, spreadsheetId, found);
      const told = found.filter(({ row, what }) => what !== 'deleted' || !left.has(row));
      unkept.add(spreadsheetId);
      if (told.length + mends.length === 0) {
        held.set(spreadsheetId, seen);
        return 0;
      }
      const acts = actsAmong(told);
      const byHand = told.some((one) => isByHand(one, now) && actOf(acts, one) === undefined);
      const by = await lastModifiedBy(ports, spreadsheetId, byHand);
      const lines = [
        ...mends.map((mend) => mendLine(mend, now)),
        ...told.map(({ tab, ...difference }) =>
          lineOf(difference, tab, now, actOf(acts, difference), by),
        ),
      ];
      const head = await audit.append(workbook, before.head, monthAfter(before.head, now), lines);
      held.set(spreadsheetId, { ...seen, seen: now, head });
      return new Set(told.map(({ register, row }) => `${register} ${row}`)).size;
    },
    async forget(workbook, spreadsheetId, ids) {
      const before = await lastSeen(workbook, spreadsheetId);
      if (!before || ids.size === 0) return;
      const registers = Object.fromEntries(
        Object.entries(before.registers).map(([key, rows]) => [
          key,
          Object.fromEntries(Object.entries(rows).filter(([id]) => !ids.has(id))),
        ]),
      );
      const snapshot = { ...before, registers };
      await snapshots.write(spreadsheetId, snapshot);
      held.set(spreadsheetId, snapshot);
    },
    async keep(spreadsheetId) {
      const snapshot = held.get(spreadsheetId);
      if (!snapshot || !unkept.has(spreadsheetId)) return;
      await snapshots.write(spreadsheetId, snapshot);
      unkept.delete(spreadsheetId);
    },
  };
}

const none: SeenRows = {};

/** Every register of a workbook with its tab; one whose tab is gone has none. */
function tabsOf(read: WorkbookRead): readonly (readonly [string, TabRead | undefined])[] {
  return [
    ...[...read.tabs].map(([key, tab]) => [key, tab] as const),
    ...read.lostTabs.filter((key) => !key.startsWith('_')).map((key) => [key, undefined] as const),
  ];
}

/** The month whose file goes on with the chain: never an earlier one, though the clock was set back. */
function monthAfter({ month }: AuditHead, now: LocalDateTime): string {
  const current = monthOf(now);
  return current < month ? month : current;
}

/** Rows whose cells are all blank by now, as they were, while their ids still stand there. */
function clearedRows(tab: TabRead | undefined, known: SeenRows): SeenRows {
  const left = (tab?.blanks ?? []).flatMap(({ id }) => {
    const row = known[id];
    return row && !tab?.identified.numbered.has(id) ? [[id, row] as const] : [];
  });
  return left.length === 0 ? none : Object.fromEntries(left);
}

/** Whoever Drive says changed the file last; asked before our own write, and never guessed. */
async function lastModifiedBy(
  { drive, editors, log }: RecordPorts,
  spreadsheetId: string,
  isAsked: boolean,
): Promise<string> {
  if (!isAsked) return '';
  try {
    const { lastModifyingUser } = await drive.getFile(
      spreadsheetId,
      'lastModifyingUser(displayName,emailAddress)',
    );
    const address = lastModifyingUser?.emailAddress ?? '';
    if (address === '' || editors.includes(address)) return unknown;
    return `${lastModifyingUser?.displayName ?? ''} ${address}`.trim();
  } catch (failure) {
    log.info('last-modifier-unknown', { spreadsheetId, failure: String(failure) });
    return unknown;
  }
}
