import type { Clock } from '#platform/clock.ts';
import type { Submission, Workbooks } from '#platform/workbook/port.ts';

/** How often a row is offered while Google cannot be reached. */
const attempts = 3;

/** What became of the rows of a run. */
export interface Written {
  readonly rows: number;
  /** What could not be written, in Chinese, for the run's row and the mail. */
  readonly problems: readonly string[];
}

/** Writes rows, those of one spreadsheet together; a row that is there already counts as none. */
export async function writeRows(
  workbooks: Workbooks,
  clock: Clock,
  submissions: readonly Submission[],
): Promise<Written> {
  const outcomes = await Promise.all(
    submissions.map((submission) => untilTaken(workbooks, clock, submission)),
  );
  const refused = outcomes.flatMap((outcome) =>
    outcome.outcome === 'refused' ? [outcome.message.zh] : [],
  );
  const unavailable = outcomes.filter(({ outcome }) => outcome === 'unavailable').length;
  return {
    rows: outcomes.filter(({ outcome }) => outcome === 'written').length,
    problems: [
      ...(refused.length > 0 ? [`有 ${refused.length} 行没有写入：${refused[0]}`] : []),
      ...(unavailable > 0 ? [`表格连不上，有 ${unavailable} 行没有写入，请稍后重新运行`] : []),
    ],
  };
}

async function untilTaken(workbooks: Workbooks, clock: Clock, submission: Submission) {
  for (let attempt = 1; ; attempt += 1) {
    const submitted = await workbooks.submit(submission);
    if (submitted.outcome !== 'unavailable' || attempt === attempts) return submitted;
    await clock.sleep(submitted.retryAfterSeconds * 1000);
  }
}
