import fc from 'fast-check';
import { expect, test } from 'vitest';
import { electricity } from '#schema/registers/safety/electricity.ts';
import { textAt } from '#schema/row.ts';
import { repeated } from '#schema/rules/repeated.ts';
import { plusDays } from '#schema/time.ts';
import { day } from '../autumn.ts';
import { findingsOf, row, rowsOf, worldWith } from '../made.ts';

const rule = repeated({
  key: 'place',
  happened: 'day',
  columns: ['place'],
  same: (one) => textAt(one, 'place'),
  times: () => 3,
  days: () => 10,
  message: (_row, times) => ({ zh: `${times} 次`, en: `${times} times` }),
});

test('one finding a place that came so often in the last days, at the last of them', () => {
  const entry = fc.record({
    place: fc.constantFrom('', 'A', 'B'),
    ago: fc.integer({ min: -2, max: 15 }),
  });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 20 }), (entries) => {
      const rows = entries.map(({ place, ago }, index) =>
        row(index, { day: plusDays(day('2026-11-24'), -ago), place }),
      );
      const found = rule.check(electricity, rows, worldWith({}));
      const often = ['A', 'B'].filter(
        (place) => entries.filter((one) => one.place === place && one.ago < 10).length >= 3,
      );
      expect(found).toHaveLength(often.length);
      for (const { row: id } of found) {
        const at = rows.find((one) => one.id === id);
        const own = rows.filter(({ values }) => values.place === at?.values.place);
        expect(own.every(({ values }) => String(values.day) <= String(at?.values.day))).toBe(true);
      }
    }),
  );
});

const on = (...days: readonly string[]) => rowsOf(...days.map((one) => ({ day: one, place: 'A' })));

test('it is looked at, and stands at the last in time, of one time at the one written last', () => {
  expect(findingsOf(rule, electricity, on('2026-11-20', '2026-11-22', '2026-11-21'))).toEqual([
    { column: 'place', severity: 'look', says: '3 次', place: 1 },
  ]);
  const backwards = on('2026-11-20', '2026-11-21', '2026-11-22').toReversed();
  expect(findingsOf(rule, electricity, backwards).map(({ place }) => place)).toEqual([0]);
  const mixed = on('2026-11-22', '2026-11-20', '2026-11-21').toReversed();
  expect(findingsOf(rule, electricity, mixed).map(({ place }) => place)).toEqual([2]);
  const same = on('2026-11-20', '2026-11-20', '2026-11-20');
  const [first, second, third] = same;
  if (!first || !second || !third) throw new Error('three rows');
  for (const rows of [same, [third, first, second], [second, third, first], same.toReversed()])
    expect(rule.check(electricity, rows, worldWith({})).map(({ row: id }) => id)).toEqual([
      third.id,
    ]);
});

test('ten days back, and no more', () => {
  expect(findingsOf(rule, electricity, on('2026-11-15', '2026-11-20', '2026-11-24'))).toHaveLength(
    1,
  );
  expect(findingsOf(rule, electricity, on('2026-11-14', '2026-11-20', '2026-11-24'))).toEqual([]);
});
