import type { Finding } from '../finding.ts';
import type { Label } from '../language.ts';
import { inTime, type Row, textAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { daysBetween } from '../time.ts';
import { type LocalDate, localDate } from '../values.ts';

/**
 * The same thing so many times within so many days: a supplier that fails again, a room whose lights stay on. The
 * finding stands at the row that makes up the number; then the counting begins anew.
 *
 * @param at column where the finding stands
 * @param happened column with the day or moment
 * @param columns further columns that `of` reads
 * @param reads registers that `of` reads
 * @param of what a row is about, made ready for all rows at once; '' for a row that does not count
 * @param times how often is too often
 * @param days within how many days
 */
export function tooOften<const K extends string>(rule: {
  readonly at: K;
  readonly happened: K;
  readonly columns?: readonly K[];
  readonly reads?: readonly string[];
  readonly of: (world: World) => (row: Row) => string;
  readonly times: (world: World) => number;
  readonly days: (world: World) => number;
  readonly message: (of: string, times: number, days: number) => Label;
}): Rule<K> {
  const key = `too-often-${rule.at}`;
  return {
    key,
    columns: [rule.at, rule.happened, ...(rule.columns ?? [])],
    reads: rule.reads ?? [],
    catches: { zh: '短期内多次出现', en: 'Again and again in a short time' },
    check: (register, rows, world) => {
      const nameOf = rule.of(world);
      const times = Math.max(2, rule.times(world));
      const days = rule.days(world);
      const recent = new Map<string, LocalDate[]>();
      return inTime(rows, rule.happened).flatMap((row): Finding[] => {
        const of = nameOf(row);
        const day = localDate.safeParse(textAt(row, rule.happened).slice(0, 10));
        if (of === '' || !day.success) return [];
        const near = (recent.get(of) ?? []).filter((one) => daysBetween(one, day.data) <= days);
        near.push(day.data);
        if (near.length < times) {
          recent.set(of, near);
          return [];
        }
        recent.delete(of);
        return [
          {
            register: register.key,
            rule: key,
            row: row.id,
            column: rule.at,
            severity: 'look',
            message: rule.message(of, times, days),
          },
        ];
      });
    },
  };
}
