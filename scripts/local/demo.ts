import type { Submitted, Workbooks } from '#platform/workbook/index.ts';
import { makeDemoSchool } from '#schema/demo/make-school.ts';
import { demoRowId } from '#schema/demo/row-id.ts';
import type { Register } from '#schema/register.ts';
import { dayOf, type LocalDateTime } from '#schema/values.ts';

const seed = 20260901;

/**
 * Writes the demo school's rows through the same door as every form. Ids follow from the seed, so a start that was
 * interrupted goes on where it stopped and none is written twice.
 *
 * @param chosen registers that get their rows
 * @returns how many rows they have
 */
export async function writeDemo(
  workbooks: Workbooks,
  registers: readonly Register[],
  chosen: readonly Register[],
  now: LocalDateTime,
  progress: (line: string) => void,
): Promise<number> {
  const school = makeDemoSchool({ seed, today: dayOf(now), now, registers });
  let rows = 0;
  for (const register of chosen) {
    const values = school.rows(register.key);
    const results = await Promise.all(
      values.map((row, index) =>
        untilWritten(workbooks, {
          register: register.key,
          id: demoRowId(seed, register.key, index),
          values: row,
        }),
      ),
    );
    const refused = results.find(({ outcome }) => outcome === 'refused' || outcome === 'different');
    if (refused) throw new Error(`demo: ${register.key} ${JSON.stringify(refused)}`);
    rows += values.length;
    progress(`demo school: ${register.title.zh} ${values.length}`);
  }
  return rows;
}

async function untilWritten(
  workbooks: Workbooks,
  submission: Parameters<Workbooks['submit']>[0],
): Promise<Submitted> {
  for (;;) {
    const submitted = await workbooks.submit(submission);
    if (submitted.outcome !== 'unavailable') return submitted;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}
