import { farFromUsual } from '../calculations/usual.ts';
import type { Label } from '../language.ts';
import { inSequence, type Row, textAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { plain } from '../spelling.ts';

/**
 * A value lies near what is usual: the median of the last few values of the same thing, or the declared usual
 * value while there are too few. A median, so that one slip of the pen does not become the custom.
 *
 * @param of column that says whose value it is
 * @param at column where the finding stands
 * @param values the value of an entry; `undefined` for entries that state none
 * @param usual what is usual for a thing before it has a history
 * @param percent how far a value may lie from the usual one
 */
export function band<const K extends string>(rule: {
  readonly of: K;
  readonly at: K;
  readonly reads?: readonly string[];
  readonly values: (world: World) => (row: Row) => number | undefined;
  readonly usual: (world: World) => (of: string) => number | undefined;
  readonly percent: (world: World) => number;
  readonly message: (row: Row, value: number, usual: number) => Label;
}): Rule<K> {
  const key = `band-${rule.at}`;
  return {
    key,
    columns: [rule.of, rule.at],
    reads: rule.reads ?? [],
    catches: { zh: '与平时相差太多', en: 'Far from what is usual' },
    check: (register, rows, world) => {
      const valueIn = rule.values(world);
      const measured = inSequence(rows).flatMap((row) => {
        const of = plain(textAt(row, rule.of));
        const value = valueIn(row);
        return of === '' || value === undefined ? [] : [{ row, of, value }];
      });
      const far = farFromUsual({
        measured,
        declared: rule.usual(world),
        percent: rule.percent(world),
      });
      return far.map(({ row, value, usual }) => ({
        register: register.key,
        rule: key,
        row: row.id,
        column: rule.at,
        severity: 'look',
        message: rule.message(row, value, usual),
      }));
    },
  };
}
