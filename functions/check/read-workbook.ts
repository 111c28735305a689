import type { Clock } from '#platform/clock.ts';
import type { Drive } from '#platform/google/index.ts';
import type { Log } from '#platform/log/index.ts';
import type { Random } from '#platform/random.ts';
import { writeHeld } from '#platform/workbook/column-guard.ts';
import type { FencedSheets } from '#platform/workbook/fence.ts';
import { type Mend, mendTab } from '#platform/workbook/mend-tab.ts';
import type { RowPage } from '#platform/workbook/port.ts';
import { readTabs, type TabRead, type WorkbookRead } from '#platform/workbook/read-tabs.ts';
import { settleIds } from '#platform/workbook/settle-ids.ts';
import { listsTab, openMattersTab } from '#platform/workbook/tabs.ts';
import type { Register } from '#schema/register.ts';
import { localMoment } from '#schema/time.ts';
import { dayOf, type Sequence } from '#schema/values.ts';
import { workbooks } from '#schema/workbooks.ts';
import { createFrameLooks } from './frame-looks.ts';
import { giveNumbers } from './give-numbers.ts';
import type { ChangeRecord } from './record-changes.ts';

export interface ReadPorts {
  readonly sheets: FencedSheets;
  readonly drive: Pick<Drive, 'getFile'>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly nextSequence: () => Sequence;
  readonly timeZone: string;
  readonly rowPage?: RowPage | undefined;
  /** What keeps the changes, if the school has an audit. */
  readonly record: () => Promise<ChangeRecord | undefined>;
  /** Accounts that may write what is protected. */
  readonly editors: () => Promise<readonly string[]>;
}

/** A spreadsheet as it was read, each row with an id of its own, and what that took. */
export interface Read {
  readonly seen: WorkbookRead;
  readonly rows: number;
  readonly numbered: number;
  readonly writes: number;
  /** What was put right about its tabs. */
  readonly mends: readonly Mend[];
  /** What somebody must do, in Chinese. */
  readonly problems: readonly string[];
}

/** Reads spreadsheets, and puts right what keeps them from being read aright. */
export interface WorkbookReader {
  read(spreadsheetId: string, registers: readonly Register[]): Promise<Read>;
}

const frameTabs = [openMattersTab.key, listsTab.key];

export function createWorkbookReader(ports: ReadPorts): WorkbookReader {
  const { sheets, clock, log, timeZone } = ports;
  const frame = createFrameLooks(ports);

  /** Reads tabs, and once more when headers or marks of their columns had to be put back. */
  const readMended = async (
    spreadsheetId: string,
    registers: readonly Register[],
  ): Promise<{ readonly seen: WorkbookRead; readonly mends: readonly Mend[] }> => {
    const seen = await readTabs(sheets, spreadsheetId, registers, frameTabs);
    const mending = [...seen.tabs.values()].map(mendTab);
    const requests = mending.flatMap((one) => one.requests);
    if (requests.length === 0) return { seen, mends: [] };
    const held = mending.flatMap((one) => one.held);
    if (await writeHeld(sheets, spreadsheetId, requests, held)) return { seen, mends: [] };
    return {
      seen: await readTabs(sheets, spreadsheetId, registers, frameTabs),
      mends: mending.flatMap(({ mends }) => mends),
    };
  };

  return {
    async read(spreadsheetId, registers) {
      await sheets.close(spreadsheetId);
      const record = await ports.record();
      const [first] = registers;
      const known = first && (await record?.known(first.workbook, spreadsheetId));
      const { seen, mends } = await readMended(spreadsheetId, registers);
      const today = dayOf(localMoment(clock.now(), timeZone));
      const tabs = new Map<string, TabRead>();
      const told = [...mends];
      let [rows, numbered, writes] = [0, 0, mends.length > 0 ? 1 : 0];
      for (const tab of seen.tabs.values()) {
        const { key } = tab.register;
        rows += tab.sheet.length;
        if (!isWritable(tab)) {
          tabs.set(key, tab);
          continue;
        }
        const rowsKnown = known?.(tab.register) ?? new Map();
        const settled = await settleIds(ports, spreadsheetId, tab, rowsKnown);
        tabs.set(key, await giveNumbers(sheets, spreadsheetId, settled.tab, today));
        numbered += settled.numbered;
        writes += settled.writes;
        if (settled.putBack > 0)
          told.push({
            register: key,
            column: '',
            words: `${settled.putBack}行的行编号离开了原行，已放回`,
          });
      }
      const hung = await frame.look(spreadsheetId, {
        tabs: [...tabs.values()],
        lists: seen.frameTabs.get(listsTab.key) ?? [],
        editors: await ports.editors(),
      });
      told.push(...hung);
      for (const mend of told) log.info('tab-mended', { spreadsheetId, ...mend });
      return {
        seen: { ...seen, tabs },
        rows,
        numbered,
        writes: writes + (hung.length > 0 ? 1 : 0),
        mends: told,
        problems:
          first && frame.isTrashed(spreadsheetId)
            ? [`“${titleOf(first)}”在回收站里，三十天后会被删除，请还原`]
            : [],
      };
    },
  };
}

/** What the spreadsheet of a register is called. */
export function titleOf({ workbook }: Register): string {
  return workbooks[workbook].title.zh;
}

/** A tab whose columns cannot be found is neither judged nor written to. */
export function isWritable(tab: TabRead): boolean {
  return tab.resolved.missing.length === 0;
}
