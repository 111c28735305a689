import { type Row, textAt, valueAt } from '../row.ts';
import type { Rule } from '../rule.ts';
import { clip } from '../wording.ts';

/**
 * What ends does not end before it began. Days and moments are compared as text, so both columns must be
 * of one kind; a blank one says nothing.
 *
 * @param from column with the beginning
 * @param until column with the end
 */
export function inOrder<const K extends string>(rule: {
  readonly from: K;
  readonly until: K;
}): Rule<K> {
  const key = `in-order-${rule.from}-${rule.until}`;
  const backwards = (row: Row): boolean =>
    valueAt(row, rule.from) !== undefined &&
    valueAt(row, rule.until) !== undefined &&
    textAt(row, rule.until) < textAt(row, rule.from);
  return {
    key,
    columns: [rule.from, rule.until],
    reads: [],
    catches: { zh: '结束早于开始', en: 'Ends before it begins' },
    check: (register, rows) => {
      const from = register.columns[rule.from]?.title ?? { zh: rule.from, en: rule.from };
      const until = register.columns[rule.until]?.title ?? { zh: rule.until, en: rule.until };
      return rows.filter(backwards).map((row) => ({
        register: register.key,
        rule: key,
        row: row.id,
        column: rule.until,
        severity: 'must' as const,
        message: {
          zh: `${clip(until.zh, 10)}早于${clip(from.zh, 10)}，请核对`,
          en: `${until.en} is before ${from.en}: check both`,
        },
      }));
    },
  };
}
