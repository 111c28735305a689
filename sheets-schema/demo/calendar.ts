import type { CalendarEventKind } from '../calendar.ts';
import { daysFrom, plusDays, weekdayOf } from '../time.ts';
import { type LocalDate, localDate } from '../values.ts';

/** One line of the demo school's 校历. */
export interface DemoCalendarLine {
  readonly kind: Exclude<CalendarEventKind, 'termStart' | 'termEnd'> | 'term';
  readonly name: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly staying?: number;
}

type Line = readonly [DemoCalendarLine['kind'], string, string, string?];

/** 国务院办公厅 2025 年、2026 年部分节假日安排; the notice for 2027 is not out on the demo's day. */
const publicHolidays: readonly Line[] = [
  ['holiday', '清明节', '2025-04-04', '2025-04-06'],
  ['makeUpWorkday', '劳动节调休上课', '2025-04-27'],
  ['holiday', '劳动节', '2025-05-01', '2025-05-05'],
  ['holiday', '端午节', '2025-05-31', '2025-06-02'],
  ['holiday', '国庆节、中秋节', '2025-10-01', '2025-10-08'],
  ['makeUpWorkday', '国庆节调休上课', '2025-09-28'],
  ['makeUpWorkday', '国庆节调休上课', '2025-10-11'],
  ['holiday', '元旦', '2026-01-01', '2026-01-03'],
  ['makeUpWorkday', '元旦调休上课', '2026-01-04'],
  ['makeUpWorkday', '春节调休上班', '2026-02-14'],
  ['holiday', '春节', '2026-02-15', '2026-02-23'],
  ['makeUpWorkday', '春节调休上班', '2026-02-28'],
  ['holiday', '清明节', '2026-04-04', '2026-04-06'],
  ['holiday', '劳动节', '2026-05-01', '2026-05-05'],
  ['makeUpWorkday', '劳动节调休上课', '2026-05-09'],
  ['holiday', '端午节', '2026-06-19', '2026-06-21'],
  ['holiday', '中秋节', '2026-09-25', '2026-09-27'],
  ['holiday', '国庆节', '2026-10-01', '2026-10-07'],
  ['makeUpWorkday', '国庆节调休上课', '2026-09-20'],
  ['makeUpWorkday', '国庆节调休上课', '2026-10-10'],
  ['holiday', '元旦', '2027-01-01'],
];

/** First and last days of the terms, where the school has set them. */
const setTerms: Readonly<Record<number, readonly [Line, Line]>> = {
  2024: [
    ['term', '2024—2025学年度第一学期', '2024-09-02', '2025-01-17'],
    ['term', '2024—2025学年度第二学期', '2025-02-17', '2025-07-04'],
  ],
  2025: [
    ['term', '2025—2026学年度第一学期', '2025-09-01', '2026-01-30'],
    ['term', '2025—2026学年度第二学期', '2026-03-02', '2026-07-10'],
  ],
  2026: [
    ['term', '2026—2027学年度第一学期', '2026-09-01', '2027-01-22'],
    ['term', '2026—2027学年度第二学期', '2027-02-22', '2027-07-09'],
  ],
};

/** The school year, named by its first calendar year, that a day lies in; August belongs to the next. */
function schoolYearOf(day: LocalDate): number {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return month >= 8 ? year : year - 1;
}

function termsOf(year: number): readonly [Line, Line] {
  return (
    setTerms[year] ?? [
      ['term', `${year}—${year + 1}学年度第一学期`, `${year}-09-01`, `${year + 1}-01-20`],
      ['term', `${year}—${year + 1}学年度第二学期`, `${year + 1}-03-01`, `${year + 1}-07-10`],
    ]
  );
}

function eventsOf(year: number): readonly Line[] {
  const next = year + 1;
  return [
    ['event', '新生入学教育', `${year}-09-01`, `${year}-09-04`],
    ['event', '校运动会', `${year}-10-22`, `${year}-10-23`],
    ['event', '全校消防疏散演练', `${year}-11-09`],
    ['exam', '期中考试', `${year}-11-12`, `${year}-11-13`],
    ['event', '期中家长会', `${year}-11-20`],
    ['event', '元旦文艺汇演', `${year}-12-31`],
    ['exam', '期末考试', `${next}-01-18`, `${next}-01-20`],
    ['exam', '期中考试（第二学期）', `${next}-04-22`, `${next}-04-23`],
    ['event', '毕业典礼', `${next}-06-25`],
    ['exam', '期末考试（第二学期）', `${next}-07-05`, `${next}-07-07`],
  ];
}

function line([kind, name, from, to]: Line): DemoCalendarLine {
  return { kind, name, from: localDate.parse(from), to: localDate.parse(to ?? from) };
}

/** 大周: every second Friday boarders go home, on Sunday evening they are back. */
function boarders(term: DemoCalendarLine): DemoCalendarLine[] {
  const fridays = daysFrom(term.from, term.to).filter((day) => weekdayOf(day) === 5);
  return fridays
    .filter((_, week) => week % 2 === 1)
    .flatMap((friday) => {
      const sunday = plusDays(friday, 2);
      return [
        {
          kind: 'boardersLeave' as const,
          name: '寄宿生离校',
          from: friday,
          to: friday,
          staying: 26,
        },
        { kind: 'boardersReturn' as const, name: '寄宿生返校', from: sunday, to: sunday },
      ];
    })
    .filter((event) => event.from <= term.to);
}

function isIn({ from, to }: DemoCalendarLine, day: LocalDate): boolean {
  return from <= day && day <= to;
}

/** The 校历 of the school year that a day lies in and of those before, back to the first day and at least one year. */
export function demoCalendar(
  today: LocalDate,
  from: LocalDate = today,
): readonly DemoCalendarLine[] {
  const year = schoolYearOf(today);
  const firstYear = Math.min(year - 1, schoolYearOf(from));
  const years = Array.from({ length: year - firstYear + 1 }, (_, index) => firstYear + index);
  const terms = years.flatMap(termsOf).map(line);
  const [first] = termsOf(year);
  const days = { from: `${firstYear}-08-01`, to: `${year + 1}-07-31` };
  return [
    ...terms,
    ...years.flatMap(eventsOf).map(line),
    ...publicHolidays
      .map(line)
      .filter(({ from: day }) => day >= days.from && day <= days.to)
      // Of a vacation before the demo's first day nothing is told.
      .filter(({ from: day }) => day >= from || terms.some((term) => isIn(term, day))),
    ...boarders(line(first)),
  ].toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}
