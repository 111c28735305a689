import { exact } from '../calculations/exact.ts';
import type { Finding } from '../finding.ts';
import type { Label } from '../language.ts';
import { inSequence, numberAt, textAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { monthFrom, plain } from '../spelling.ts';

/**
 * Two books say the same of a month and category: the payments and the canteen's ledger, the meal cards and the meals.
 * The finding stands at the first row written for that month and category.
 *
 * @param month column with the month, or with a day or moment in it
 * @param category column with the category
 * @param amount column that is added up
 * @param book what the other book says of a month (`YYYY-MM`) and category, asked once for both; `undefined` when
 * it is not kept for that month
 * @param tolerance by how much the two may differ; not at all when absent
 * @param reads registers that `book` reads
 */
export function reconcile<const K extends string>(rule: {
  readonly month: K;
  readonly category: K;
  readonly amount: K;
  readonly book: (month: string, category: string, world: World) => number | undefined;
  readonly tolerance?: (world: World) => number;
  readonly reads: readonly string[];
  readonly message: (category: string, ours: number, theirs: number) => Label;
}): Rule<K> {
  const key = `reconcile-${rule.amount}`;
  return {
    key,
    columns: [rule.month, rule.category, rule.amount],
    reads: rule.reads,
    catches: { zh: '两本账对不上', en: 'Two books that differ' },
    check: (register, rows, world) => {
      const tolerance = rule.tolerance?.(world) ?? 0;
      const entries = inSequence(rows).flatMap((row) => {
        const [day = ''] = textAt(row, rule.month).split('T');
        const month = monthFrom(day);
        const category = plain(textAt(row, rule.category));
        const amount = numberAt(row, rule.amount);
        return month === undefined || category === '' || amount === undefined
          ? []
          : [{ row, month, category, amount }];
      });
      const accounts = Map.groupBy(entries, ({ month, category }) => `${month} ${category}`);
      return [...accounts.values()].flatMap((account): Finding[] => {
        const [first] = account;
        const theirs = first && rule.book(first.month, first.category, world);
        if (first === undefined || theirs === undefined) return [];
        const ours = exact(account.reduce((sum, { amount }) => sum + amount, 0));
        if (exact(Math.abs(ours - theirs)) <= tolerance) return [];
        return [
          {
            register: register.key,
            rule: key,
            row: first.row.id,
            column: rule.amount,
            severity: 'must',
            message: rule.message(first.category, ours, theirs),
          },
        ];
      });
    },
  };
}
