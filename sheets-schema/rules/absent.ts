import { absences, isAway } from '../roster/people.ts';
import { textAt, valueAt } from '../row.ts';
import type { Rule } from '../rule.ts';
import { plain } from '../spelling.ts';
import { localDate } from '../values.ts';
import { clip } from '../wording.ts';

/**
 * Nobody is planned for a day on which they have leave (请假换班).
 *
 * @param person column with the name
 * @param day column with the day
 */
export function absent<const K extends string>(rule: {
  readonly person: K;
  readonly day: K;
}): Rule<K> {
  const key = `absent-${rule.person}`;
  return {
    key,
    columns: [rule.person, rule.day],
    reads: ['leave'],
    catches: { zh: '请假的人排了班', en: 'On duty while on leave' },
    check: (register, rows, world) => {
      const away = Map.groupBy(absences(world.rows('leave')), ({ person }) => person);
      const today = world.now.slice(0, 10);
      return rows.flatMap((row) => {
        const person = plain(textAt(row, rule.person));
        const day = localDate.safeParse(valueAt(row, rule.day));
        if (!day.success || !isAway(person, day.data, away.get(person) ?? [])) return [];
        return [
          {
            register: register.key,
            rule: key,
            row: row.id,
            column: rule.person,
            severity: day.data >= today ? ('must' as const) : ('look' as const),
            message: {
              zh: `${clip(person, 8)}这天请假，请换人`,
              en: `${clip(person, 20)} is on leave that day: choose somebody else`,
            },
          },
        ];
      });
    },
  };
}
