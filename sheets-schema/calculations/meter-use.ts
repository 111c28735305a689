import type { SchoolCalendar } from '../calendar.ts';
import { inTime, momentAt, numberAt, type Row, textAt } from '../row.ts';
import { plain } from '../spelling.ts';
import { daysBetween, plusDays, weekdayOf } from '../time.ts';
import { dayOf, type LocalDate } from '../values.ts';
import { exact } from './exact.ts';

/** What a meter counted between two readings. */
export interface MeterUse {
  readonly row: Row;
  readonly meter: string;
  /** The day that the reading tells of: a morning's reading, the day before. */
  readonly day: LocalDate;
  readonly days: number;
  /** In the unit of the meter. */
  readonly use: number;
}

/**
 * What each meter counted from one reading to the next, in order of time. Nothing is told of two readings about one
 * day, nor of a reading below the one before, from which it goes on.
 *
 * @param of column with the meter
 * @param at column with the day or moment of the reading; a day alone stands for its evening
 * @param reading column with the reading
 */
export function meterUse(
  rows: readonly Row[],
  { of, at, reading }: { readonly of: string; readonly at: string; readonly reading: string },
): MeterUse[] {
  const last = new Map<string, { readonly day: LocalDate; readonly shown: number }>();
  return inTime(rows, at).flatMap((row) => {
    const meter = plain(textAt(row, of));
    const shown = numberAt(row, reading);
    const day = dayToldOf(row, at);
    if (meter === '' || shown === undefined || day === undefined) return [];
    const before = last.get(meter);
    const days = before === undefined ? 0 : daysBetween(before.day, day);
    const use = exact(shown - (before?.shown ?? 0));
    const again = before !== undefined && days < 1 && use >= 0;
    if (!again) last.set(meter, { day, shown });
    return days < 1 || use < 0 ? [] : [{ row, meter, day, days, use }];
  });
}

function dayToldOf(row: Row, at: string): LocalDate | undefined {
  const moment = momentAt(row, at);
  if (moment === undefined) return undefined;
  const inTheMorning = textAt(row, at).includes('T') && moment.slice(11) < '12:00:00';
  return plusDays(dayOf(moment), inTheMorning ? -1 : 0);
}

/**
 * Days on which a school uses about as much: its weekdays, days off on which nobody is there, work made up for at a
 * weekend, and the vacation between two terms, each kind by itself.
 */
export function kindOfDay(day: LocalDate, calendar: SchoolCalendar): string {
  const term = calendar.termAt(day);
  if (term !== undefined && day > term.to) return 'vacation';
  if (calendar.holidayOn(day) !== undefined) return 'holiday';
  const weekday = weekdayOf(day);
  const weekend = weekday === 0 || weekday === 6;
  return weekend && calendar.isWorkday(day) ? 'madeUp' : String(weekday);
}
