import type { CalendarEvent, SchoolCalendar } from '#schema/calendar.ts';
import type { PlanMonth } from '#schema/plan.ts';
import { daysBetween, daysFrom, daysOfMonth } from '#schema/time.ts';

/** The four kinds of month: the order of the plan stays, its priorities differ (papers.md). */
export type MonthKind = 'opening' | 'ordinary' | 'closing' | 'holiday';

/** Fewer school days make a month of holidays. */
const daysOfAHolidayMonth = 5;

/** What the calendar says of a month. */
export interface MonthFacts extends PlanMonth {
  readonly kind: MonthKind;
  readonly schoolDays: number;
  readonly examDays: number;
  readonly exams: readonly CalendarEvent[];
  readonly events: readonly CalendarEvent[];
  readonly boardersReturn: number;
  readonly boardersLeave: number;
}

function kindOf(events: readonly CalendarEvent[], schoolDays: number): MonthKind {
  if (events.some(({ kind }) => kind === 'termStart')) return 'opening';
  if (events.some(({ kind }) => kind === 'termEnd')) return 'closing';
  return schoolDays < daysOfAHolidayMonth ? 'holiday' : 'ordinary';
}

/** The facts of a month given as `YYYY-MM`. */
export function monthFacts(month: string, calendar: SchoolCalendar): MonthFacts {
  const { from, to } = daysOfMonth(month);
  const events = calendar.events(from, to);
  const schoolDays = daysFrom(from, to).filter((day) => calendar.isSchoolDay(day)).length;
  const exams = events.filter(({ kind }) => kind === 'exam');
  const daysIn = (event: CalendarEvent) =>
    daysBetween(event.from > from ? event.from : from, event.to < to ? event.to : to) + 1;
  return {
    month,
    from,
    to,
    kind: kindOf(events, schoolDays),
    schoolDays,
    exams,
    examDays: exams.reduce((sum, exam) => sum + daysIn(exam), 0),
    events,
    boardersReturn: events.filter(({ kind }) => kind === 'boardersReturn').length,
    boardersLeave: events.filter(({ kind }) => kind === 'boardersLeave').length,
  };
}
