import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { date, quantity, text } from '#schema/columns.ts';
import { weekdayBand } from '#schema/rules/weekday-band.ts';
import { plusDays } from '#schema/time.ts';
import { autumn, day } from '../autumn.ts';
import { findingsOf, rowsOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { smallRegister } from './small-register.ts';

const columns = {
  meter: text({ zh: '表', en: 'Meter' }),
  day: date({ zh: '日期', en: 'Day' }),
  reading: quantity({ zh: '读数', en: 'Reading' }),
};
const water = {
  of: 'meter',
  at: 'day',
  reading: 'reading',
  percent: () => 30,
  message: (meter: string, on: string, used: number, usual: number) => ({
    zh: `${meter}${on}用了${used}，平时${usual}`,
    en: '',
  }),
} as const;
const rule = weekdayBand(water);
const meters = smallRegister(columns, rule);

/** Readings each evening from Sunday 1 November 2026 on, of what was used on the days after it. */
function evenings(used: readonly number[], meter = '宿舍水表') {
  return [0, ...used].map((_, later) => ({
    meter,
    day: plusDays(day('2026-11-01'), later),
    reading: used.slice(0, later).reduce((sum, use) => sum + use, 0),
  }));
}
const week = [100, 100, 100, 100, 100, 20, 10];
const says = (rows: readonly ReturnType<typeof evenings>[number][], of = rule) =>
  findingsOf(of, meters, rowsOf(...rows), worldWith({ calendar: autumn })).map(
    ({ place, column, severity, says: message }) => [place, column, severity, message],
  );

describe('use on a day of the week', () => {
  test('is compared with that of the same day in the weeks before', () => {
    expect(says(evenings([...week, ...week, ...week, ...week]))).toEqual([]);
    const leaky = [...week, ...week, ...week, 100, 100, 100, 100, 100, 20, 100];
    expect(says(evenings(leaky))).toEqual([
      [28, 'reading', 'look', '宿舍水表2026-11-29用了100，平时10'],
    ]);
  });

  test('may lie thirty percent away, and not more', () => {
    const monday = (use: number) => says(evenings([...week, ...week, ...week, use])).length;
    expect([130, 70, 130.1, 69.9].map(monday)).toEqual([0, 0, 1, 1]);
  });

  test('is not judged before there are three weeks to go by', () => {
    expect(says(evenings([...week, ...week, 900]))).toEqual([]);
  });

  test('of another meter is no matter', () => {
    const pump = evenings(
      [...week, ...week, ...week, 100].map((use) => use * 9),
      '水泵房电表',
    );
    expect(says([...pump, ...evenings([...week, ...week, ...week, 100])])).toEqual([]);
  });

  test('differs too little to matter when it is little', () => {
    const tolerant = weekdayBand({ ...water, least: () => 5 });
    const sunday = (use: number) => [...week, ...week, ...week, 100, 100, 100, 100, 100, 20, use];
    expect(says(evenings(sunday(15)), tolerant)).toEqual([]);
    expect(says(evenings(sunday(15.1)), tolerant)).toHaveLength(1);
    expect(says(evenings(sunday(15)))).toHaveLength(1);
  });

  test('on a holiday is not that of a weekday', () => {
    const days = evenings([...week, ...week, ...week, 5]);
    const rows = rowsOf(...days);
    const closed = worldWith(
      { calendar: autumn },
      {
        publicHolidays: (one) =>
          one === '2026-11-23' ? { name: '放假', kind: 'holiday' } : undefined,
      },
    );
    expect(findingsOf(rule, meters, rows, closed)).toEqual([]);
    expect(says(days)).toHaveLength(1);
  });

  test('is given a day when the meter was not read for some', () => {
    const unread = evenings([...week, ...week, ...week, ...week]).filter(
      ({ day: on }) => !['06', '07', '13', '14', '20', '21', '27', '28'].includes(on.slice(8)),
    );
    expect(says(unread)).toEqual([]);
    const more = unread.map((one, index) =>
      index === unread.length - 1 ? { ...one, reading: one.reading + 60 } : one,
    );
    expect(says(more)).toEqual([
      [unread.length - 1, 'reading', 'look', `宿舍水表2026-11-29用了${190 / 3}，平时${130 / 3}`],
    ]);
  });
});

test('it reads the calendar, and its own columns', () => {
  expect(rule.reads).toEqual(['calendar']);
  expect(rule.columns).toEqual(['meter', 'day', 'reading']);
});

const mondays = fc
  .array(fc.constantFrom(90, 100, 110, 300), { minLength: 3, maxLength: 6 })
  .map((uses) => evenings(uses.flatMap((use) => [use, ...week.slice(1)])));

testLaws({
  rule,
  register: meters,
  rows: mondays,
  unrelated: fc.record({
    meter: fc.constantFrom('食堂水表', undefined),
    day: fc.integer({ min: 1, max: 24 }).map((later) => plusDays(day('2026-11-01'), later)),
    reading: fc.integer({ min: 0, max: 900 }),
  }),
  world: worldWith({ calendar: autumn }),
});
