import type { Finding } from '../finding.ts';
import { numberAt, type Row, textAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { daysBetween, plusDays } from '../time.ts';
import { localDate } from '../values.ts';
import { monthAndDay } from '../wording.ts';

/**
 * Goods are good when they come in: not past their last day, not produced after they arrived, and with enough of their
 * life left to be used.
 *
 * @param arrived column with the day or moment at which they came
 * @param produced column with the day of production
 * @param shelfDays column with the days that they keep
 * @param columns further columns that `kept` reads
 * @param kept whether they were kept: what went back is nobody's concern
 * @param freshShare percent of its life that goods should still have
 */
export function shelfLife<const K extends string>(rule: {
  readonly arrived: K;
  readonly produced: K;
  readonly shelfDays: K;
  readonly columns: readonly K[];
  readonly kept: (row: Row) => boolean;
  readonly freshShare: (world: World) => number;
}): Rule<K> {
  return {
    key: 'shelf-life',
    columns: [rule.arrived, rule.produced, rule.shelfDays, ...rule.columns],
    reads: [],
    catches: { zh: '收了过期或快过期的货', en: 'Taken in when past its day, or nearly' },
    check: (register, rows, world) => {
      const fresh = rule.freshShare(world) / 100;
      return rows.flatMap((row): Finding[] => {
        const arrived = localDate.safeParse(textAt(row, rule.arrived).slice(0, 10));
        const produced = localDate.safeParse(textAt(row, rule.produced));
        if (!arrived.success || !produced.success || !rule.kept(row)) return [];
        const found = {
          register: register.key,
          rule: 'shelf-life',
          row: row.id,
          column: rule.produced,
        } as const;
        if (produced.data > arrived.data)
          return [
            {
              ...found,
              severity: 'must',
              message: {
                zh: '生产日期晚于到货，请看包装核对',
                en: 'Produced after it arrived: read the package again',
              },
            },
          ];
        const days = numberAt(row, rule.shelfDays);
        if (days === undefined) return [];
        const until = plusDays(produced.data, days);
        const left = daysBetween(arrived.data, until);
        if (left >= days * fresh && left >= 0) return [];
        return [
          {
            ...found,
            severity: left < 0 ? 'must' : 'look',
            message:
              left < 0
                ? {
                    zh: `${monthAndDay(until)}已过期，请退货并改验收结果`,
                    en: `Past its day since ${until}: send it back`,
                  }
                : {
                    zh: `保质期只剩 ${left} 天，请尽快用完或退货`,
                    en: `${left} days left: use it soon or send it back`,
                  },
          },
        ];
      });
    },
  };
}
