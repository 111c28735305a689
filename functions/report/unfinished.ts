import { withoutNames } from '#platform/documents/index.ts';
import { type PlanTask, planGroups } from '#schema/plan.ts';
import type { Register } from '#schema/register.ts';
import type { World } from '#schema/rule.ts';
import { daysOfMonth, plusMonths } from '#schema/time.ts';
import { monthOf } from '#schema/values.ts';
import { staffNames } from './staff.ts';

/** Something the term leaves undone: a line of 附表2, without the name of whoever owes it. */
export interface Unfinished {
  readonly group: string;
  readonly what: string;
  readonly standard: string;
  readonly note: string;
}

/** What every register carries over into the next month, each matter once. */
export function unfinishedOf(registers: readonly Register[], world: World): readonly Unfinished[] {
  const month = plusMonths(monthOf(world.now), 1);
  const tasks = registers.flatMap(
    (register) =>
      register.plan?.tasks?.(world.rows(register.key), { month, ...daysOfMonth(month) }, world) ??
      [],
  );
  const names = staffNames(world);
  const late = tasks.filter((task) => task.carriedOver === true);
  const once = new Map<string, PlanTask>(late.map((task) => [`${task.group} ${task.what}`, task]));
  return [...once.values()].map((task) => ({
    group: planGroups[task.group].zh,
    what: withoutNames(task.what, names),
    standard: withoutNames(task.standard, names),
    note: withoutNames(task.note ?? '', names),
  }));
}
