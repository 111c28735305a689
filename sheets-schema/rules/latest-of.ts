import { inSequence, type Row, textAt } from '../row.ts';
import type { Rule } from '../rule.ts';
import { plain } from '../spelling.ts';

/**
 * A rule that looks only at the last row of each thing: a certificate that was renewed does not expire any more.
 *
 * @param of columns that together say whose row it is; rows with a blank among them stand for themselves
 * @param at column by which one row is later than another; of equal ones the one written later
 */
export function latestOf<const K extends string>(options: {
  readonly of: readonly K[];
  readonly at: K;
  readonly rule: Rule<K>;
}): Rule<K> {
  const { rule } = options;
  return {
    ...rule,
    columns: [...new Set([...rule.columns, ...options.of, options.at])],
    check: (register, rows, world) => {
      const latest = new Map<string, Row>();
      for (const row of inSequence(rows)) {
        const names = options.of.map((column) => plain(textAt(row, column)));
        const whose = names.includes('') ? row.id : JSON.stringify(names);
        const before = latest.get(whose);
        if (before === undefined || textAt(row, options.at) >= textAt(before, options.at))
          latest.set(whose, row);
      }
      const last = new Set(latest.values());
      return rule.check(
        register,
        rows.filter((row) => last.has(row)),
        world,
      );
    },
  };
}
