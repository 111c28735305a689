import type { Workbooks } from '#platform/workbook/index.ts';
import { makeFullSchool } from '#schema/demo/full/make-full-school.ts';
import { makeDemoSchool } from '#schema/demo/make-school.ts';
import type { Register } from '#schema/register.ts';
import { dayOf, type LocalDateTime } from '#schema/values.ts';
import { seedSettings } from '../seed-settings.ts';
import { writtenSurely } from '../written-surely.ts';

const seed = 20260901;

/** How much the demo school has behind it: two months, or the eighteen that the reports speak of. */
export type DemoLength = 'short' | 'full';

const schools = { short: makeDemoSchool, full: makeFullSchool };
/** Of so many rows it says how far it is as they are written. */
const many = 5000;

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
  const school = schools[length]({ seed, today: dayOf(now), now, registers });
  const all = chosen.reduce((sum, { key }) => sum + school.rows(key).length, 0);
  let written = 0;
  const tell = (register: Register, rows: string): void => {
    const { title } = register;
    const share = Math.floor((100 * written) / all);
    progress(`示范学校 demo school: ${title.zh} ${title.en} ${rows} · ${share} %`);
  };
  const writing = chosen.map(async (register) => {
    const rows = school.rows(register.key);
    let own = 0;
    if (register.key === 'settings') {
      await seedSettings(workbooks, rows);
      written += rows.length;
    } else
      await Promise.all(
        rows.map(async (values, index) => {
          const id = school.rowId(register.key, index);
          await writtenSurely(workbooks, { register: register.key, id, values });
          own += 1;
          written += 1;
          if (own % many === 0 && own < rows.length) tell(register, `${own} / ${rows.length}`);
        }),
      );
    tell(register, String(rows.length));
    return rows.length;
  });
  // All at once, so that the registers of a workbook share its writes.
  return (await Promise.all(writing)).reduce((sum, rows) => sum + rows, 0);
}
