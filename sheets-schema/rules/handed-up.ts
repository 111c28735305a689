import type { Finding } from '../finding.ts';
import { textAt, valueAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { daysBetween } from '../time.ts';
import { dayOf, localDate } from '../values.ts';

/**
 * What cannot be solved here is handed up to the school, and not forgotten there: the day is noted, and without an
 * answer after some days somebody asks again (R4).
 *
 * @param state column whose choice `handedUp` says that it was handed up
 * @param on column with the day on which it was
 * @param answer column with the school's answer
 * @param days days after which to ask again
 */
export function handedUp<const K extends string>(rule: {
  readonly state: K;
  readonly on: K;
  readonly answer: K;
  readonly days: (world: World) => number;
}): Rule<K> {
  const key = `handed-up-${rule.on}`;
  return {
    key,
    columns: [rule.state, rule.on, rule.answer],
    reads: [],
    catches: { zh: '上报后没人过问', en: 'Handed up and forgotten' },
    check: (register, rows, world) => {
      const most = rule.days(world);
      const today = dayOf(world.now);
      return rows.flatMap((row): Finding[] => {
        if (valueAt(row, rule.state) !== 'handedUp' || textAt(row, rule.answer) !== '') return [];
        const common = {
          register: register.key,
          rule: key,
          row: row.id,
          severity: 'must',
        } as const;
        const on = localDate.safeParse(textAt(row, rule.on).slice(0, 10));
        if (!on.success)
          return textAt(row, rule.on) === '' &&
            !row.unreadable.some((cell) => cell.column === rule.on)
            ? [
                {
                  ...common,
                  column: rule.on,
                  message: { zh: '已上报，请填上报日期', en: 'Handed up: fill in the day' },
                },
              ]
            : [];
        const days = daysBetween(on.data, today);
        return days <= most
          ? []
          : [
              {
                ...common,
                column: rule.answer,
                message: {
                  zh: `上报${days}天没有答复，请去催问`,
                  en: `Handed up ${days} days ago, no answer: ask again`,
                },
              },
            ];
      });
    },
  };
}
