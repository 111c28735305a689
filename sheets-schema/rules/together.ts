import { valueAt } from '../row.ts';
import type { Rule } from '../rule.ts';
import { clip } from '../wording.ts';

/**
 * Who fills one column must fill another.
 *
 * @param given column that was filled
 * @param needs column that must be filled with it
 */
export function together<const K extends string>(rule: {
  readonly given: K;
  readonly needs: K;
}): Rule<K> {
  const key = `together-${rule.given}-${rule.needs}`;
  return {
    key,
    columns: [rule.given, rule.needs],
    reads: [],
    catches: { zh: '只填了一半', en: 'Half filled' },
    check: (register, rows) => {
      const given = register.columns[rule.given]?.title ?? { zh: rule.given, en: rule.given };
      const needs = register.columns[rule.needs]?.title ?? { zh: rule.needs, en: rule.needs };
      return rows
        .filter(
          (row) => valueAt(row, rule.given) !== undefined && valueAt(row, rule.needs) === undefined,
        )
        .map((row) => ({
          register: register.key,
          rule: key,
          row: row.id,
          column: rule.needs,
          severity: 'must' as const,
          message: {
            zh: `填了${clip(given.zh, 10)}，请补填${clip(needs.zh, 10)}`,
            en: `${given.en} is given: fill in ${needs.en}`,
          },
        }));
    },
  };
}
