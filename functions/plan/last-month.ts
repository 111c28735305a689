import type { PlanTask } from '#schema/plan.ts';
import type { LocalDate, RowId } from '#schema/values.ts';

/** A line of the 月计划 tab, as staff and the director left it. */
export interface PlanLine {
  readonly id: RowId;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly task: PlanTask;
  readonly state: 'planned' | 'done' | 'dropped';
  readonly doneOn?: LocalDate;
}

/** How the month before went: 表1. */
export interface LastMonth {
  readonly month: string;
  readonly planned: readonly PlanLine[];
  readonly inTime: readonly PlanLine[];
  readonly late: readonly PlanLine[];
  /** Past its day and not done. */
  readonly notDone: readonly PlanLine[];
  /** Not done, and its day is still to come: the plan is written before the month is over. */
  readonly ahead: readonly PlanLine[];
}

/** Sorts the lines of a month by how they ended; `undefined` when there was no plan. A dropped line counts nowhere. */
export function lastMonth(
  month: string,
  lines: readonly PlanLine[],
  today: LocalDate,
): LastMonth | undefined {
  const planned = lines.filter((line) => line.month === month && line.state !== 'dropped');
  if (planned.length === 0) return undefined;
  const done = planned.filter(({ state }) => state === 'done');
  const open = planned.filter(({ state }) => state === 'planned');
  // A line that is done without a day counts as in time: its own finding asks for the day.
  const wasLate = ({ doneOn, task }: PlanLine) => doneOn !== undefined && doneOn > task.due;
  return {
    month,
    planned,
    inTime: done.filter((line) => !wasLate(line)),
    late: done.filter(wasLate),
    notDone: open.filter(({ task }) => task.due < today),
    ahead: open.filter(({ task }) => task.due >= today),
  };
}
