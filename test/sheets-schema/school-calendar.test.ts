import { describe, expect, test } from 'vitest';
import { chineseHolidays } from '#platform/holidays.ts';
import { schoolCalendar } from '#schema/school-calendar.ts';
import { localDate } from '#schema/values.ts';
import { rowsOf } from './made.ts';

const day = (written: string) => localDate.parse(written);

const calendar = schoolCalendar(
  rowsOf(
    { kind: 'term', name: '2025—2026学年度第二学期', from: '2026-03-02', to: '2026-07-10' },
    { kind: 'term', name: '2026—2027学年度第一学期', from: '2026-09-01', to: '2027-01-22' },
    { kind: 'exam', name: '期中考试', from: '2026-11-12', to: '2026-11-13' },
    { kind: 'holiday', name: '运动会补休', from: '2026-10-26' },
    { kind: 'makeUpWorkday', name: '补周一的课', from: '2026-10-31' },
  ),
  chineseHolidays,
);

describe('National Day 2026', () => {
  test.each([
    ['2026-09-30', true],
    ['2026-10-01', false],
    ['2026-10-07', false],
    ['2026-10-08', true],
  ])('%s: school day %s', (written, expected) => {
    expect(calendar.isSchoolDay(day(written))).toBe(expected);
  });

  test('the holiday has its name, the day after has none', () => {
    expect(calendar.holidayOn(day('2026-10-03'))).toBe('国庆节');
    expect(calendar.holidayOn(day('2026-10-08'))).toBeUndefined();
  });

  test('the Sunday before and the Saturday after are worked to make up for it', () => {
    expect(calendar.isWorkday(day('2026-09-20'))).toBe(true);
    expect(calendar.isWorkday(day('2026-10-10'))).toBe(true);
    expect(calendar.holidayOn(day('2026-10-10'))).toBeUndefined();
  });

  test('an ordinary Saturday is neither a workday nor a holiday', () => {
    expect(calendar.isWorkday(day('2026-10-17'))).toBe(false);
    expect(calendar.holidayOn(day('2026-10-17'))).toBeUndefined();
  });
});

describe('the tab overrules the library', () => {
  test('a school holiday on a Monday, and its make-up on a Saturday', () => {
    expect(calendar.isSchoolDay(day('2026-10-26'))).toBe(false);
    expect(calendar.holidayOn(day('2026-10-26'))).toBe('运动会补休');
    expect(calendar.isSchoolDay(day('2026-10-31'))).toBe(true);
  });

  const working = { kind: 'makeUpWorkday', name: '高三上课', from: '2026-10-06' };
  const holiday = { kind: 'holiday', name: '国庆节', from: '2026-10-01', to: '2026-10-07' };

  test('a school that works on a public holiday', () => {
    expect(schoolCalendar(rowsOf(working), chineseHolidays).isWorkday(day('2026-10-06'))).toBe(
      true,
    );
  });

  test.each([
    ['before', [working, holiday]],
    ['after', [holiday, working]],
  ])('the shorter of two lines counts, written %s the longer', (_, lines) => {
    const both = schoolCalendar(rowsOf(...lines), () => undefined);
    expect(both.isWorkday(day('2026-10-06'))).toBe(true);
    expect(both.isWorkday(day('2026-10-05'))).toBe(false);
  });

  test('of two lines about one day the later counts', () => {
    const single = { ...holiday, from: '2026-10-06', to: '2026-10-06' };
    const last = (...lines: readonly (typeof single | typeof working)[]) =>
      schoolCalendar(rowsOf(...lines), () => undefined).isWorkday(day('2026-10-06'));
    expect(last(single, working)).toBe(true);
    expect(last(working, single)).toBe(false);
  });
});

describe('terms', () => {
  test('a day between two terms belongs to the one that began before it, but has no week', () => {
    expect(calendar.termAt(day('2026-08-01'))?.name).toBe('2025—2026学年度第二学期');
    expect(calendar.weekOfTerm(day('2026-08-01'))).toBeUndefined();
    expect(calendar.isSchoolDay(day('2026-08-03'))).toBe(false);
    expect(calendar.isWorkday(day('2026-08-03'))).toBe(true);
  });

  test('before the first term there is none', () => {
    expect(calendar.termAt(day('2026-03-01'))).toBeUndefined();
  });

  test('the term before a term', () => {
    const term = calendar.termAt(day('2026-11-24'));
    expect(term?.from).toBe('2026-09-01');
    expect(term && calendar.termBefore(term)?.name).toBe('2025—2026学年度第二学期');
  });

  test.each([
    ['Tuesday, the first day of term', '2026-09-01', 1],
    ['the Sunday of the first week', '2026-09-06', 1],
    ['the Monday after', '2026-09-07', 2],
    ['the last day of term', '2027-01-22', 21],
  ])('weeks begin on Monday: %s', (_, written, week) => {
    expect(calendar.weekOfTerm(day(written))).toBe(week);
  });
});

describe('events', () => {
  test('those that touch the days asked for, in order, with the ends of terms', () => {
    expect(calendar.events(day('2026-11-13'), day('2027-02-01')).map(({ name }) => name)).toEqual([
      '期中考试',
      '2026—2027学年度第一学期结束',
    ]);
  });

  test('rows without a first day or kind are passed over, an end before its beginning is one day', () => {
    const damaged = schoolCalendar(
      rowsOf(
        { kind: 'event', name: '没有日期' },
        { name: '没有类别', from: '2026-11-02' },
        { kind: 'event', name: '倒着写', from: '2026-11-02', to: '2026-10-02' },
      ),
      () => undefined,
    );
    expect(damaged.events(day('2026-01-01'), day('2026-12-31'))).toEqual([
      { kind: 'event', name: '倒着写', from: '2026-11-02', to: '2026-11-02' },
    ]);
  });
});
