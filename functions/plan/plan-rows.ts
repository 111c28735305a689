import type { Submission } from '#platform/workbook/port.ts';
import type { World } from '#schema/rule.ts';
import type { MonthPlan } from './month-plan.ts';
import { planValues } from './plan-lines.ts';
import { planRowId, rosterRowId } from './row-ids.ts';
import { taskTable } from './tasks.ts';

/**
 * The rows that a plan adds to 月计划 and 值班表: those that are not there yet. Ids follow from month and source,
 * so planning a month again writes no second row, and what the director changed stands.
 */
export function rowsToWrite(plan: MonthPlan, world: World): readonly Submission[] {
  const { month } = plan.facts;
  const idsIn = (register: string) => new Set(world.rows(register).map(({ id }) => id));
  const onPlan = idsIn('planTasks');
  const onRoster = idsIn('roster');
  const { groups, rest } = taskTable(plan.planned);
  const tasks =
    world.register('planTasks') === undefined
      ? []
      : [...groups.flatMap((group) => group.tasks), ...rest];
  return [
    ...tasks.flatMap((numbered): Submission[] => {
      const id = planRowId(month, numbered.task.key);
      return onPlan.has(id)
        ? []
        : [{ register: 'planTasks', id, values: planValues(month, numbered), retry: true }];
    }),
    ...(plan.roster?.fresh ?? []).flatMap(({ day, post, person, place }): Submission[] => {
      const id = rosterRowId(day, post, place);
      return onRoster.has(id)
        ? []
        : [{ register: 'roster', id, values: { day, post, person }, retry: true }];
    }),
  ];
}
