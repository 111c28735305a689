import { describe, expect, test } from 'vitest';
import { type Cadence, obligations, spansOf } from '#schema/calculations/cadence.ts';
import { autumnCalendar, day } from './autumn.ts';

const spans = (cadence: Cadence, from: string, to: string) =>
  spansOf(cadence, { from: day(from), to: day(to) }, autumnCalendar).map((span) =>
    span.from === span.to ? span.from : `${span.from} ${span.to}`,
  );

describe('when something is due', () => {
  test('daily: school days, the make-up workday among them', () => {
    expect(spans('daily', '2026-09-30', '2026-10-11')).toEqual([
      '2026-09-30',
      '2026-10-08',
      '2026-10-09',
      '2026-10-10',
    ]);
  });

  test('weekly: weeks that end within the days; a week of holidays is none', () => {
    expect(spans('weekly', '2026-09-21', '2026-10-18')).toEqual([
      '2026-09-21 2026-09-27',
      '2026-09-28 2026-10-04',
      '2026-10-05 2026-10-11',
      '2026-10-12 2026-10-18',
    ]);
    expect(spans('weekly', '2027-01-25', '2027-02-21')).toEqual([]);
  });

  test('monthly: months that end within the days and have a school day', () => {
    expect(spans('monthly', '2026-09-15', '2026-11-29')).toEqual([
      '2026-09-01 2026-09-30',
      '2026-10-01 2026-10-31',
    ]);
    expect(spans('monthly', '2026-08-01', '2026-08-31')).toEqual([]);
    expect(spans('monthly', '2027-02-28', '2027-02-28')).toEqual(['2027-02-01 2027-02-28']);
  });

  test('each term: when it ends', () => {
    expect(spans('term', '2027-01-01', '2027-01-31')).toEqual(['2026-09-01 2027-01-22']);
    expect(spans('term', '2026-11-01', '2026-11-30')).toEqual([]);
  });

  test('before term: the four weeks that end a week before its first day', () => {
    expect(spans('preTerm', '2027-02-01', '2027-02-28')).toEqual(['2027-01-18 2027-02-15']);
    expect(spans('preTerm', '2027-02-16', '2027-02-28')).toEqual([]);
  });
});

describe('what was due and done', () => {
  const pump = { name: '水泵', cadence: 'monthly', owner: '李国强' } as const;
  const within = { from: day('2026-09-01'), to: day('2026-11-30') };
  const done = (...days: readonly string[]) =>
    obligations([pump], new Map([['水泵', days.map(day)]]), within, autumnCalendar).map(
      (one) => one.done,
    );

  test('the first and the last day of a span count', () => {
    expect(done('2026-09-01', '2026-11-30', '2026-10-31')).toEqual([true, true, true]);
  });

  test('the day before and the day after do not', () => {
    expect(done('2026-08-31', '2026-12-01')).toEqual([false, false, false]);
  });

  test('twice in one month is once', () => {
    expect(done('2026-10-08', '2026-10-20')).toEqual([false, true, false]);
  });

  test('what was never done was due all the same', () => {
    expect(obligations([pump], new Map(), within, autumnCalendar)).toHaveLength(3);
  });
});
