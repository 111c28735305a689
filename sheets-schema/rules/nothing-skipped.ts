import type { Finding } from '../finding.ts';
import { textAt } from '../row.ts';
import type { Rule } from '../rule.ts';

/**
 * Each item of a list is looked at each time (C2); the first one skipped is named.
 *
 * @param happened column with the day; rows without it are left to the rule for required cells
 * @param items columns of the items, in order
 */
export function nothingSkipped<const K extends string>(rule: {
  readonly happened: K;
  readonly items: readonly K[];
}): Rule<K> {
  return {
    key: 'skipped',
    columns: [rule.happened, ...rule.items],
    reads: [],
    catches: { zh: '有项目没查', en: 'An item was skipped' },
    check: (register, rows) =>
      rows.flatMap((row): Finding[] => {
        const skipped = rule.items.filter(
          (item) =>
            textAt(row, item) === '' && !row.unreadable.some(({ column }) => column === item),
        );
        const [first] = skipped;
        if (first === undefined || textAt(row, rule.happened) === '') return [];
        const title = register.columns[first]?.title ?? { zh: first, en: first };
        return [
          {
            register: register.key,
            rule: 'skipped',
            row: row.id,
            column: first,
            severity: 'must',
            message: {
              zh:
                skipped.length === 1
                  ? `${title.zh}没查，请补查`
                  : `${title.zh}等 ${skipped.length} 项没查，请补查`,
              en: `${title.en}: ${skipped.length} not looked at`,
            },
          },
        ];
      }),
  };
}
