import type { Columns } from '../columns.ts';
import type { Finding } from '../finding.ts';
import type { Label } from '../language.ts';
import type { Row } from '../row.ts';
import type { Rule, World } from '../rule.ts';

/**
 * A rule that looks at each row by itself, with something worked out once from all rows or other registers, so that
 * a long register costs no more than its length.
 *
 * @param finds made ready once; says what is wrong with a row, if anything
 */
export function preparedRowRule<C extends Columns>(rule: {
  readonly key: string;
  readonly columns: readonly (keyof C & string)[];
  readonly reads?: readonly string[];
  readonly catches: Label;
  readonly finds: (
    world: World,
    rows: readonly Row[],
  ) => (row: Row<C>) => Omit<Finding, 'register' | 'rule' | 'row'> | undefined;
}): Rule<keyof C & string> {
  return {
    key: rule.key,
    columns: rule.columns,
    reads: rule.reads ?? [],
    catches: rule.catches,
    check: (register, rows, world) => {
      const finds = rule.finds(world, rows);
      return rows.flatMap((row) => {
        // The register's own columns gave the row its values, so its shape is C's.
        const found = finds(row as Row<C>);
        return found ? [{ ...found, register: register.key, rule: rule.key, row: row.id }] : [];
      });
    },
  };
}
