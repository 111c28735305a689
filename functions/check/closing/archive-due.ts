import { readHeldMonths } from '#platform/workbook/closed-rows.ts';
import { stateOf } from '#platform/workbook/closing-lines.ts';
import { archiveMonth } from './archive-month.ts';
import type { ClosingWorkbook } from './closing-workbook.ts';
import type { ClosingPorts } from './create-closing.ts';

/** What a run moved to the archives, and what stays in 已结 because something is wrong with it. */
export interface ArchiveOutcome {
  readonly months: readonly string[];
  readonly rows: number;
  readonly problems: readonly string[];
}

/**
 * Moves closed months to the archives of their school years, the oldest first and none before those that come before
 * it: a month that is being corrected keeps its followers.
 *
 * @param last the last month that is old enough
 */
export async function archiveDue(
  ports: ClosingPorts,
  workbooks: readonly ClosingWorkbook[],
  last: string,
): Promise<ArchiveOutcome> {
  const held = await Promise.all(
    workbooks.map(async ({ spreadsheetId }) => readHeldMonths(ports.sheets, spreadsheetId)),
  );
  const due = [...new Set(held.flat())].filter((month) => month <= last).toSorted();
  const months: string[] = [];
  let rows = 0;
  for (const month of due) {
    if (!(await isClosed(workbooks, month))) break;
    const problems: string[] = [];
    for (const workbook of workbooks) {
      const moved = await archiveMonth(ports, workbook, month);
      rows += moved.rows;
      problems.push(...moved.problems);
    }
    if (problems.length > 0) {
      ports.log.warn('month-not-archived', { month, problems: problems.length });
      return { months, rows, problems };
    }
    ports.log.info('month-archived', { month });
    months.push(month);
  }
  return { months, rows, problems: [] };
}

async function isClosed(workbooks: readonly ClosingWorkbook[], month: string): Promise<boolean> {
  const states = await Promise.all(
    workbooks.map(async (workbook) => stateOf(await workbook.lines(month), month)),
  );
  return states.every((state) => state === undefined || state === 'closed');
}
