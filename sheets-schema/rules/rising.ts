import type { Finding } from '../finding.ts';
import type { Label } from '../language.ts';
import { type Row, textAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { plusDays, weekdayOf } from '../time.ts';
import { dayOf, type LocalDate, localDate } from '../values.ts';

/**
 * A measure that grows week after week. Weeks run from Monday to Sunday and only those that are over count; a week
 * without a value, such as a holiday, is passed over. After so many rises running there is one finding about the last
 * of those weeks, and the counting begins anew.
 *
 * @param happened column with the day or moment
 * @param columns columns that `measure` reads
 * @param reads registers that `measure` reads
 * @param measure the value of a week from its rows, made ready for all weeks at once; `undefined` when it has none
 * @param weeks how many rises running are a finding
 * @param message the value of the last week, and the one from which it rose
 */
export function rising<const K extends string>(rule: {
  readonly happened: K;
  readonly columns: readonly [K, ...K[]];
  readonly reads?: readonly string[];
  readonly measure: (world: World) => (rows: readonly Row[]) => number | undefined;
  readonly weeks: (world: World) => number;
  readonly message: (monday: LocalDate, now: number, before: number, weeks: number) => Label;
}): Rule<K> {
  const [column] = rule.columns;
  const key = `rising-${column}`;
  return {
    key,
    columns: [rule.happened, ...rule.columns],
    reads: rule.reads ?? [],
    catches: { zh: '一周比一周多', en: 'More each week' },
    check: (register, rows, world) => {
      const most = Math.max(1, rule.weeks(world));
      const measure = rule.measure(world);
      const thisWeek = mondayOf(dayOf(world.now));
      const weeks = Map.groupBy(rows, (row) => weekOf(row, rule.happened));
      const measured = [...weeks]
        .filter(([monday]) => monday < thisWeek)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([monday, own]) => {
          const value = measure(own);
          const day = localDate.safeParse(monday);
          return value === undefined || !day.success ? [] : [{ monday: day.data, value }];
        });
      const findings: Finding[] = [];
      let rises = 0;
      let bottom: number | undefined;
      let last: number | undefined;
      for (const { monday, value } of measured) {
        const rose = last !== undefined && value > last;
        if (!rose) bottom = value;
        rises = rose ? rises + 1 : 0;
        last = value;
        if (rises < most || bottom === undefined) continue;
        findings.push({
          register: register.key,
          rule: key,
          severity: 'look',
          about: monday,
          message: rule.message(monday, value, bottom, rises),
        });
        rises = 0;
        bottom = value;
      }
      return findings;
    },
  };
}

function weekOf(row: Row, happened: string): string {
  const day = localDate.safeParse(textAt(row, happened).slice(0, 10));
  return day.success ? mondayOf(day.data) : '';
}

function mondayOf(day: LocalDate): LocalDate {
  return plusDays(day, -((weekdayOf(day) + 6) % 7));
}
