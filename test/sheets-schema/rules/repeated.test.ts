import fc from 'fast-check';
import { expect, test } from 'vitest';
import { electricity } from '#schema/registers/safety/electricity.ts';
import { textAt } from '#schema/row.ts';
import { repeated } from '#schema/rules/repeated.ts';
import { plusDays } from '#schema/time.ts';
import { day } from '../autumn.ts';
import { row, worldWith } from '../made.ts';

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
