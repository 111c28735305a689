import type { Register } from '../register.ts';
import { type Row, textAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { plain } from '../spelling.ts';
import { clip, monthAndDay } from '../wording.ts';
import { cellRule } from './cell-rule.ts';

/**
 * Names of people, places and items stand on their lists. Somebody who has left stays valid in rows up to
 * the day of leaving; in a list without days they must be replaced. A list without any row is not kept, and
 * nothing is said.
 *
 * @param columns the reference columns of the register
 */
export function reference(columns: readonly string[], register: Register): Rule {
  const targets = columns.flatMap((name) => {
    const column = register.columns[name];
    return column?.kind === 'reference' ? [column.to] : [];
  });
  return cellRule({
    key: 'unlisted',
    columns,
    reads: Array.from(new Set(targets)),
    catches: { zh: '名单里没有，或人已离岗', en: 'Not on the list, or has left' },
    finds: (world) => {
      const lists = new Map(targets.map((to) => [to, listOf(world, to)]));
      return (row, name, column) => {
        const said = textAt(row, name);
        const list = column.kind === 'reference' ? lists.get(column.to) : undefined;
        if (said === '' || !list || list.size === 0) return undefined;
        const left = list.get(plain(said));
        if (left === undefined)
          return {
            severity: 'must',
            message: {
              zh: `名单里没有“${clip(said, 14)}”，请从下拉选`,
              en: `“${clip(said, 20)}” is not on the list: choose from it`,
            },
          };
        const day = dayOfRow(row, register) ?? world.now.slice(0, 10);
        return left !== '' && day > left
          ? {
              severity: 'must',
              message: {
                zh: `${clip(said, 8)}${monthAndDay(left)}已离岗，请换人`,
                en: `${clip(said, 20)} left on ${left}: choose somebody else`,
              },
            }
          : undefined;
      };
    },
  });
}

/** Names on a list, each with the day on which it was left, or ''. */
function listOf(world: World, register: string): ReadonlyMap<string, string> {
  const label = world.register(register)?.label;
  return new Map(
    label === undefined
      ? []
      : world
          .rows(register)
          .map((row) => [plain(textAt(row, label)), textAt(row, 'left')] as const)
          .filter(([name]) => name !== ''),
  );
}

function dayOfRow(row: Row, register: Register): string | undefined {
  const happened = register.happened === undefined ? '' : textAt(row, register.happened);
  return happened === '' ? undefined : happened.slice(0, 10);
}
