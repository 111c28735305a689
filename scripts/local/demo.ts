import type { Workbooks } from '#platform/workbook/index.ts';
import { makeDemoSchool } from '#schema/demo/make-school.ts';
import { demoRowId } from '#schema/demo/row-id.ts';
import type { Register } from '#schema/register.ts';
import { dayOf, type LocalDateTime } from '#schema/values.ts';
import { seedSettings } from '../seed-settings.ts';
import { writtenSurely } from '../written-surely.ts';

const seed = 20260901;

/**
 * Writes the demo school's rows through the same door as every form. Ids follow from the seed, those of settings from
 * their keys, so a start that was interrupted goes on where it stopped and none is written twice.
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
  const writing = chosen.map(async (register) => {
    const values = school.rows(register.key);
    if (register.key === 'settings') await seedSettings(workbooks, values);
    else
      await Promise.all(
        values.map((row, index) =>
          writtenSurely(workbooks, {
            register: register.key,
            id: demoRowId(seed, register.key, index),
            values: row,
          }),
        ),
      );
    progress(`demo school: ${register.title.zh} ${values.length}`);
    return values.length;
  });
  // All at once, so that the registers of a workbook share its writes.
  return (await Promise.all(writing)).reduce((sum, rows) => sum + rows, 0);
}
