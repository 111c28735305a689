import type { Finding } from '../finding.ts';
import type { Label } from '../language.ts';
import type { Row } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { dayOf, type LocalDate } from '../values.ts';

/**
 * What is meant for many reaches each of them: a training its people, a regulation those it binds. One finding a row,
 * however many were left out.
 *
 * @param key distinguishes two such rules of a register
 * @param columns the columns that are read; the finding stands at the first
 * @param reads registers that are read
 * @param due the last day by which everybody is reached; none while the row asks for nobody
 * @param meant those who are to be reached, made ready for all rows at once
 * @param reached those who were, made ready likewise
 */
export function leftOut<const K extends string>(rule: {
  readonly key: string;
  readonly columns: readonly [K, ...K[]];
  readonly reads: readonly string[];
  readonly due: (world: World) => (row: Row) => LocalDate | undefined;
  readonly meant: (world: World) => (row: Row) => readonly string[];
  readonly reached: (world: World) => (row: Row) => ReadonlySet<string>;
  readonly message: (names: readonly [string, ...string[]]) => Label;
}): Rule<K> {
  const key = `left-out-${rule.key}`;
  return {
    key,
    columns: rule.columns,
    reads: rule.reads,
    catches: { zh: '有人漏了', en: 'Somebody was left out' },
    check: (register, rows, world) => {
      const dueOf = rule.due(world);
      const meantBy = rule.meant(world);
      const reachedBy = rule.reached(world);
      const today = dayOf(world.now);
      return rows.flatMap((row): Finding[] => {
        const due = dueOf(row);
        if (due === undefined || due >= today) return [];
        const reached = reachedBy(row);
        const [first, ...others] = meantBy(row).filter((name) => !reached.has(name));
        return first === undefined
          ? []
          : [
              {
                register: register.key,
                rule: key,
                row: row.id,
                column: rule.columns[0],
                severity: 'must',
                message: rule.message([first, ...others]),
              },
            ];
      });
    },
  };
}
