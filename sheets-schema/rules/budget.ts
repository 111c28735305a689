import { exact } from '../calculations/exact.ts';
import type { Finding } from '../finding.ts';
import type { Label } from '../language.ts';
import { inTime, numberAt, textAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { plain } from '../spelling.ts';

/**
 * Money is spent on what was planned, and not more (R2, R5). Payments of the calendar year of today are added up in
 * the order of their days: a budget year is a calendar year (《预算法》第十八条). A payment without a budget line
 * gets a finding; so does the payment that takes a category over its line, and none after it until refunds have
 * brought the category back. Without any line nobody plans, and nothing is said.
 *
 * @param category column with the category
 * @param amount column with the yuan paid; negative for a refund
 * @param happened column with the day of payment
 * @param lines yuan planned for this year, by category
 * @param reads registers that `lines` reads
 * @param message `spent` with the payment, and `planned`, in yuan
 */
export function budget<const K extends string>(rule: {
  readonly category: K;
  readonly amount: K;
  readonly happened: K;
  readonly lines: (world: World) => ReadonlyMap<string, number>;
  readonly reads: readonly string[];
  readonly message: {
    readonly none: (category: string) => Label;
    readonly over: (category: string, spent: number, planned: number) => Label;
  };
}): Rule<K> {
  const key = `budget-${rule.category}`;
  return {
    key,
    columns: [rule.category, rule.amount, rule.happened],
    reads: rule.reads,
    catches: { zh: '没有预算或超出预算', en: 'Without a budget line, or over it' },
    check: (register, rows, world) => {
      const lines = new Map(
        Array.from(rule.lines(world), ([category, yuan]) => [plain(category), yuan] as const),
      );
      if (lines.size === 0) return [];
      const spent = new Map<string, number>();
      const findings: Finding[] = [];
      const year = world.now.slice(0, 4);
      for (const row of inTime(rows, rule.happened)) {
        if (!textAt(row, rule.happened).startsWith(year)) continue;
        const category = plain(textAt(row, rule.category));
        if (category === '') continue;
        const found = { register: register.key, rule: key, row: row.id, severity: 'must' } as const;
        const planned = lines.get(category);
        if (planned === undefined) {
          findings.push({ ...found, column: rule.category, message: rule.message.none(category) });
          continue;
        }
        const before = spent.get(category) ?? 0;
        const after = exact(before + (numberAt(row, rule.amount) ?? 0));
        spent.set(category, after);
        if (before <= planned && after > planned)
          findings.push({
            ...found,
            column: rule.amount,
            message: rule.message.over(category, after, planned),
          });
      }
      return findings;
    },
  };
}
