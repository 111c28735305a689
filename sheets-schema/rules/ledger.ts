import { exact } from '../calculations/exact.ts';
import type { Finding } from '../finding.ts';
import type { Label } from '../language.ts';
import { inSequence, type Row, textAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { plain } from '../spelling.ts';

/**
 * A balance never goes below zero. It follows the sequence alone, so it is the same for every reader,
 * whatever is sorted later. The finding stands at the entry that takes the balance below zero; entries after
 * it are not blamed again until the balance has come back to zero or more.
 *
 * @param of column that says whose balance it is
 * @param at column where the finding stands
 * @param changes what an entry adds (takes, when negative); `undefined` for an entry that moves nothing
 * @param units the unit in which an entry's balance is kept
 * @param message `held` is the balance before the entry, `change` what the entry adds
 */
export function ledger<const K extends string>(rule: {
  readonly of: K;
  readonly at: K;
  readonly reads?: readonly string[];
  readonly changes: (world: World) => (row: Row) => number | undefined;
  readonly units: (world: World) => (row: Row) => string;
  readonly message: (row: Row, change: number, held: number, unit: string) => Label;
}): Rule<K> {
  const key = `ledger-${rule.of}`;
  return {
    key,
    columns: [rule.of, rule.at],
    reads: rule.reads ?? [],
    catches: { zh: '发出的比库存多', en: 'More taken out than there was' },
    check: (register, rows, world) => {
      const changeOf = rule.changes(world);
      const unitOf = rule.units(world);
      const balances = new Map<string, number>();
      const findings: Finding[] = [];
      for (const row of inSequence(rows)) {
        const of = plain(textAt(row, rule.of));
        const change = changeOf(row);
        if (of === '' || change === undefined) continue;
        const held = balances.get(of) ?? 0;
        const after = exact(held + change);
        balances.set(of, after);
        if (held >= 0 && after < 0)
          findings.push({
            register: register.key,
            rule: key,
            row: row.id,
            column: rule.at,
            severity: 'must',
            message: rule.message(row, change, held, unitOf(row)),
          });
      }
      return findings;
    },
  };
}
