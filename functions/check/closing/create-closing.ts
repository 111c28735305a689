import type { Clock } from '#platform/clock.ts';
import type { Log } from '#platform/log/index.ts';
import { Problem } from '#platform/problem.ts';
import type { Random } from '#platform/random.ts';
import type { Seals } from '#platform/seals/index.ts';
import type { Archives } from '#platform/workbook/archives.ts';
import type { ClosedIds } from '#platform/workbook/closed-ids.ts';
import { archivedIn, monthsIn, readTopLine, stateOf } from '#platform/workbook/closing-lines.ts';
import type { FencedSheets } from '#platform/workbook/fence.ts';
import type { RowPage } from '#platform/workbook/port.ts';
import { closingTab, sheetIdOf } from '#platform/workbook/tabs.ts';
import type { Register } from '#schema/register.ts';
import type { PublicHoliday } from '#schema/school-calendar.ts';
import { localMoment, plusMonths } from '#schema/time.ts';
import { dayOf, type LocalDate, monthOf } from '#schema/values.ts';
import { allSettled } from '../all-settled.ts';
import type { ChangeRecord } from '../record-changes.ts';
import { type ArchiveOutcome, archiveDue } from './archive-due.ts';
import { closeMonth } from './close-month.ts';
import { createClosingWorkbook } from './closing-workbook.ts';
import { reopenMonth } from './reopen-month.ts';
import { monthsInTurn, type Verified, verifyMonth } from './verify-month.ts';

export interface ClosingPorts {
  readonly sheets: FencedSheets;
  readonly spreadsheets: ReadonlyMap<string, readonly Register[]>;
  /** Every register of the product. */
  readonly registers: readonly Register[];
  readonly editors: readonly string[];
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly seals: Seals;
  readonly closedIds: ClosedIds;
  readonly archives: Archives;
  /** Opens a spreadsheet in a browser. */
  readonly spreadsheetUrl: (spreadsheetId: string) => string;
  /** What was seen last; nothing where no changes are kept. */
  readonly record: () => Promise<Pick<ChangeRecord, 'forget'> | undefined>;
  readonly publicHolidays: (day: LocalDate) => PublicHoliday | undefined;
  readonly timeZone: string;
  readonly rowPage?: RowPage | undefined;
  /** Keeps the lease through a long run; throws when it was lost. */
  readonly prolong: () => Promise<void>;
}

/** What a closing or reopening did. */
export interface ClosingOutcome {
  readonly month: string;
  readonly outcome: 'closed' | 'reopened' | 'nothing';
  /** Rows that left their tabs, or came back. */
  readonly rows: number;
  /** Open findings that are listed in the closing. */
  readonly findings: number;
}

/** Months as in bookkeeping: closed in order, reopened with a reason, and what is closed stays as it was. */
export interface Closing {
  close(month: string, reason: string): Promise<ClosingOutcome>;
  reopen(month: string, reason: string): Promise<ClosingOutcome>;
  verify(month: string): Promise<Verified>;
  /** Moves months that were closed so many months ago out of 已结 to the archives of their school years. */
  archive(months: number): Promise<ArchiveOutcome>;
  /** Holds some closed months against their hashes: the last one each night, the others in turn. */
  verifyInTurn(): Promise<readonly string[]>;
  /** Finishes what a run that died left under way. */
  resume(): Promise<readonly ClosingOutcome[]>;
}

/** What a report of the term that is being worked on looks back at stays in 已结. */
const fewestMonths = 6;
const monthShape = /^\d{4}-(0[1-9]|1[0-2])$/;

export function createClosing(ports: ClosingPorts): Closing {
  const { sheets, spreadsheets, clock, timeZone } = ports;
  const workbooks = [...spreadsheets].map(([spreadsheetId, registers]) =>
    createClosingWorkbook({ ...ports, spreadsheetId, registers }),
  );

  const asked = (month: string, reason: string): void => {
    if (!monthShape.test(month))
      throw refusal('badMonth', '月份写成 2026-10 这样', 'Write the month as 2026-10.');
    if (reason.trim() === '')
      throw refusal('noReason', '请写明原因', 'Say why: a reason is needed.');
  };

  // Fenced first: what somebody else began would come through behind what is read.
  const states = (month: string) =>
    allSettled(
      workbooks.map(async (workbook) => {
        await sheets.close(workbook.spreadsheetId);
        const lines = await workbook.lines(month);
        return { workbook, lines, state: stateOf(lines, month) };
      }),
    );

  const close = async (month: string, reason: string): Promise<ClosingOutcome> => {
    asked(month, reason);
    if (month >= monthOf(localMoment(clock.now(), timeZone)))
      throw refusal('notOver', `${month} 还没有过完，不能结账`, `${month} is not over yet.`);
    const found = await states(month);
    for (const { lines } of found) {
      const before = monthsIn(lines).findLast((one) => one < month);
      const stands = before === undefined ? 'closed' : stateOf(lines, before);
      if (stands !== 'closed')
        throw refusal('outOfOrder', `请先结 ${before}`, `Close ${before} first.`);
    }
    if (found.every(({ state }) => state === 'closed'))
      return { month, outcome: 'nothing', rows: 0, findings: 0 };
    const laterClosed = found.some(
      ({ lines, state }) => state === undefined && lines.some(({ line }) => line.month > month),
    );
    if (laterClosed)
      throw refusal(
        'outOfOrder',
        `${month} 之后的月份已结，它的行已在其中`,
        `A later month is closed and holds the rows of ${month}.`,
      );
    return closeMonth(ports, found, month, reason);
  };

  const reopen = async (month: string, reason: string): Promise<ClosingOutcome> => {
    asked(month, reason);
    const found = await states(month);
    if (found.every(({ state }) => state === undefined || state === 'reopened'))
      return { month, outcome: 'nothing', rows: 0, findings: 0 };
    const year = found
      .map(({ lines }) => archivedIn(lines, month))
      .find((one) => one !== undefined);
    if (year !== undefined)
      throw refusal(
        'archived',
        `${month} 已移入${year}，不能再重开；请在本月登记更正`,
        `${month} has moved to the archive of its school year and stays closed: enter a correction in this month.`,
      );
    return reopenMonth(ports, found, month, reason);
  };

  return {
    close,
    reopen,
    verify: (month) => verifyMonth(ports, workbooks, month),
    archive: (months) => {
      const now = monthOf(localMoment(clock.now(), timeZone));
      return archiveDue(ports, workbooks, plusMonths(now, -1 - Math.max(fewestMonths, months)));
    },
    async verifyInTurn() {
      const known = await Promise.all(workbooks.map((workbook) => workbook.closedMonths()));
      const today = dayOf(localMoment(clock.now(), timeZone));
      const problems: string[] = [];
      for (const month of monthsInTurn([...new Set(known.flat())].toSorted(), today)) {
        await ports.prolong();
        problems.push(...(await verifyMonth(ports, workbooks, month)).problems);
      }
      return problems;
    },
    async resume() {
      const waiting = new Map<string, { readonly what: string; readonly reason: string }>();
      for (const { spreadsheetId } of workbooks) {
        await sheets.close(spreadsheetId);
        const { sheets: tabs = [] } = await sheets.get(spreadsheetId, {
          fields: 'sheets(properties(sheetId))',
        });
        if (!tabs.some(({ properties }) => properties?.sheetId === sheetIdOf(closingTab.key)))
          continue;
        const top = await readTopLine(sheets, spreadsheetId);
        if (top?.name === '正在结账' || top?.name === '正在重开')
          waiting.set(top.month, { what: top.name, reason: String(top.note ?? '') });
      }
      const outcomes: ClosingOutcome[] = [];
      for (const [month, { what, reason }] of waiting)
        outcomes.push(await (what === '正在结账' ? close : reopen)(month, reason));
      return outcomes;
    },
  };
}

function refusal(code: string, zh: string, en: string): Problem {
  return new Problem({ status: 409, code, label: { zh, en } });
}
