import type { Workbooks } from '#platform/workbook/index.ts';
import type { DemoEntry } from '#schema/demo/entry.ts';
import { makeFullSchool } from '#schema/demo/full/make-full-school.ts';
import { makeDemoSchool } from '#schema/demo/make-school.ts';
import { demoRowId } from '#schema/demo/row-id.ts';
import type { Register } from '#schema/register.ts';
import { dayOf, type LocalDateTime } from '#schema/values.ts';
import { seedSettings } from '../seed-settings.ts';
import { writtenSurely } from '../written-surely.ts';

const seed = 20260901;

/** How much the demo school has behind it: two months, or the eighteen that the reports speak of. */
export type DemoLength = 'short' | 'full';

/** The demo rows of a register with their ids, which follow from the seed. */
function entriesOf(
  length: DemoLength,
  registers: readonly Register[],
  now: LocalDateTime,
): (register: string) => readonly DemoEntry[] {
  const options = { seed, today: dayOf(now), now, registers };
  if (length === 'full') return makeFullSchool(options).entries;
  const school = makeDemoSchool(options);
  return (key) =>
    school.rows(key).map((values, index) => ({ id: demoRowId(seed, key, index), values }));
}

/**
 * Writes the demo school's rows through the same door as every form. Ids follow from the seed, those of settings from
 * their keys, so a start that was interrupted goes on where it stopped and none is written twice.
 *
 * @param chosen registers that get their rows
 * @returns how many rows they have
 */
export async function writeDemo(options: {
  readonly workbooks: Workbooks;
  readonly registers: readonly Register[];
  readonly chosen: readonly Register[];
  readonly length: DemoLength;
  readonly now: LocalDateTime;
  readonly progress: (line: string) => void;
}): Promise<number> {
  const { workbooks, registers, chosen, length, now, progress } = options;
  const entries = entriesOf(length, registers, now);
  const all = chosen.reduce((sum, { key }) => sum + entries(key).length, 0);
  const step = Math.ceil(all / 20);
  let written = 0;
  const oneMore = (): void => {
    written += 1;
    if (length === 'full' && written % step === 0)
      progress(`demo school: ${written} / ${all} (${Math.round((written / all) * 100)} %)`);
  };
  const writing = chosen.map(async (register) => {
    const rows = entries(register.key);
    if (register.key === 'settings')
      await seedSettings(
        workbooks,
        rows.map(({ values }) => values),
      );
    else
      await Promise.all(
        rows.map(async ({ id, values }) => {
          await writtenSurely(workbooks, { register: register.key, id, values });
          oneMore();
        }),
      );
    progress(`demo school: ${register.title.zh} ${rows.length}`);
    return rows.length;
  });
  // All at once, so that the registers of a workbook share its writes.
  return (await Promise.all(writing)).reduce((sum, rows) => sum + rows, 0);
}
