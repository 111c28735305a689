import type { Since } from '#platform/workbook/port.ts';
import type { SchoolCalendar, Term } from '#schema/calendar.ts';
import type { Period } from '#schema/figure.ts';
import { daysBetween, plusDays } from '#schema/time.ts';
import type { LocalDate } from '#schema/values.ts';

/** The days a report speaks of, and those it compares them with. */
export interface TermDays {
  readonly term: Term;
  /** The term up to today. */
  readonly now: Period;
  /** The last term over as many days; absent when there is none on the calendar. */
  readonly before?: Period;
  /** The term a year ago over as many days. */
  readonly yearBefore?: Period;
}

function sameLength(term: Term, days: number): Period {
  const to = plusDays(term.from, days);
  return { from: term.from, to: to < term.to ? to : term.to };
}

/** A term up to today, and the earlier terms over the same number of weeks. */
export function termDays(calendar: SchoolCalendar, term: Term, today: LocalDate): TermDays {
  const to = today < term.to ? today : term.to;
  const days = daysBetween(term.from, to);
  const last = calendar.termBefore(term);
  const yearAgo = last && calendar.termBefore(last);
  return {
    term,
    now: { from: term.from, to },
    ...(last ? { before: sameLength(last, days) } : {}),
    ...(yearAgo ? { yearBefore: sameLength(yearAgo, days) } : {}),
  };
}

/**
 * From which day on a report reads rows: a month before the first day that its figures are about, since a meter's use
 * begins with the reading before; a year further back for what is compared with the year before.
 */
export function reportedSince({ now, before = now, yearBefore = before }: TermDays): Since {
  return ({ report }) =>
    plusDays((report?.section === 'energy' ? yearBefore : before).from, -daysAhead);
}

const daysAhead = 31;
