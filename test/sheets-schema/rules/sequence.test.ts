import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { date, quantity, text } from '#schema/columns.ts';
import { sequence } from '#schema/rules/sequence.ts';
import { findingsOf, row, rowsOf, worldWith } from '../made.ts';
import { propertyRuns, testLaws, written } from './laws.ts';
import { smallRegister } from './small-register.ts';

const columns = {
  car: text({ zh: '车', en: 'Car' }),
  day: date({ zh: '日期', en: 'Day' }),
  out: quantity({ zh: '出车里程', en: 'Out' }),
  back: quantity({ zh: '回车里程', en: 'Back' }),
};
const odometer = sequence({
  of: 'car',
  at: 'day',
  starts: 'out',
  reading: 'back',
  mostGap: () => 5,
  message: {
    lower: (name, before, now) => ({ zh: `${name}上次${before}，这次${now}`, en: '' }),
    gap: (name, before, now) => ({ zh: `${name}中间少记${now - before}公里`, en: '' }),
  },
});
const trips = smallRegister(columns, odometer);
const trip = (day: number, out?: number, back?: number, car = '京A1') => ({
  car,
  day: `2026-11-${String(day).padStart(2, '0')}`,
  out,
  back,
});
const says = (...rows: readonly ReturnType<typeof trip>[]) =>
  findingsOf(odometer, trips, rowsOf(...rows)).map(({ place, column, severity, says: message }) => [
    place,
    column,
    severity,
    message,
  ]);

describe('an odometer', () => {
  test('that goes on is no finding, not even when it stands still', () => {
    expect(says(trip(2, 100, 140), trip(3, 140, 140), trip(4, 140, 200))).toEqual([]);
  });

  test('that comes back with less than it went out with', () => {
    expect(says(trip(2, 140, 100))).toEqual([[0, 'back', 'must', '京A1上次140，这次100']]);
  });

  test('that goes out with less than it came back with', () => {
    expect(says(trip(2, 100, 140), trip(3, 139, 150))).toEqual([
      [1, 'out', 'must', '京A1上次140，这次139'],
    ]);
  });

  test('that went further between two trips than is allowed', () => {
    expect(says(trip(2, 100, 140), trip(3, 145, 150))).toEqual([]);
    expect(says(trip(2, 100, 140), trip(3, 146, 150))).toEqual([
      [1, 'out', 'look', '京A1中间少记6公里'],
    ]);
  });

  test('far on a trip is no gap', () => {
    expect(says(trip(2, 100, 900))).toEqual([]);
  });

  test('goes on from a slip of the pen, which is one finding', () => {
    expect(says(trip(2, 100, 9140), trip(3, 140, 180), trip(4, 180, 220))).toEqual([
      [1, 'out', 'must', '京A1上次9140，这次140'],
    ]);
  });

  test('of another car, or of none, is no matter', () => {
    expect(says(trip(2, 100, 140), trip(3, 20, 30, '京B2'), trip(4, 5, 6, ''))).toEqual([]);
    expect(says(trip(2, 100, 140, ''), trip(3, 20, 30, ' '))).toEqual([]);
    expect(says(trip(2, 100, 140, '京Ａ1 '), trip(3, 139, 150))).toHaveLength(1);
  });

  test('is followed by the days, not by the order of writing', () => {
    expect(says(trip(5, 180, 200), trip(2, 100, 140), trip(3, 140, 180))).toEqual([]);
    expect(says(trip(2, 180, 200), trip(5, 100, 140)).map(([place]) => place)).toEqual([1]);
  });

  test('on one day by the order of writing', () => {
    const [first, second] = [row(1, trip(2, 100, 140)), row(2, trip(2, 140, 150))];
    expect(findingsOf(odometer, trips, [second, first])).toEqual([]);
  });

  test('not yet back, or without a day, waits', () => {
    expect(says(trip(2, 100), trip(3, 100, 150), { ...trip(4, 1, 2), day: '' })).toEqual([]);
  });
});

describe('a meter', () => {
  const meter = sequence({
    at: 'day',
    reading: 'back',
    message: { lower: (name, before, now) => ({ zh: `${name}${before}→${now}`, en: '' }) },
  });
  const meters = smallRegister(columns, meter);

  test('need have no name and no beginnings', () => {
    expect(meter.columns).toEqual(['day', 'back']);
    expect(odometer.columns).toEqual(['car', 'day', 'out', 'back']);
    const rows = rowsOf(trip(2, 0, 100), trip(3, 500, 900), trip(4, 0, 899));
    expect(findingsOf(meter, meters, rows)).toEqual([
      { column: 'back', severity: 'must', says: '900→899', place: 2 },
    ]);
  });

  test('with beginnings but no most gap and a sentence for it: any gap', () => {
    const message = { lower: () => ({ zh: '倒', en: '' }) };
    const gapless = sequence({
      at: 'day',
      starts: 'out',
      reading: 'back',
      message: { ...message, gap: () => ({ zh: '断', en: '' }) },
    });
    const rows = rowsOf(trip(2, 0, 0.3), trip(3, 0.3, 1), trip(4, 1.001, 2));
    expect(findingsOf(gapless, meters, rows).map(({ place, says: said }) => [place, said])).toEqual(
      [[2, '断']],
    );
    const silent = sequence({ at: 'day', starts: 'out', reading: 'back', message });
    expect(findingsOf(silent, meters, rows)).toEqual([]);
  });
});

const anyTrip = fc.record({
  car: fc.constantFrom('京A1', '京B2'),
  day: fc.integer({ min: 1, max: 9 }).map((day) => `2026-11-0${day}`),
  out: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
  back: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
});

testLaws({
  rule: odometer,
  register: trips,
  rows: fc.array(anyTrip, { maxLength: 5 }),
  unrelated: anyTrip.map((one) => ({ ...one, car: '京C3' })),
});

test('there are as many falls as the readings of each car, put in a line, have', () => {
  fc.assert(
    fc.property(fc.array(anyTrip, { maxLength: 12 }), (values) => {
      const falls = ['京A1', '京B2'].flatMap((car) => {
        const line = values
          .filter((one) => one.car === car)
          .toSorted((a, b) => a.day.localeCompare(b.day))
          .flatMap(({ out, back }) => [out, back])
          .filter((reading) => reading !== undefined);
        return line.filter((reading, index) => reading < (line[index - 1] ?? 0));
      });
      const found = odometer
        .check(trips, written(values), worldWith({}))
        .filter(({ severity }) => severity === 'must');
      expect(found).toHaveLength(falls.length);
    }),
    propertyRuns,
  );
});
