import type { Register } from '#schema/register.ts';
import { missingNumbers } from '#schema/row-number.ts';
import type { WorkbookKey } from '#schema/workbooks.ts';
import type { Clock } from '../clock.ts';
import type { Google } from '../google/index.ts';
import type { Log } from '../log/index.ts';
import type { Random } from '../random.ts';
import { amendRow } from './amend.ts';
import { type Directory, spreadsheetIdOf } from './directory.ts';
import { createGroupCommit, type GroupCommit } from './group-commit.ts';
import { acceptedIn } from './matter-lines.ts';
import {
  type RegisterRows,
  type RowPage,
  type Submission,
  type Submitted,
  WorkbookFailure,
  type Workbooks,
} from './port.ts';
import { readTabs, type TabRead } from './read-tabs.ts';
import { createSequence } from './sequence.ts';
import { openMattersTab } from './tabs.ts';

export * from './port.ts';

export interface WorkbooksOptions {
  readonly google: Pick<Google, 'sheets'>;
  /** Which spreadsheet is which; asked once, when first needed. */
  readonly directory: () => Promise<Directory>;
  readonly registers: readonly Register[];
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Opens a spreadsheet in a browser; Google's own address unless told otherwise. */
  readonly spreadsheetUrl?: (spreadsheetId: string) => string;
  readonly rowPage?: RowPage;
  /** Told after each commit. */
  readonly onCommitted?: (spreadsheetId: string) => void;
}

/** Typed rows over Google Sheets. One instance remembers layouts and ids; two share nothing. */
export function createWorkbooks(options: WorkbooksOptions): Workbooks {
  const { google, registers, clock, random, log, onCommitted } = options;
  const nextSequence = createSequence({ clock, random });
  const writers = new Map<string, GroupCommit>();
  /** The last amendment of each spreadsheet, for the next to wait for. */
  const turns = new Map<string, Promise<unknown>>();
  let directory: Promise<Directory> | undefined;

  const known = async (): Promise<Directory> => {
    directory ??= options.directory();
    return directory;
  };

  const spreadsheetId = async (workbook: WorkbookKey): Promise<string> => {
    try {
      return spreadsheetIdOf(await known(), workbook);
    } catch (failure) {
      // A directory that could not be read, or that lacks a workbook, is asked for again next time.
      directory = undefined;
      throw failure;
    }
  };

  const writerOf = async (id: string): Promise<GroupCommit> => {
    const { editors } = await known();
    const writer =
      writers.get(id) ??
      createGroupCommit({
        sheets: google.sheets,
        spreadsheetId: id,
        clock,
        random,
        log,
        nextSequence,
        editors,
        rowPage: options.rowPage,
        onCommitted,
      });
    writers.set(id, writer);
    return writer;
  };

  const register = (key: string): Register | undefined =>
    registers.find((candidate) => candidate.key === key);

  return {
    registers,
    register,
    read: async (keys) => {
      const wanted = registers.filter(({ key }) => keys.includes(key));
      const byWorkbook = Map.groupBy(wanted, ({ workbook }) => workbook);
      const reads = await Promise.all(
        [...byWorkbook].map(async ([workbook, some]) => {
          const id = await spreadsheetId(workbook);
          const { tabs } = await readTabs(google.sheets, id, some);
          const url = (options.spreadsheetUrl ?? googleUrl)(id);
          return [...tabs.values()].map(
            (tab) => [tab.register.key, registerRows(tab, id, url)] as const,
          );
        }),
      );
      return new Map(reads.flat());
    },
    accepted: async () => {
      const own = [...new Set(registers.map(({ workbook }) => workbook))];
      const reads = await Promise.all(
        own.map(async (workbook) =>
          readTabs(google.sheets, await spreadsheetId(workbook), [], [openMattersTab.key]),
        ),
      );
      const keys = reads.flatMap(({ frameTabs }) => [
        ...acceptedIn(frameTabs.get(openMattersTab.key) ?? []),
      ]);
      return new Set(keys);
    },
    submit: async (submission: Submission): Promise<Submitted> => {
      const target = register(submission.register);
      if (!target) throw new Error(`workbooks: no register "${submission.register}"`);
      try {
        const writer = await writerOf(await spreadsheetId(target.workbook));
        return await writer.submit(target, numbered(target, submission));
      } catch (failure) {
        if (failure instanceof WorkbookFailure) throw failure;
        log.error('submit-failed', { register: target.key, failure: String(failure) });
        return { outcome: 'unavailable', retryAfterSeconds: 15 };
      }
    },
    amend: async (key, id, decide) => {
      const target = register(key);
      if (!target) throw new Error(`workbooks: no register "${key}"`);
      const own = await spreadsheetId(target.workbook);
      const amending = (turns.get(own) ?? Promise.resolve()).then(() =>
        amendRow(google.sheets, own, target, id, decide),
      );
      turns.set(
        own,
        amending.catch(() => undefined),
      );
      return amending;
    },
    close: async () => {
      await Promise.all([...writers.values()].map((writer) => writer.close()));
    },
  };
}

/** A row on its way with the numbers that it lacks; what was sent is compared without them. */
function numbered(register: Register, submission: Submission): Submission {
  const { values, sent = values } = submission;
  return { ...submission, values: { ...values, ...missingNumbers(register, submission) }, sent };
}

function googleUrl(id: string): string {
  return `https://docs.google.com/spreadsheets/d/${encodeURIComponent(id)}/edit`;
}

function registerRows(tab: TabRead, spreadsheetId: string, url: string): RegisterRows {
  const { sheetId, title } = tab.resolved.layout;
  return {
    register: tab.register,
    address: { spreadsheetId, sheetId, title, url: `${url}#gid=${sheetId}` },
    rows: tab.identified.rows,
    rowNumbers: new Map([...tab.identified.numbered].map(([id, row]) => [id, row.rowIndex + 1])),
  };
}
