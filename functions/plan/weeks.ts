import type { SchoolCalendar } from '#schema/calendar.ts';
import type { PlanTask } from '#schema/plan.ts';
import { daysBetween, plusDays, weekdayOf } from '#schema/time.ts';
import type { LocalDate } from '#schema/values.ts';
import { clip } from '#schema/wording.ts';
import type { MonthFacts } from './month.ts';

/** Leading words of a line in a week's cell are enough. */
const mostNamed = 3;
const mostCharacters = 16;

/** A week of the month: a line of 表3. */
export interface Week {
  /** The week of term it begins in, if it lies in one. */
  readonly number: number | undefined;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Events of the calendar, by name. */
  readonly events: readonly string[];
  /** What is late or carried over and due in it. */
  readonly focus: readonly string[];
  /** Who leads the duty of the week. */
  readonly leaders: readonly string[];
  /** Inspections, drills and counts due in it. */
  readonly checks: readonly string[];
}

const isCheck = /检查|检验|巡查|排查|盘点|演练|培训|抽查|年检/;

/** Whether a line of the plan is an inspection, a count or a drill. */
export function isCheckTask({ what }: PlanTask): boolean {
  return isCheck.test(what);
}

function limited(words: readonly string[]): readonly string[] {
  const once = [...new Set(words)].map((said) => clip(said, mostCharacters));
  return once.length <= mostNamed ? once : [...once.slice(0, mostNamed), `等 ${once.length} 项`];
}

/** The weeks of a month, Monday to Sunday, cut to it. */
export function weeksOfMonth(
  { from, to, events }: MonthFacts,
  tasks: readonly PlanTask[],
  leadersOn: (from: LocalDate, to: LocalDate) => readonly string[],
  calendar: SchoolCalendar,
): readonly Week[] {
  const monday = plusDays(from, -((weekdayOf(from) + 6) % 7));
  const count = Math.floor(daysBetween(monday, to) / 7) + 1;
  return Array.from({ length: count }, (_, index) => {
    const start = plusDays(monday, index * 7);
    const end = plusDays(start, 6);
    const first = start < from ? from : start;
    const last = end > to ? to : end;
    const due = tasks.filter((task) => task.due >= first && task.due <= last);
    return {
      number: calendar.weekOfTerm(first) ?? calendar.weekOfTerm(last),
      from: first,
      to: last,
      events: [
        ...new Set(
          events.filter((event) => event.from <= last && event.to >= first).map(({ name }) => name),
        ),
      ],
      focus: limited(due.filter((task) => !isCheckTask(task)).map(({ what }) => what)),
      leaders: leadersOn(first, last),
      checks: limited(due.filter(isCheckTask).map(({ what }) => what)),
    };
  });
}
