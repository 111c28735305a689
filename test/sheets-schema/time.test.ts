import { describe, expect, test } from 'vitest';
import { workdayFrom } from '#schema/calendar.ts';
import {
  daysBetween,
  daysFrom,
  daysOfMonth,
  instantOf,
  localMoment,
  minutesBetween,
  plusDays,
  plusMonths,
  weekdayOf,
} from '#schema/time.ts';
import { at, autumnCalendar, day } from './autumn.ts';

describe('the school clock', () => {
  test('shows eight hours more than the world clock in Shanghai', () => {
    expect(localMoment(new Date('2026-11-23T16:00:00Z'), 'Asia/Shanghai')).toBe(
      '2026-11-24T00:00:00',
    );
    expect(instantOf(at('2026-11-24T00:00:00'), 'Asia/Shanghai').toISOString()).toBe(
      '2026-11-23T16:00:00.000Z',
    );
  });

  test('minutes are those that really passed, where clocks go forward', () => {
    const [before, after] = [at('2026-03-29T01:30:00'), at('2026-03-29T03:30:00')];
    expect(minutesBetween(before, after, 'Europe/Berlin')).toBe(60);
    expect(minutesBetween(before, after, 'Asia/Shanghai')).toBe(120);
  });

  test('and where they go back', () => {
    expect(
      minutesBetween(at('2026-10-25T00:30:00'), at('2026-10-25T04:30:00'), 'Europe/Berlin'),
    ).toBe(300);
  });

  test('an hour that summer time skips is read as the later one', () => {
    expect(instantOf(at('2026-03-29T02:30:00'), 'Europe/Berlin').toISOString()).toBe(
      '2026-03-29T01:30:00.000Z',
    );
  });

  test('Shanghai had summer time until 1991', () => {
    expect(
      minutesBetween(at('1991-04-14T00:00:00'), at('1991-04-14T12:00:00'), 'Asia/Shanghai'),
    ).toBe(660);
  });
});

describe('days', () => {
  test('over the end of a month, a year, and 29 February', () => {
    expect(plusDays(day('2026-12-31'), 1)).toBe('2027-01-01');
    expect(plusDays(day('2028-02-28'), 1)).toBe('2028-02-29');
    expect(plusDays(day('2026-03-01'), -1)).toBe('2026-02-28');
  });

  test('between two days', () => {
    expect(daysBetween(day('2026-11-01'), day('2026-11-24'))).toBe(23);
    expect(daysBetween(day('2026-11-24'), day('2026-11-01'))).toBe(-23);
  });

  test('from a day to an earlier one there are none', () => {
    expect(daysFrom(day('2026-11-24'), day('2026-11-23'))).toEqual([]);
    expect(daysFrom(day('2026-11-24'), day('2026-11-24'))).toEqual(['2026-11-24']);
  });

  test('weekdays begin with Sunday', () => {
    expect([weekdayOf(day('2026-11-22')), weekdayOf(day('2026-11-24'))]).toEqual([0, 2]);
  });
});

describe('months', () => {
  test('first and last day', () => {
    expect(daysOfMonth('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(daysOfMonth('2026-12')).toEqual({ from: '2026-12-01', to: '2026-12-31' });
  });

  test('over the end of a year', () => {
    expect(plusMonths('2026-11', 2)).toBe('2027-01');
    expect(plusMonths('2026-01', -1)).toBe('2025-12');
  });
});

describe('workdayFrom', () => {
  test('a workday is itself, a Saturday the Monday after, a holiday the first day after it', () => {
    expect(workdayFrom(day('2026-11-24'), autumnCalendar)).toBe('2026-11-24');
    expect(workdayFrom(day('2026-11-21'), autumnCalendar)).toBe('2026-11-23');
    expect(workdayFrom(day('2026-10-01'), autumnCalendar)).toBe('2026-10-08');
  });
});
