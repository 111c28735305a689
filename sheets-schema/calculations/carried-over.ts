import { workdayFrom } from '../calendar.ts';
import type { PlanGroup, PlanMonth, PlanTask } from '../plan.ts';
import { type Row, textAt } from '../row.ts';
import type { World } from '../rule.ts';

/**
 * Plan lines for what was to be done before a month and is not: one a row, on the first workday of the month, ★.
 *
 * @param register the key of their register, part of each line's key
 * @param owner column with whoever answers for it, and who does when it is blank
 */
export function carriedOver(
  rows: readonly Row[],
  month: PlanMonth,
  world: World,
  line: {
    readonly register: string;
    readonly group: PlanGroup;
    readonly what: (row: Row) => string;
    readonly standard: string;
    readonly owner: readonly [column: string, otherwise: string];
  },
): PlanTask[] {
  const [column, otherwise] = line.owner;
  return rows.map((row) => ({
    key: `${line.register}-${row.id}`,
    group: line.group,
    what: line.what(row),
    standard: line.standard,
    owner: textAt(row, column) || otherwise,
    due: workdayFrom(month.from, world.calendar),
    carriedOver: true,
  }));
}
