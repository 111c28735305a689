import { exact } from '../calculations/exact.ts';
import { nameAt, rowsByName } from '../calculations/named-rows.ts';
import type { Finding, Severity } from '../finding.ts';
import type { Label } from '../language.ts';
import { inSequence, type Row } from '../row.ts';
import type { Rule, World } from '../rule.ts';

/**
 * What is drawn on a row of another register stays within what that row allows: received within what was ordered,
 * stocked within what was accepted, issued within what was asked for, placed within what was printed. Rows are added
 * up in the order in which they were written. The finding stands at the row that goes beyond, and at none after it
 * until the sum has come back.
 *
 * @param link column that names the row drawn on, by its label
 * @param to the register of that row
 * @param at column where the finding stands
 * @param columns further columns that `amounts` reads
 * @param reads further registers that are read
 * @param amounts what a row draws, negative when it gives back; made ready for all rows at once
 * @param allowed what may be drawn on a row of the other register; `undefined` when that is not known
 * @param message `sum` with the row, and what is allowed
 */
export function notBeyond<const K extends string>(rule: {
  readonly link: K;
  readonly to: string;
  readonly at: K;
  readonly columns?: readonly K[];
  readonly reads?: readonly string[];
  readonly severity?: Severity;
  readonly amounts: (world: World) => (row: Row) => number | undefined;
  readonly allowed: (world: World) => (source: Row) => number | undefined;
  readonly message: (row: Row, sum: number, allowed: number) => Label;
}): Rule<K> {
  const key = `not-beyond-${rule.link}`;
  return {
    key,
    columns: [rule.link, rule.at, ...(rule.columns ?? [])],
    reads: [rule.to, ...(rule.reads ?? [])],
    catches: { zh: '超出了来源记录的数', en: 'More than the row it comes from allows' },
    check: (register, rows, world) => {
      const amountOf = rule.amounts(world);
      const allowedBy = rule.allowed(world);
      const sources = rowsByName(world, rule.to);
      const sums = new Map<string, number>();
      return inSequence(rows).flatMap((row): Finding[] => {
        const name = nameAt(row, rule.link);
        const source = sources.get(name);
        const allowed = source && allowedBy(source);
        const amount = amountOf(row);
        if (allowed === undefined || amount === undefined) return [];
        const before = sums.get(name) ?? 0;
        const sum = exact(before + amount);
        sums.set(name, sum);
        if (before > allowed || sum <= allowed) return [];
        return [
          {
            register: register.key,
            rule: key,
            row: row.id,
            column: rule.at,
            severity: rule.severity ?? 'must',
            message: rule.message(row, sum, allowed),
          },
        ];
      });
    },
  };
}
