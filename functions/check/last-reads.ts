import { isDeepStrictEqual } from 'node:util';
import { GoogleFailure } from '#platform/google/index.ts';
import type { TabRead, WorkbookRead } from '#platform/workbook/read-tabs.ts';
import type { Register } from '#schema/register.ts';
import type { Row } from '#schema/row.ts';
import { createWorkbookReader, type Read, type ReadPorts } from './read-workbook.ts';

/** What the spreadsheets held when they were last read. */
export interface LastReads {
  /** By spreadsheet; what the look itself has written since is put here as well. */
  readonly held: Map<string, WorkbookRead>;
  /** Reads one anew; nothing when it is not shared any more or deleted, which keeps no other from being looked at. */
  read(spreadsheetId: string, registers: readonly Register[]): Promise<Read | undefined>;
  /** Rows by register; of a spreadsheet that cannot be opened as they were last seen, since others refer to them. */
  rows(): ReadonlyMap<string, readonly Row[]>;
}

export function createLastReads(ports: ReadPorts): LastReads {
  const { log } = ports;
  const reader = createWorkbookReader(ports);
  const held = new Map<string, WorkbookRead>();
  const shut = new Map<string, ReadonlyMap<string, readonly Row[]>>();

  return {
    held,
    async read(spreadsheetId, registers) {
      try {
        const now = await reader.read(spreadsheetId, registers);
        const tabs = unchangedKept(held.get(spreadsheetId)?.tabs, now.seen.tabs);
        held.set(spreadsheetId, { ...now.seen, tabs });
        shut.delete(spreadsheetId);
        return now;
      } catch (failure) {
        if (!(failure instanceof GoogleFailure) || !isShut(failure)) throw failure;
        const seen = held.get(spreadsheetId);
        const record = await ports.record();
        const [first] = registers;
        const known = seen
          ? new Map([...seen.tabs].map(([key, { identified }]) => [key, identified.rows]))
          : first && (await record?.rows(first.workbook, spreadsheetId));
        // Without a trace of its rows every reference to them would seem wrong.
        if (!known && !shut.has(spreadsheetId)) throw failure;
        if (known) shut.set(spreadsheetId, known);
        held.delete(spreadsheetId);
        log.error('spreadsheet-shut', { spreadsheetId, failure: String(failure) });
        return undefined;
      }
    },
    rows() {
      const rows = new Map<string, readonly Row[]>([...shut.values()].flatMap((own) => [...own]));
      for (const { tabs } of held.values())
        for (const tab of tabs.values()) rows.set(tab.register.key, tab.identified.rows);
      return rows;
    },
  };
}

/** Tabs as they are now; rows that are the same as before stay the same array, which the finder goes by. */
function unchangedKept(
  before: ReadonlyMap<string, TabRead> | undefined,
  now: ReadonlyMap<string, TabRead>,
): ReadonlyMap<string, TabRead> {
  return new Map(
    Array.from(now, ([key, tab]) => {
      const rows = before?.get(key)?.identified.rows;
      const isSame = rows !== undefined && isDeepStrictEqual(rows, tab.identified.rows);
      return [key, isSame ? { ...tab, identified: { ...tab.identified, rows } } : tab] as const;
    }),
  );
}

/** Not shared with the function any more, or gone: asking again would not help. */
function isShut({ kind }: GoogleFailure): boolean {
  return kind === 'forbidden' || kind === 'missing';
}
