import type { SchoolCalendar } from '../calendar.ts';
import { numberAt, type Row, textAt, valueAt } from '../row.ts';
import { type Span, spanOnDay } from '../span.ts';
import { plain } from '../spelling.ts';
import { weekdayOf } from '../time.ts';
import { type LocalDate, type LocalTime, localTime } from '../values.ts';

/** What a day is for a roster; a make-up workday is a workday whatever its weekday. */
export type DayKind = 'workday' | 'weekend' | 'holiday';

/** A post on which somebody must be. */
export interface DutyPost {
  readonly name: string;
  readonly team: string;
  /** People needed, by what the day is. */
  readonly needed: Readonly<Record<DayKind, number>>;
  readonly from: LocalTime;
  /** Not later than `from` means the next day. */
  readonly until: LocalTime;
  /** Names that may take it; the whole team when empty. */
  readonly may: readonly string[];
}

/** Names as staff list them in one cell: `韩卫东、唐志刚`. */
export function namesIn(written: string): readonly string[] {
  return plain(written)
    .split(/[、,;\s]+/)
    .filter((name) => name !== '');
}

/** The posts of 岗位; a row without name or times is passed over, its own findings say so. */
export function dutyPosts(rows: readonly Row[]): readonly DutyPost[] {
  return rows.flatMap((row): DutyPost[] => {
    const from = localTime.safeParse(valueAt(row, 'from'));
    const until = localTime.safeParse(valueAt(row, 'until'));
    const name = plain(textAt(row, 'name'));
    if (name === '' || !from.success || !until.success) return [];
    return [
      {
        name,
        team: plain(textAt(row, 'team')),
        needed: {
          workday: numberAt(row, 'onWorkdays') ?? 0,
          weekend: numberAt(row, 'onWeekends') ?? 0,
          holiday: numberAt(row, 'onHolidays') ?? 0,
        },
        from: from.data,
        until: until.data,
        may: namesIn(textAt(row, 'may')),
      },
    ];
  });
}

/** What a day is for the roster. */
export function dayKind(day: LocalDate, calendar: SchoolCalendar): DayKind {
  if (calendar.holidayOn(day) !== undefined) return 'holiday';
  if (calendar.isWorkday(day)) return 'workday';
  const weekday = weekdayOf(day);
  return weekday === 0 || weekday === 6 ? 'weekend' : 'holiday';
}

/** When a duty on a post begins and ends. */
export function dutySpan(post: Pick<DutyPost, 'from' | 'until'>, day: LocalDate): Span {
  return spanOnDay(day, post.from, post.until);
}
