import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moment, text } from '#schema/columns.ts';
import { defineRegister } from '#schema/register.ts';
import { textAt } from '#schema/row.ts';
import { overlap } from '#schema/rules/overlap.ts';
import { localDateTime } from '#schema/values.ts';
import { findingsOf, rowsOf } from '../made.ts';
import { propertyRuns, testLaws } from './laws.ts';

const twiceAtOnce = overlap({
  key: 'twice-at-once',
  columns: ['car', 'out', 'back'],
  who: (row) => textAt(row, 'car'),
  span: () => (row) => {
    const from = localDateTime.safeParse(row.values.out);
    const until = localDateTime.safeParse(row.values.back);
    return from.success && until.success ? { from: from.data, until: until.data } : undefined;
  },
  message: (_, other) => ({
    zh: `与${textAt(other, 'out').slice(11, 16)}出车重叠`,
    en: 'Overlaps',
  }),
});

const trips = defineRegister({
  key: 'trips',
  title: { zh: '用车', en: 'Trips' },
  purpose: { zh: '出车回车', en: 'Out and back' },
  workbook: 'people',
  columns: {
    car: text({ zh: '车', en: 'Car' }),
    out: moment({ zh: '出车', en: 'Out' }),
    back: moment({ zh: '回车', en: 'Back' }),
  },
  rules: [twiceAtOnce],
  figures: {},
  demo: () => [],
});

const trip = (car: string, out: string, back: string) => ({
  car,
  out: `2026-11-02T${out}:00`,
  back: `2026-11-02T${back}:00`,
});
const places = (...rows: readonly ReturnType<typeof trip>[]) =>
  findingsOf(twiceAtOnce, trips, rowsOf(...rows)).map(({ place, says }) => [place, says]);

describe('nothing is in two places at once', () => {
  test('of two that overlap the one written later gets the finding', () => {
    expect(places(trip('A', '10:00', '12:00'), trip('A', '09:00', '10:30'))).toEqual([
      [1, '与10:00出车重叠'],
    ]);
  });

  test('one that begins when the other ends does not overlap', () => {
    expect(places(trip('A', '08:00', '09:00'), trip('A', '09:00', '10:00'))).toEqual([]);
  });

  test('different cars do not overlap, nor does a row without a car', () => {
    expect(
      places(trip('A', '08:00', '10:00'), trip('B', '08:00', '10:00'), trip('', '08:00', '10:00')),
    ).toEqual([]);
  });

  test('two rows without a car, or without a time, are not the same', () => {
    expect(places(trip('', '08:00', '10:00'), trip('', '08:00', '10:00'))).toEqual([]);
    const rows = rowsOf(trip('A', '08:00', '10:00'), { car: 'A', out: '2026-11-02T08:30:00' });
    expect(findingsOf(twiceAtOnce, trips, rows)).toEqual([]);
  });

  test('of several that it overlaps the first to begin is named', () => {
    expect(
      places(trip('A', '09:00', '12:00'), trip('A', '10:00', '13:00'), trip('A', '11:00', '12:00')),
    ).toEqual([
      [1, '与09:00出车重叠'],
      [2, '与09:00出车重叠'],
    ]);
  });

  test('a long one overlaps each of the short ones inside it, and each is told once', () => {
    expect(
      places(
        trip('A', '08:00', '18:00'),
        trip('A', '09:00', '10:00'),
        trip('A', '11:00', '12:00'),
        trip('A', '11:30', '12:30'),
      ).map(([place]) => place),
    ).toEqual([1, 2, 3]);
  });

  test('a row whose end is not after its beginning says nothing here', () => {
    expect(places(trip('A', '08:00', '10:00'), trip('A', '09:30', '09:00'))).toEqual([]);
  });
});

const anyTrip = fc
  .tuple(
    fc.constantFrom('A', 'B'),
    fc.integer({ min: 0, max: 18 }),
    fc.integer({ min: -1, max: 5 }),
  )
  .map(([car, out, hours]) =>
    trip(
      car,
      `${String(Math.max(out, 1)).padStart(2, '0')}:00`,
      `${String(Math.max(out, 1) + hours).padStart(2, '0')}:00`,
    ),
  );

testLaws({
  rule: twiceAtOnce,
  register: trips,
  rows: fc.array(anyTrip, { maxLength: 7 }),
  unrelated: anyTrip.map((one) => ({ ...one, car: 'C' })),
});

test('told are just the trips that share time with an earlier written one of their car', () => {
  fc.assert(
    fc.property(fc.array(anyTrip, { maxLength: 12 }), (values) => {
      const expected = values.flatMap((one, place) =>
        values
          .slice(0, place)
          .some(
            (earlier) =>
              earlier.car === one.car &&
              one.out < one.back &&
              earlier.out < earlier.back &&
              earlier.out < one.back &&
              one.out < earlier.back,
          )
          ? [place]
          : [],
      );
      const found = places(...values).map(([place]) => place);
      expect(found.toSorted((a, b) => Number(a) - Number(b))).toEqual(expected);
    }),
    propertyRuns,
  );
});
