import { nameAt, rowsByName } from '../calculations/named-rows.ts';
import type { Finding } from '../finding.ts';
import type { Label } from '../language.ts';
import { type Row, textAt } from '../row.ts';
import type { Rule } from '../rule.ts';

/**
 * What a row names was valid on its day: a supplier whose licence held, a regular visitor who had been renewed, a car
 * with insurance. A name that is on no list is left to the rule for names on a list.
 *
 * @param link column with the name
 * @param to the register that has it
 * @param happened column with the day or moment
 * @param until the last day on which a row of that register holds; '' when it has none
 * @param key distinguishes two such rules about one column
 */
export function validThen<const K extends string>(rule: {
  readonly key?: string;
  readonly link: K;
  readonly to: string;
  readonly happened: K;
  readonly until: (row: Row) => string;
  readonly message: (name: string, until: string) => Label;
}): Rule<K> {
  const key = `valid-${rule.key ?? rule.link}`;
  return {
    key,
    columns: [rule.link, rule.happened],
    reads: [rule.to],
    catches: { zh: '当时已过期或停用', en: 'No longer valid on that day' },
    check: (register, rows, world) => {
      const known = rowsByName(world, rule.to);
      return rows.flatMap((row): Finding[] => {
        const day = textAt(row, rule.happened).slice(0, 10);
        const source = known.get(nameAt(row, rule.link));
        const until = source ? rule.until(source) : '';
        if (day === '' || until === '' || day <= until) return [];
        return [
          {
            register: register.key,
            rule: key,
            row: row.id,
            column: rule.link,
            severity: 'must',
            message: rule.message(textAt(row, rule.link), until),
          },
        ];
      });
    },
  };
}
