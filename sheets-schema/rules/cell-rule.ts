import type { Column } from '../columns.ts';
import type { Finding, Severity } from '../finding.ts';
import type { Label } from '../language.ts';
import type { Row } from '../row.ts';
import type { Rule, World } from '../rule.ts';

/**
 * A rule that looks at each cell of some columns.
 *
 * @param finds what is wrong with a cell, if anything, made ready for all rows at once
 */
export function cellRule(rule: {
  readonly key: string;
  readonly columns: readonly string[];
  readonly reads?: readonly string[];
  readonly catches: Label;
  readonly finds: (
    world: World,
  ) => (
    row: Row,
    name: string,
    column: Column,
  ) => { readonly severity: Severity; readonly message: Label } | undefined;
}): Rule {
  return {
    key: rule.key,
    columns: rule.columns,
    reads: rule.reads ?? [],
    catches: rule.catches,
    check: (register, rows, world) => {
      const finds = rule.finds(world);
      return rows.flatMap((row) =>
        rule.columns.flatMap((name): Finding[] => {
          const column = register.columns[name];
          const found = column && finds(row, name, column);
          return found
            ? [{ ...found, register: register.key, rule: rule.key, row: row.id, column: name }]
            : [];
        }),
      );
    },
  };
}
