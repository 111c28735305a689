import { TZDate, tzOffset } from '@date-fns/tz';
import { addDays } from 'date-fns/addDays';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { differenceInMinutes } from 'date-fns/differenceInMinutes';
import { lightFormat } from 'date-fns/lightFormat';
import { type LocalDate, type LocalDateTime, localDate, localDateTime } from './values.ts';

/** What the school's clock shows at an instant. */
export function localMoment(instant: Date, timeZone: string): LocalDateTime {
  return localDateTime.parse(lightFormat(new TZDate(instant, timeZone), "yyyy-MM-dd'T'HH:mm:ss"));
}

/** The instant of a moment on the school's clock; in the hour that summer time skips, the later reading. */
export function instantOf(moment: LocalDateTime, timeZone: string): Date {
  const asUtc = Date.parse(`${moment}Z`);
  const before = tzOffset(timeZone, new Date(asUtc - dayInMilliseconds));
  const after = tzOffset(timeZone, new Date(asUtc + dayInMilliseconds));
  // Far from a change of the clock the offset is known, and a register has many moments.
  if (before === after) return new Date(asUtc - before * 60_000);
  const [year = 0, month = 1, day = 1, hours = 0, minutes = 0, seconds = 0] = moment
    .split(/[-T:]/)
    .map(Number);
  return new Date(new TZDate(year, month - 1, day, hours, minutes, seconds, timeZone).getTime());
}

const dayInMilliseconds = 86_400_000;

/** Whole minutes from one moment to another as time really passed between them. */
export function minutesBetween(from: LocalDateTime, to: LocalDateTime, timeZone: string): number {
  return differenceInMinutes(instantOf(to, timeZone), instantOf(from, timeZone));
}

/** The moment so many minutes later, as time really passes. */
export function minutesLater(
  moment: LocalDateTime,
  minutes: number,
  timeZone: string,
): LocalDateTime {
  const instant = instantOf(moment, timeZone).getTime() + minutes * 60_000;
  return localMoment(new Date(instant), timeZone);
}

/** The day so many days later (earlier when negative). */
export function plusDays(day: LocalDate, days: number): LocalDate {
  return localDate.parse(
    addDays(new Date(`${day}T00:00:00Z`), days)
      .toISOString()
      .slice(0, 10),
  );
}

/** Calendar days from one day to another. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return differenceInCalendarDays(new Date(`${to}T00:00:00Z`), new Date(`${from}T00:00:00Z`));
}

/** Every day from and to, both included. */
export function daysFrom(from: LocalDate, to: LocalDate): LocalDate[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) =>
    plusDays(from, index),
  );
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: LocalDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** First and last day of a month given as `YYYY-MM`. */
export function daysOfMonth(month: string): { readonly from: LocalDate; readonly to: LocalDate } {
  const from = localDate.parse(`${month}-01`);
  const [year = 0, number = 1] = month.split('-').map(Number);
  return {
    from,
    to: localDate.parse(new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)),
  };
}

/** The month so many months later, as `YYYY-MM`. */
export function plusMonths(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}
