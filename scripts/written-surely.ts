import type { Submission, Submitted, Workbooks } from '#platform/workbook/index.ts';

const pauseMilliseconds = 1000;

/**
 * Submits a row until it is in its sheet, however long Google keeps us waiting. A row that is there already with other
 * values, from an earlier version or day, stands.
 *
 * @throws when Google will never take it
 */
export async function writtenSurely(
  workbooks: Workbooks,
  submission: Submission,
): Promise<Submitted> {
  for (;;) {
    const submitted = await workbooks.submit(submission);
    if (submitted.outcome === 'refused')
      throw new Error(
        `a row of ${submission.register} was not written: ${JSON.stringify(submitted)}`,
      );
    if (submitted.outcome !== 'unavailable') return submitted;
    await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
  }
}
