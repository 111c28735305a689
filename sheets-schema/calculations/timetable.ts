import type { SchoolCalendar } from '../calendar.ts';
import { numberAt, type Row, textAt } from '../row.ts';
import { plain } from '../spelling.ts';
import { daysFrom, weekdayOf } from '../time.ts';
import type { LocalDate } from '../values.ts';

/** Days of the week as 课表 names them, in order from Sunday as the calendar counts them. */
export const weekdays = {
  sunday: { zh: '周日', en: 'Sunday' },
  monday: { zh: '周一', en: 'Monday' },
  tuesday: { zh: '周二', en: 'Tuesday' },
  wednesday: { zh: '周三', en: 'Wednesday' },
  thursday: { zh: '周四', en: 'Thursday' },
  friday: { zh: '周五', en: 'Friday' },
  saturday: { zh: '周六', en: 'Saturday' },
} as const;

/** 单周, 双周 or every week. */
export const weeks = {
  every: { zh: '每周', en: 'Every week' },
  odd: { zh: '单周', en: 'Odd weeks' },
  even: { zh: '双周', en: 'Even weeks' },
} as const;

/** One lesson that 课表 puts into a room. */
export interface Lesson {
  readonly room: string;
  readonly klass: string;
  readonly period: number;
}

/** A lesson on a day. */
export interface Use extends Lesson {
  readonly day: LocalDate;
}

interface Line extends Lesson {
  readonly weekday: string;
  readonly weeks: string;
  readonly from: string;
  readonly to: string;
}

function lineOf(row: Row): Line[] {
  const period = numberAt(row, 'period');
  const room = plain(textAt(row, 'room'));
  if (period === undefined || room === '') return [];
  return [
    {
      room,
      klass: plain(textAt(row, 'klass')),
      period,
      weekday: textAt(row, 'weekday'),
      weeks: textAt(row, 'weeks') || 'every',
      from: textAt(row, 'from'),
      to: textAt(row, 'to'),
    },
  ];
}

/**
 * The lessons that 课表 puts on the school days from and to. A make-up workday has the lessons of its own weekday.
 * Weeks are odd or even by the week of term.
 */
export function lessonsBetween(
  timetable: readonly Row[],
  from: LocalDate,
  to: LocalDate,
  calendar: SchoolCalendar,
): readonly Use[] {
  const byWeekday = Map.groupBy(timetable.flatMap(lineOf), ({ weekday }) => weekday);
  const names = Object.keys(weekdays);
  return daysFrom(from, to)
    .filter((day) => calendar.isSchoolDay(day))
    .flatMap((day) => {
      const week = (calendar.weekOfTerm(day) ?? 1) % 2 === 1 ? 'odd' : 'even';
      return (byWeekday.get(names[weekdayOf(day)] ?? '') ?? [])
        .filter(
          (line) =>
            (line.weeks === 'every' || line.weeks === week) &&
            (line.from === '' || line.from <= day) &&
            (line.to === '' || line.to >= day),
        )
        .map(({ room, klass, period }) => ({ day, room, klass, period }));
    });
}
