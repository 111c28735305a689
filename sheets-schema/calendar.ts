import { plusDays } from './time.ts';
import type { LocalDate } from './values.ts';

/** A term with its first and last day. */
export interface Term {
  /** For example `2026—2027学年度第一学期`. */
  readonly name: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export type CalendarEventKind =
  | 'termStart'
  | 'termEnd'
  | 'holiday'
  | 'makeUpWorkday'
  | 'exam'
  | 'event'
  | 'boardersReturn'
  | 'boardersLeave';

/** One dated line of the school calendar; single days have `to` equal to `from`. */
export interface CalendarEvent {
  readonly kind: CalendarEventKind;
  readonly name: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/**
 * The school's calendar: the 校历 tab laid over the public holidays of a library.
 * A line of the tab overrules the library (hard point 18).
 */
export interface SchoolCalendar {
  /** Monday to Friday without public holidays, plus make-up workdays. */
  isWorkday(day: LocalDate): boolean;
  /** A workday within a term. */
  isSchoolDay(day: LocalDate): boolean;
  /** The public or school holiday of a day, by name. */
  holidayOn(day: LocalDate): string | undefined;
  /** The term that a day lies in, or the last one that began before it. */
  termAt(day: LocalDate): Term | undefined;
  /** The term before a term. */
  termBefore(term: Term): Term | undefined;
  /** The week of its term that a day lies in, from 1; none outside a term. */
  weekOfTerm(day: LocalDate): number | undefined;
  /** Events that touch the days from and to, in order. */
  events(from: LocalDate, to: LocalDate): readonly CalendarEvent[];
}

/** A day itself when it is a workday, else the next one; the day itself when there is none within a month. */
export function workdayFrom(day: LocalDate, calendar: SchoolCalendar): LocalDate {
  const days = Array.from({ length: 31 }, (_, later) => plusDays(day, later));
  return days.find((candidate) => calendar.isWorkday(candidate)) ?? day;
}
