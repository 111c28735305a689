import type { Finding } from '../finding.ts';
import { type Row, textAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { daysBetween } from '../time.ts';
import { dayOf, localDate } from '../values.ts';
import { monthAndDay } from '../wording.ts';

/**
 * What waits for its maker is mended before the warranty ends: a look some days ahead, and a must once it has
 * ended while waiting (R2: 催修).
 *
 * @param until column with the last day of the warranty
 * @param columns further columns that `waits` reads
 * @param ahead days before the end from which to chase the maker
 */
export function warranty<const K extends string>(rule: {
  readonly until: K;
  readonly columns: readonly K[];
  readonly waits: (row: Row) => boolean;
  readonly ahead: (world: World) => number;
}): Rule<K> {
  const key = `warranty-${rule.until}`;
  return {
    key,
    columns: [rule.until, ...rule.columns],
    reads: [],
    catches: { zh: '等待中保修到期', en: 'The warranty ends while waiting' },
    check: (register, rows, world) => {
      const ahead = rule.ahead(world);
      const today = dayOf(world.now);
      return rows.flatMap((row): Finding[] => {
        const until = localDate.safeParse(textAt(row, rule.until));
        if (!until.success || !rule.waits(row)) return [];
        const left = daysBetween(today, until.data);
        if (left > ahead) return [];
        const day = monthAndDay(until.data);
        return [
          {
            register: register.key,
            rule: key,
            row: row.id,
            column: rule.until,
            severity: left < 0 ? 'must' : 'look',
            message:
              left < 0
                ? {
                    zh: `等待中保修已于${day}到期，请找厂家`,
                    en: `The warranty ended on ${until.data} while waiting: call the maker`,
                  }
                : {
                    zh: `保修${day}到期，请催厂家来修`,
                    en: `The warranty ends on ${until.data}: chase the maker`,
                  },
          },
        ];
      });
    },
  };
}
