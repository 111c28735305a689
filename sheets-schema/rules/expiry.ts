import type { Finding } from '../finding.ts';
import type { Label } from '../language.ts';
import { type Row, textAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { daysBetween } from '../time.ts';
import { dayOf, type LocalDate, localDate } from '../values.ts';

/**
 * A licence, certificate or term is renewed before it ends: a look some days ahead, a must once its last day is
 * over.
 *
 * @param until column with the last day on which it holds
 * @param columns further columns that `applies` reads
 * @param soonDays days ahead from which to renew it
 * @param applies whether a row still matters; a supplier that nobody buys from needs no licence
 * @param message `days` left: 0 on the last day
 */
export function expiry<const K extends string>(rule: {
  readonly until: K;
  readonly columns?: readonly K[];
  readonly soonDays: (world: World) => number;
  readonly applies?: (row: Row, world: World) => boolean;
  readonly message: {
    readonly expired: (day: LocalDate) => Label;
    readonly soon: (day: LocalDate, days: number) => Label;
  };
}): Rule<K> {
  const key = `expiry-${rule.until}`;
  return {
    key,
    columns: [rule.until, ...(rule.columns ?? [])],
    reads: [],
    catches: { zh: '证件或期限已过或快到', en: 'Expired, or soon' },
    check: (register, rows, world) => {
      const soonDays = rule.soonDays(world);
      const today = dayOf(world.now);
      return rows.flatMap((row): Finding[] => {
        const until = localDate.safeParse(textAt(row, rule.until).slice(0, 10));
        if (!until.success || rule.applies?.(row, world) === false) return [];
        const left = daysBetween(today, until.data);
        if (left > soonDays && left >= 0) return [];
        return [
          {
            register: register.key,
            rule: key,
            row: row.id,
            column: rule.until,
            severity: left < 0 ? 'must' : 'look',
            message:
              left < 0 ? rule.message.expired(until.data) : rule.message.soon(until.data, left),
          },
        ];
      });
    },
  };
}
