import type { Finding } from '../finding.ts';
import type { Label } from '../language.ts';
import { type Row, textAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { daysBetween } from '../time.ts';
import { dayOf, localDate } from '../values.ts';

/**
 * Who took it, or read it, or promised it, signs within some days. The finding stands at the cell for the name.
 *
 * @param by column with whoever signed
 * @param happened column with the day or moment from which the time runs
 * @param columns further columns that `applies` reads
 * @param within days it may take; none when absent, so that it is late from the next day on
 * @param applies whether a row is to be signed at all
 */
export function signedBy<const K extends string>(rule: {
  readonly by: K;
  readonly happened: K;
  readonly columns?: readonly K[];
  readonly within?: (world: World) => number;
  readonly applies?: (row: Row, world: World) => boolean;
  readonly message: Label;
}): Rule<K> {
  const key = `signed-by-${rule.by}`;
  return {
    key,
    columns: [rule.by, rule.happened, ...(rule.columns ?? [])],
    reads: [],
    catches: { zh: '到时没有签名', en: 'Not signed in time' },
    check: (register, rows, world) => {
      const within = rule.within?.(world) ?? 0;
      const today = dayOf(world.now);
      return rows.flatMap((row): Finding[] => {
        const signed =
          textAt(row, rule.by).trim() !== '' ||
          row.unreadable.some((cell) => cell.column === rule.by);
        const happened = localDate.safeParse(textAt(row, rule.happened).slice(0, 10));
        if (signed || !happened.success || rule.applies?.(row, world) === false) return [];
        if (daysBetween(happened.data, today) <= within) return [];
        return [
          {
            register: register.key,
            rule: key,
            row: row.id,
            column: rule.by,
            severity: 'must',
            message: rule.message,
          },
        ];
      });
    },
  };
}
