import { nameAt, nameKey } from '../calculations/named-rows.ts';
import type { Finding } from '../finding.ts';
import { inTime, textAt, valueAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { daysBetween } from '../time.ts';
import { dayOf, type LocalDate, localDate } from '../values.ts';
import { clip } from '../wording.ts';

/**
 * A meter in use is read every so many days. Silent before the first reading of all, from which a meter that was never
 * read has waited.
 *
 * @param of column with the meter
 * @param at column with the day or moment of the reading
 */
export function notReadLately<const K extends string>(rule: {
  readonly of: K;
  readonly at: K;
  readonly days: (world: World) => number;
}): Rule<K> {
  return {
    key: 'not-read-lately',
    columns: [rule.of, rule.at],
    reads: ['meters'],
    catches: { zh: '很久没有抄表', en: 'A meter not read for long' },
    check: (register, rows, world) => {
      const most = rule.days(world);
      const today = dayOf(world.now);
      const last = new Map<string, LocalDate>();
      for (const row of inTime(rows, rule.at)) {
        const day = localDate.safeParse(textAt(row, rule.at).slice(0, 10));
        if (day.success) last.set(nameAt(row, rule.of), day.data);
      }
      const [first] = [...last.values()].toSorted();
      if (first === undefined) return [];
      return world.rows('meters').flatMap((meter): Finding[] => {
        const name = textAt(meter, 'name').trim();
        if (name === '' || valueAt(meter, 'stopped') === true) return [];
        const days = daysBetween(last.get(nameKey(name)) ?? first, today);
        return days <= most
          ? []
          : [
              {
                register: register.key,
                rule: 'not-read-lately',
                severity: 'look',
                about: name,
                message: {
                  zh: `${clip(name, 10)}已${days}天没抄，请抄表`,
                  en: `${name} not read for ${days} days: read it`,
                },
              },
            ];
      });
    },
  };
}
