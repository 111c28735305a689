import { plusDays } from './time.ts';
import { type LocalDate, type LocalDateTime, type LocalTime, localDateTime } from './values.ts';

/** A stretch of time on the school's clock; the end is not part of it. */
export interface Span {
  readonly from: LocalDateTime;
  readonly until: LocalDateTime;
}

/** Whether two stretches share any time; one that ends when the other begins does not. */
export function overlaps(a: Span, b: Span): boolean {
  return a.from < b.until && b.from < a.until;
}

/** Whole days from the first to the last, both included. */
export function spanOfDays(first: LocalDate, last: LocalDate): Span {
  return {
    from: localDateTime.parse(`${first}T00:00:00`),
    until: localDateTime.parse(`${plusDays(last, 1)}T00:00:00`),
  };
}

/** From one time of a day to another; an end that is not later is on the next day. */
export function spanOnDay(day: LocalDate, from: LocalTime, until: LocalTime): Span {
  return {
    from: localDateTime.parse(`${day}T${from}`),
    until: localDateTime.parse(`${until > from ? day : plusDays(day, 1)}T${until}`),
  };
}
