import type { CalendarEvent, CalendarEventKind, SchoolCalendar, Term } from './calendar.ts';
import type { Row } from './row.ts';
import { daysBetween, weekdayOf } from './time.ts';
import { type LocalDate, localDate } from './values.ts';

/** What a library knows of a day. */
export interface PublicHoliday {
  readonly name: string;
  readonly kind: 'holiday' | 'makeUpWorkday';
}

/** The kinds of a line in the 校历 tab: a term is one line there, its two ends are two events. */
export type CalendarLineKind = Exclude<CalendarEventKind, 'termStart' | 'termEnd'> | 'term';

interface Line {
  readonly kind: string;
  readonly name: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const eventKinds: readonly CalendarEventKind[] = [
  'holiday',
  'makeUpWorkday',
  'exam',
  'event',
  'boardersReturn',
  'boardersLeave',
];

/**
 * The school's calendar from the rows of 校历, laid over public holidays.
 *
 * A line of the tab overrules the library; of two lines about one day the shorter says more (a
 * make-up workday inside a long holiday), of two equal ones the later. Rows without kind or first day
 * are passed over, a last day before the first counts as one day: the rules of 校历 point at both.
 * @param publicHolidays the public holiday or make-up workday of a day, if it is one
 */
export function schoolCalendar(
  calendarRows: readonly Pick<Row, 'values'>[],
  publicHolidays: (day: LocalDate) => PublicHoliday | undefined,
): SchoolCalendar {
  const lines = calendarRows.flatMap(lineOf);
  const terms: readonly Term[] = lines
    .filter(({ kind }) => kind === 'term')
    .map(({ name, from, to }) => ({ name, from, to }))
    .toSorted(byFirstDay);
  const events = lines.flatMap(eventsOf).toSorted(byFirstDay);
  const daysOff = lines
    .filter(({ kind }) => kind === 'holiday' || kind === 'makeUpWorkday')
    .toReversed()
    .toSorted((a, b) => daysBetween(a.from, a.to) - daysBetween(b.from, b.to));

  const ruling = (day: LocalDate): { readonly kind: string; readonly name: string } | undefined =>
    daysOff.find(({ from, to }) => from <= day && day <= to) ?? publicHolidays(day);
  const isWorkday = (day: LocalDate): boolean => {
    const said = ruling(day);
    if (said) return said.kind === 'makeUpWorkday';
    const weekday = weekdayOf(day);
    return weekday !== 0 && weekday !== 6;
  };
  const termOf = (day: LocalDate): Term | undefined =>
    terms.findLast(({ from, to }) => from <= day && day <= to);

  return {
    isWorkday,
    isSchoolDay: (day) => termOf(day) !== undefined && isWorkday(day),
    holidayOn: (day) => {
      const said = ruling(day);
      return said?.kind === 'holiday' ? said.name : undefined;
    },
    termAt: (day) => termOf(day) ?? terms.findLast(({ from }) => from <= day),
    termBefore: (term) => terms.findLast(({ from }) => from < term.from),
    weekOfTerm: (day) => {
      const term = termOf(day);
      if (!term) return undefined;
      const daysSinceMonday = (weekdayOf(term.from) + 6) % 7;
      return Math.floor((daysBetween(term.from, day) + daysSinceMonday) / 7) + 1;
    },
    events: (from, to) => events.filter((event) => event.from <= to && event.to >= from),
  };
}

function lineOf({ values }: Pick<Row, 'values'>): Line[] {
  const from = localDate.safeParse(values.from);
  if (!from.success || values.kind === undefined) return [];
  const to = localDate.safeParse(values.to);
  return [
    {
      kind: String(values.kind),
      name: String(values.name ?? ''),
      from: from.data,
      to: to.success && to.data >= from.data ? to.data : from.data,
    },
  ];
}

function eventsOf({ kind, name, from, to }: Line): CalendarEvent[] {
  if (kind === 'term')
    return [
      { kind: 'termStart', name: `${name}开学`, from, to: from },
      { kind: 'termEnd', name: `${name}结束`, from: to, to },
    ];
  const known = eventKinds.find((candidate) => candidate === kind);
  return known ? [{ kind: known, name, from, to }] : [];
}

function byFirstDay(a: { readonly from: LocalDate }, b: { readonly from: LocalDate }): number {
  return a.from < b.from ? -1 : a.from > b.from ? 1 : 0;
}
