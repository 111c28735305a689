import type { Finding } from '../finding.ts';
import type { Label } from '../language.ts';
import { type Row, textAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { plusDays } from '../time.ts';
import { dayOf, localDate } from '../values.ts';

/**
 * The same again and again: a place with private appliances, a gate that is open at one time of day. The finding stands
 * at the last of them, once there are so many within the last days.
 *
 * @param key distinguishes two such rules of a register
 * @param columns the columns that `same` reads; the finding stands at the first
 * @param same what they have in common; '' when a row does not count
 * @param times how many are a finding
 * @param days the last days that are looked at
 */
export function repeated<const K extends string>(rule: {
  readonly key: string;
  readonly happened: K;
  readonly columns: readonly [K, ...K[]];
  readonly same: (row: Row) => string;
  readonly times: (world: World) => number;
  readonly days: (world: World) => number;
  readonly message: (row: Row, times: number, days: number) => Label;
}): Rule<K> {
  const key = `repeated-${rule.key}`;
  return {
    key,
    columns: [rule.happened, ...rule.columns],
    reads: [],
    catches: { zh: '同一处一再发生', en: 'The same again and again' },
    check: (register, rows, world) => {
      const days = rule.days(world);
      const times = Math.max(2, rule.times(world));
      const from = plusDays(dayOf(world.now), -days);
      const recent = rows
        .filter((row) => {
          const day = localDate.safeParse(textAt(row, rule.happened).slice(0, 10));
          return day.success && day.data > from && rule.same(row) !== '';
        })
        .toSorted((a, b) => {
          const [one, other] = [textAt(a, rule.happened), textAt(b, rule.happened)];
          return one < other ? -1 : one > other ? 1 : a.sequence < b.sequence ? -1 : 1;
        });
      return [...Map.groupBy(recent, rule.same).values()].flatMap((group): Finding[] => {
        const last = group.at(-1);
        return last === undefined || group.length < times
          ? []
          : [
              {
                register: register.key,
                rule: key,
                row: last.id,
                column: rule.columns[0],
                severity: 'look',
                message: rule.message(last, group.length, days),
              },
            ];
      });
    },
  };
}
