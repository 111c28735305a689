import type { Register } from '#schema/register.ts';
import { inSequence, type Row } from '#schema/row.ts';
import { missingNumbers } from '#schema/row-number.ts';
import type { Clock } from '../clock.ts';
import type { Google } from '../google/index.ts';
import type { Log } from '../log/index.ts';
import type { Random } from '../random.ts';
import type { Seals } from '../seals/index.ts';
import { amendRow } from './amend.ts';
import type { ClosedIds } from './closed-ids.ts';
import { readClosedSince } from './closed-since.ts';
import { joined } from './closed-world.ts';
import type { Directory } from './directory.ts';
import { createFilesNow, type FilesNow } from './files-now.ts';
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
  readonly google: Pick<Google, 'sheets'> & Partial<Pick<Google, 'drive'>>;
  /** Which spreadsheet is which; asked once, when first needed. */
  readonly directory: () => Promise<Directory>;
  readonly registers: readonly Register[];
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Opens a spreadsheet in a browser; Google's own address unless told otherwise. */
  readonly spreadsheetUrl?: (spreadsheetId: string) => string;
  readonly rowPage?: RowPage;
  /** Ids of rows that left their tabs with a closed month. */
  readonly closedIds?: Pick<ClosedIds, 'find'>;
  /** Opens personal cells of closed rows; blank without. */
  readonly seals?: Pick<Seals, 'open'>;
  /** Told after each commit. */
  readonly onCommitted?: (spreadsheetId: string) => void;
}

/** Typed rows over Google Sheets. One instance remembers layouts and ids; two share nothing. */
export function createWorkbooks(options: WorkbooksOptions): Workbooks {
  const { google, registers, clock, random, log, onCommitted } = options;
  const nextSequence = createSequence({ clock, random });
  const writers = new Map<string, GroupCommit>();
  const filesNow = createFilesNow(options);
  /** The last amendment of each spreadsheet, for the next to wait for. */
  const turns = new Map<string, Promise<unknown>>();

  const writerOf = ({ id, past }: FilesNow): GroupCommit => {
    const writer =
      writers.get(id) ??
      createGroupCommit({
        sheets: google.sheets,
        spreadsheetId: id,
        clock,
        random,
        log,
        nextSequence,
        past,
        rowPage: options.rowPage,
        closedIds: options.closedIds,
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
    read: async (keys, since) => {
      const wanted = registers.filter(({ key }) => keys.includes(key));
      const byWorkbook = Map.groupBy(wanted, ({ workbook }) => workbook);
      const reads = await Promise.all(
        [...byWorkbook].map(async ([workbook, some]) => {
          const files = await filesNow(workbook);
          const ids = since === undefined ? [files.id] : [...files.past, files.id];
          const found = await Promise.all(
            ids.map(async (id) => {
              const { tabs } = await readTabs(google.sheets, id, some);
              const url = (options.spreadsheetUrl ?? googleUrl)(id);
              // Live rows first: one that leaves its tab meanwhile is read twice, and never not at all.
              const closed = await readClosedSince(
                { sheets: google.sheets, drive: google.drive, seals: options.seals },
                id,
                some,
                since ?? (() => undefined),
                tabs.get('movements')?.identified.rows,
              );
              return [...tabs.values()].map((tab) =>
                registerRows(tab, id, url, closed.get(tab.register.key)),
              );
            }),
          );
          return found.flat();
        }),
      );
      const byRegister = Map.groupBy(reads.flat(), (read) => read.register.key);
      return new Map(Array.from(byRegister, ([key, some]) => [key, together(some)]));
    },
    accepted: async () => {
      const own = [...new Set(registers.map(({ workbook }) => workbook))];
      const reads = await Promise.all(
        own.map(async (workbook) =>
          readTabs(google.sheets, (await filesNow(workbook)).id, [], [openMattersTab.key]),
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
        const files = await filesNow(target.workbook);
        const recalling = writers.get(files.past.at(-1) ?? '');
        const recalled = recalling?.recalls(submission.id);
        // Sent again after a month has turned: what the file before took is not written into the next.
        if (recalling && recalled === 'held')
          return await recalling.submit(target, numbered(target, submission));
        const again = recalled === undefined ? submission : { ...submission, retry: true };
        return await writerOf(files).submit(target, numbered(target, again));
      } catch (failure) {
        if (failure instanceof WorkbookFailure) throw failure;
        log.error('submit-failed', { register: target.key, failure: String(failure) });
        return { outcome: 'unavailable', retryAfterSeconds: 15 };
      }
    },
    amend: async (key, id, decide) => {
      const target = register(key);
      if (!target) throw new Error(`workbooks: no register "${key}"`);
      const { id: own } = await filesNow(target.workbook);
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

/** The rows of files as one: the last file says where its rows are, and counts where a row went on into it. */
function together(reads: readonly RegisterRows[]): RegisterRows {
  const last = reads.at(-1);
  if (!last) throw new Error('workbooks: a register was read from no file');
  if (reads.length === 1) return last;
  const rows = new Map(reads.flatMap((read) => read.rows.map((row) => [row.id, row] as const)));
  return { ...last, rows: inSequence([...rows.values()]) };
}

function registerRows(
  tab: TabRead,
  spreadsheetId: string,
  url: string,
  closed: readonly Row[] | undefined,
): RegisterRows {
  const { sheetId, title } = tab.resolved.layout;
  return {
    register: tab.register,
    address: { spreadsheetId, sheetId, title, url: `${url}#gid=${sheetId}` },
    rows: closed ? joined(closed, tab.identified.rows) : tab.identified.rows,
    rowNumbers: new Map([...tab.identified.numbered].map(([id, row]) => [id, row.rowIndex + 1])),
  };
}
