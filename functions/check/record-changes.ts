import { type Audit, type AuditLine, noHead } from '#platform/audit/index.ts';
import type { Drive } from '#platform/google/index.ts';
import type { Log } from '#platform/log/index.ts';
import type { Seals } from '#platform/seals/index.ts';
import type { TabRead, WorkbookRead } from '#platform/workbook/read-tabs.ts';
import type { Identified, SheetRow } from '#platform/workbook/sheet-rows.ts';
import { type LocalDateTime, monthOf } from '#schema/values.ts';
import { actOf, actsAmong } from './acts-among.ts';
import { type Difference, differences, replayed } from './differences.ts';
import { sealedColumns, seenRows } from './seen-rows.ts';
import type { SeenRows, Snapshot, Snapshots } from './snapshot.ts';

/** Where changes are kept. */
export interface RecordPorts {
  readonly audit: Audit;
  readonly snapshots: Snapshots;
  readonly seals: Seals;
  readonly drive: Pick<Drive, 'getFile'>;
  readonly log: Log;
  /** Accounts of the functions: a file that one of them wrote last says nothing of who changed a row. */
  readonly editors: readonly string[];
}

/** Tells what changed in workbooks since the last look, and keeps it. */
export interface ChangeRecord {
  /**
   * Compares what was read with what was seen last, and writes the difference into the audit.
   *
   * @returns registers in which something changed
   */
  audit(
    workbook: string,
    spreadsheetId: string,
    read: WorkbookRead,
    now: LocalDateTime,
  ): Promise<ReadonlySet<string>>;
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

  /** What was seen last, made from the sheets when it is lost: then the audit says from when to when it was blind. */
  const begin = async (
    workbook: string,
    spreadsheetId: string,
    read: WorkbookRead,
    now: LocalDateTime,
  ): Promise<Snapshot> => {
    const kept = await snapshots.read(spreadsheetId);
    if (kept) {
      const { lines, head } = await audit.since(workbook, kept.head);
      const registers = { ...kept.registers };
      for (const [key, own] of Map.groupBy(lines, ({ register }) => register))
        if (key !== '') registers[key] = replayed(registers[key] ?? {}, own);
      return { ...kept, registers, head };
    }
    const last = (await audit.months()).at(-1);
    const before = last === undefined ? undefined : await audit.read(workbook, last);
    const registers: Record<string, SeenRows> = {};
    for (const [key, rows] of await seenIn(read, {}, now)) registers[key] = rows;
    const line: AuditLine = {
      ...nothing,
      seen: now,
      what: 'blind',
      before: before?.lines.at(-1)?.seen ?? '',
      after: now,
      how: '系统',
    };
    const head = await audit.append(workbook, before?.head ?? noHead, monthOf(now), [line]);
    log.warn('snapshot-made-anew', { spreadsheetId });
    unkept.add(spreadsheetId);
    return { version: 1, seen: now, head, registers };
  };

  return {
    async audit(workbook, spreadsheetId, read, now) {
      const before = held.get(spreadsheetId) ?? (await begin(workbook, spreadsheetId, read, now));
      const registers: Record<string, SeenRows> = { ...before.registers };
      const found: (Difference & { readonly tab: TabRead | undefined })[] = [];
      const rowsNow = await seenIn(read, before.registers, now);
      for (const [key, tab] of tabsOf(read)) {
        // A tab whose columns cannot be found says nothing of its rows.
        if (tab && tab.resolved.missing.length > 0) continue;
        const was = before.registers[key] ?? {};
        const seen = rowsNow.get(key) ?? {};
        found.push(...differences(key, was, seen).map((difference) => ({ ...difference, tab })));
        registers[key] = seen;
      }
      if (found.length === 0) {
        held.set(spreadsheetId, before);
        return new Set();
      }
      const acts = actsAmong(found);
      const byHand = found.some((one) => isByHand(one) && actOf(acts, one) === undefined);
      const by = await lastModifiedBy(ports, spreadsheetId, byHand);
      const lines = found.map(({ tab, ...difference }) =>
        lineOf(difference, tab, now, actOf(acts, difference), by),
      );
      const head = await audit.append(workbook, before.head, monthOf(now), lines);
      held.set(spreadsheetId, { version: 1, seen: now, head, registers });
      unkept.add(spreadsheetId);
      return new Set(found.map(({ register }) => register));
    },
    async keep(spreadsheetId) {
      const snapshot = held.get(spreadsheetId);
      if (!snapshot || !unkept.has(spreadsheetId)) return;
      await snapshots.write(spreadsheetId, snapshot);
      unkept.delete(spreadsheetId);
    },
  };
}

const nothing = { register: '', row: '', label: '', column: '', month: '', by: '' } as const;

/** Every register of a workbook with its tab; one whose tab is gone has none. */
function tabsOf(read: WorkbookRead): readonly (readonly [string, TabRead | undefined])[] {
  return [
    ...[...read.tabs].map(([key, tab]) => [key, tab] as const),
    ...read.lostTabs.filter((key) => !key.startsWith('_')).map((key) => [key, undefined] as const),
  ];
}

function lineOf(
  difference: Difference,
  tab: TabRead | undefined,
  seen: LocalDateTime,
  actor: string | undefined,
  by: string,
): AuditLine {
  const how = actor === undefined ? wayOf(difference, tab) : '系统';
  return {
    ...difference,
    seen,
    label: tab ? labelOf(tab, difference.row) : '',
    by: actor ?? (how === '表格' ? by : ''),
    how,
  };
}

/** What a row is called in other registers, unless that is personal. */
function labelOf({ register, identified }: TabRead, id: string): string {
  const { label } = register;
  if (label === undefined || sealedColumns(register).has(label)) return '';
  return String(rowsOf(identified).get(id)?.values[label] ?? '');
}

/** How a change came in, as far as the row itself tells. */
function wayOf({ what, row, column }: Difference, tab: TabRead | undefined): string {
  if (what === 'changed')
    return tab?.register.columns[column]?.filledByCode || tab?.register.writtenByCode
      ? '系统'
      : '表格';
  if (what === 'deleted' || !tab) return '表格';
  if (tab.register.writtenByCode) return '系统';
  const sent = rowsOf(tab.identified).get(row)?.sent;
  return sent === undefined ? '表格' : '表单';
}

function rowsOf({ numbered }: Identified): ReadonlyMap<string, SheetRow> {
  return numbered;
}

function isByHand({
  tab,
  ...difference
}: Difference & { readonly tab: TabRead | undefined }): boolean {
  return wayOf(difference, tab) === '表格';
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
