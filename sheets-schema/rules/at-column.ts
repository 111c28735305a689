import type { Finding } from '../finding.ts';
import type { Label } from '../language.ts';
import type { Row } from '../row.ts';
import type { Rule, World } from '../rule.ts';

/**
 * A rule that looks at each row and whose findings, all to be mended, stand at one column.
 *
 * @param at column where the finding stands
 * @param columns further columns that it reads
 * @param says what is wrong with a row, if anything, made ready for all rows at once
 */
export function atColumn<K extends string>(rule: {
  readonly key: string;
  readonly at: K;
  readonly columns: readonly K[];
  readonly reads: readonly string[];
  readonly catches: Label;
  readonly says: (world: World) => (row: Row) => Label | undefined;
}): Rule<K> {
  return {
    key: rule.key,
    columns: [rule.at, ...rule.columns],
    reads: rule.reads,
    catches: rule.catches,
    check: (register, rows, world) => {
      const says = rule.says(world);
      return rows.flatMap((row): Finding[] => {
        const message = says(row);
        return message
          ? [
              {
                register: register.key,
                rule: rule.key,
                row: row.id,
                column: rule.at,
                severity: 'must',
                message,
              },
            ]
          : [];
      });
    },
  };
}
