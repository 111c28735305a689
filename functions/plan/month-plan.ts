import { rowSummary, rowsHandedUp, withoutNumbers } from '#platform/documents/index.ts';
import type { Since } from '#platform/workbook/port.ts';
import { termNow } from '#schema/calculations/term-now.ts';
import type { PlanTask, Purchase } from '#schema/plan.ts';
import type { Register } from '#schema/register.ts';
import type { World } from '#schema/rule.ts';
import { daysOfMonth, plusMonths } from '#schema/time.ts';
import { dayOf, type LocalDate, monthOf } from '#schema/values.ts';
import { type LastMonth, lastMonth } from './last-month.ts';
import { type MonthFacts, monthFacts } from './month.ts';
import { mergedWithSheet, planLines } from './plan-lines.ts';
import { purchasesOf } from './purchases.ts';
import { leadersBetween, type MonthRoster, rosterOf } from './roster.ts';
import { type TaskTable, tasksOf, taskTable } from './tasks.ts';
import { type Week, weeksOfMonth } from './weeks.ts';

/** Something that only the school can decide: a line of 需学校研究解决的事项. */
export interface Matter {
  readonly register: string;
  readonly words: string;
}

/** Everything the plan of a month says, before it becomes rows, papers and mail. */
export interface MonthPlan {
  readonly schoolName: string;
  readonly department: string;
  readonly slogan: string;
  readonly today: LocalDate;
  readonly facts: MonthFacts;
  readonly last: LastMonth | undefined;
  /** What the registers ask for, each matter once: to be written into 月计划 where it is not there yet. */
  readonly planned: readonly PlanTask[];
  /** What the month's plan says now: the sheet's words where the director changed them, and his own lines. */
  readonly tasks: readonly PlanTask[];
  readonly table: TaskTable;
  readonly weeks: readonly Week[];
  readonly purchases: readonly Purchase[];
  readonly matters: readonly Matter[];
  readonly roster: MonthRoster | undefined;
}

const mostMatters = 3;

function mattersOf(registers: readonly Register[], world: World): readonly Matter[] {
  return registers
    .flatMap((register) =>
      rowsHandedUp(register, world.rows(register.key)).flatMap((row) => {
        const words = withoutNumbers(rowSummary(register, row));
        return words === '' ? [] : [{ register: register.title.zh, words }];
      }),
    )
    .slice(0, mostMatters);
}

/** Plans a month given as `YYYY-MM`, of the registers that are switched on. Pure: it reads nothing but its arguments. */
export function planMonth(world: World, known: readonly Register[], month: string): MonthPlan {
  const registers = known.filter(({ key }) => world.register(key) !== undefined);
  const { settings, calendar } = world;
  const today = dayOf(world.now);
  const facts = monthFacts(month, calendar);
  const lines = planLines(world.rows('planTasks'));
  const planned = tasksOf(registers, facts, world);
  const tasks = mergedWithSheet(month, planned, lines);
  const roster = rosterOf(month, world);
  return {
    schoolName: settings.text('schoolName'),
    department: settings.text('department'),
    slogan: settings.text('slogan'),
    today,
    facts,
    last: lastMonth(plusMonths(month, -1), lines, today),
    planned,
    tasks,
    table: taskTable(tasks),
    weeks: weeksOfMonth(facts, tasks, (from, to) => leadersBetween(roster, from, to), calendar),
    purchases: purchasesOf(registers, facts, world),
    matters: mattersOf(registers, world),
    roster,
  };
}

/** The month that a run without a month plans: the next. */
export function nextMonth(world: World): string {
  return plusMonths(monthOf(world.now), 1);
}

/** From which day on a plan reads rows: those of its term and of three months before its month. */
export function plannedSince(wanted: string | undefined) {
  return (world: World): Since => {
    const { from } = daysOfMonth(plusMonths(wanted ?? nextMonth(world), -4));
    const term = termNow(world)?.from ?? from;
    return () => (term < from ? term : from);
  };
}
