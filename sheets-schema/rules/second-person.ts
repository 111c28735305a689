import type { Label } from '../language.ts';
import { textAt } from '../row.ts';
import type { Rule } from '../rule.ts';
import { plain } from '../spelling.ts';

/**
 * Nobody checks their own work: the name in one column is none of the names in the others.
 *
 * @param checker column with whoever checked
 * @param others columns with those who did it or reported it
 */
export function secondPerson<const K extends string>(rule: {
  readonly checker: K;
  readonly others: readonly K[];
  readonly message: (name: string) => Label;
}): Rule<K> {
  const key = `second-person-${rule.checker}`;
  return {
    key,
    columns: [rule.checker, ...rule.others],
    reads: [],
    catches: { zh: '自己复核自己', en: 'Checked by whoever did it' },
    check: (register, rows) =>
      rows.flatMap((row) => {
        const checker = plain(textAt(row, rule.checker));
        if (checker === '' || !rule.others.some((other) => plain(textAt(row, other)) === checker))
          return [];
        return [
          {
            register: register.key,
            rule: key,
            row: row.id,
            column: rule.checker,
            severity: 'must' as const,
            message: rule.message(checker),
          },
        ];
      }),
  };
}
