import { describe, expect, test } from 'vitest';
import { moment, text } from '#schema/columns.ts';
import { defineRegister } from '#schema/register.ts';
import { textAt } from '#schema/row.ts';
import { overlap } from '#schema/rules/overlap.ts';
import { localDateTime } from '#schema/values.ts';
import { findingsOf, rowsOf } from '../made.ts';

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
