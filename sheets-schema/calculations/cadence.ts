import type { SchoolCalendar } from '../calendar.ts';
import type { Period } from '../figure.ts';
import { type Row, textAt } from '../row.ts';
import { plain } from '../spelling.ts';
import { daysBetween, daysFrom, daysOfMonth, plusDays, plusMonths, weekdayOf } from '../time.ts';
import { type LocalDate, localDate } from '../values.ts';

/** How often something is due. */
export type Cadence = 'daily' | 'weekly' | 'monthly' | 'term' | 'preTerm';

/** Days before the first day of term by which the pre-term list is done (C1: one week before). */
const daysBeforeTerm = 7;
/** Days before the first day of term from which doing the pre-term list counts. */
const earliestBeforeTerm = 35;

/**
 * The spans of a cadence that end within the days from and to, in order.
 *
 * Daily: each school day. Weekly: each week, Monday to Sunday, with a school day in it. Monthly: each month
 * with one. Term: each term. Pre-term: the four weeks that end one week before a term begins.
 */
export function spansOf(
  cadence: Cadence,
  { from, to }: Period,
  calendar: SchoolCalendar,
): Period[] {
  switch (cadence) {
    case 'daily':
      return daysFrom(from, to)
        .filter((day) => calendar.isSchoolDay(day))
        .map((day) => ({ from: day, to: day }));
    case 'weekly':
      return daysFrom(from, to)
        .filter((day) => weekdayOf(day) === 0)
        .map((sunday) => ({ from: plusDays(sunday, -6), to: sunday }))
        .filter((week) => hasSchoolDay(week, calendar));
    case 'monthly':
      return monthsOf(from, to)
        .filter((month) => month.to >= from && month.to <= to)
        .filter((month) => hasSchoolDay(month, calendar));
    case 'term':
      return calendar
        .events(from, to)
        .filter(({ kind }) => kind === 'termEnd')
        .flatMap(({ from: lastDay }) => calendar.termAt(lastDay) ?? [])
        .map((term) => ({ from: term.from, to: term.to }));
    case 'preTerm':
      return calendar
        .events(plusDays(from, daysBeforeTerm), plusDays(to, daysBeforeTerm))
        .filter(({ kind }) => kind === 'termStart')
        .map(({ from: firstDay }) => ({
          from: plusDays(firstDay, -earliestBeforeTerm),
          to: plusDays(firstDay, -daysBeforeTerm),
        }));
  }
}

/** Something that is due again and again. */
export interface Recurring {
  readonly name: string;
  readonly cadence: Cadence;
  readonly owner: string;
}

/** One time that something was due, and whether it was done then. */
export interface Obligation {
  readonly recurring: Recurring;
  readonly span: Period;
  readonly done: boolean;
}

/**
 * Every time that something was due within the days from and to, with whether it was done.
 * @param doneOn the days on which each thing was done, by its name
 */
export function obligations(
  recurring: readonly Recurring[],
  doneOn: ReadonlyMap<string, readonly LocalDate[]>,
  within: Period,
  calendar: SchoolCalendar,
): Obligation[] {
  const spans = new Map<Cadence, readonly Period[]>();
  return recurring.flatMap((one) => {
    const own = spans.get(one.cadence) ?? spansOf(one.cadence, within, calendar);
    spans.set(one.cadence, own);
    const days = (doneOn.get(one.name) ?? []).toSorted();
    return own.map((span) => ({ recurring: one, span, done: hasDayWithin(days, span) }));
  });
}

/** The days on which each thing was done, by its name. */
export function daysDone(
  rows: readonly Row[],
  happened: string,
  of: string,
): Map<string, LocalDate[]> {
  const days = new Map<string, LocalDate[]>();
  for (const row of rows) {
    const day = localDate.safeParse(textAt(row, happened).slice(0, 10));
    const name = plain(textAt(row, of));
    if (!day.success || name === '') continue;
    const own = days.get(name);
    if (own) own.push(day.data);
    else days.set(name, [day.data]);
  }
  return days;
}

/** The first day on which anything was done. */
export function firstDayDone(
  done: ReadonlyMap<string, readonly LocalDate[]>,
): LocalDate | undefined {
  return [...done.values()]
    .flat()
    .reduce<LocalDate | undefined>(
      (first, day) => (first === undefined || day < first ? day : first),
      undefined,
    );
}

/** Whether one of the days, which are in order, lies in the span. */
function hasDayWithin(days: readonly LocalDate[], span: Period): boolean {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle] ?? span.from) < span.from) low = middle + 1;
    else high = middle;
  }
  const first = days[low];
  return first !== undefined && first <= span.to;
}

function hasSchoolDay(span: Period, calendar: SchoolCalendar): boolean {
  return daysFrom(span.from, span.to).some((day) => calendar.isSchoolDay(day));
}

function monthsOf(from: LocalDate, to: LocalDate): Period[] {
  const months = Math.ceil(Math.max(0, daysBetween(from, to)) / 28) + 1;
  return Array.from({ length: months }, (_, index) =>
    daysOfMonth(plusMonths(from.slice(0, 7), index)),
  );
}
