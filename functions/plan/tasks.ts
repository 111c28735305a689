import { type PlanGroup, type PlanMonth, type PlanTask, planGroups } from '#schema/plan.ts';
import type { Register } from '#schema/register.ts';
import type { World } from '#schema/rule.ts';
import { foldTasks } from './fold.ts';

/** 表2 holds at most so many lines; the rest goes to the appendix (papers.md: 25–40). */
const mostLines = 40;

const groupOrder = Object.keys(planGroups);

function inOrder(a: PlanTask, b: PlanTask): number {
  return (
    groupOrder.indexOf(a.group) - groupOrder.indexOf(b.group) ||
    Number(b.carriedOver ?? false) - Number(a.carriedOver ?? false) ||
    (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)
  );
}

/** What the registers ask for in a month, each matter once, in the order of the plan: late ones first. */
export function tasksOf(
  registers: readonly Register[],
  month: PlanMonth,
  world: World,
): readonly PlanTask[] {
  const all = registers.flatMap(
    (register) => register.plan?.tasks?.(world.rows(register.key), month, world) ?? [],
  );
  return foldTasks(all).toSorted(inOrder);
}

/** A line of the plan with its number. */
export interface NumberedTask {
  readonly number: number;
  readonly task: PlanTask;
}

/** The lines of one group of 表2. */
export interface TaskGroup {
  readonly group: PlanGroup;
  readonly tasks: readonly NumberedTask[];
}

/** 表2 and what did not fit into it. */
export interface TaskTable {
  readonly groups: readonly TaskGroup[];
  readonly rest: readonly NumberedTask[];
}

/**
 * Which lines stand in 表2: late ones all, then of each group its earliest in turn, so that no group is squeezed
 * out by a long one.
 */
function linesThatFit(tasks: readonly PlanTask[]): ReadonlySet<PlanTask> {
  if (tasks.length <= mostLines) return new Set(tasks);
  const late = tasks.filter(({ carriedOver }) => carriedOver === true);
  const others = tasks.filter(({ carriedOver }) => carriedOver !== true);
  const byGroup = [...Map.groupBy(others, ({ group }) => group).values()];
  const longest = Math.max(0, ...byGroup.map((group) => group.length));
  const inTurn = Array.from({ length: longest }, (_, round) =>
    byGroup.flatMap((group) => group[round] ?? []),
  ).flat();
  return new Set([...late, ...inTurn].slice(0, mostLines));
}

/** The lines of a month, numbered through, by group; beyond 40 the rest follows with its own numbers. */
export function taskTable(tasks: readonly PlanTask[]): TaskTable {
  const fit = linesThatFit(tasks);
  const ordered = tasks.toSorted(inOrder);
  const shown = ordered.filter((task) => fit.has(task));
  const rest = ordered.filter((task) => !fit.has(task));
  const numbered = [...shown, ...rest].map((task, index) => ({ number: index + 1, task }));
  const bySection = Map.groupBy(numbered.slice(0, shown.length), ({ task }) => task.group);
  return {
    groups: [...bySection].map(([group, some]) => ({ group, tasks: some })),
    rest: numbered.slice(shown.length),
  };
}
