import fc from 'fast-check';
import { expect, test } from 'vitest';
import { certificates } from '#schema/registers/people/certificates.ts';
import type { Rule } from '#schema/rule.ts';
import { latestOf } from '#schema/rules/latest-of.ts';
import { row, worldWith } from '../made.ts';

/** Finds every row that it is shown. */
const everyRow: Rule<'person' | 'until'> = {
  key: 'every-row',
  columns: ['until'],
  reads: [],
  catches: { zh: '每行', en: 'Every row' },
  check: (register, rows) =>
    rows.map(({ id }) => ({
      register: register.key,
      rule: 'every-row',
      row: id,
      severity: 'look',
      message: { zh: '这一行', en: 'This row' },
    })),
};
const rule = latestOf({ of: ['person'], at: 'until', rule: everyRow });

test('of each person the row with the latest day is looked at, however the sheet is sorted', () => {
  const days = fc.constantFrom('2026-01-01', '2026-06-01', '2027-01-01');
  const entry = fc.record({ person: fc.constantFrom('甲', '乙', ' 甲 '), until: days });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 12 }), (entries) => {
      const rows = entries.map((values, place) => row(place, values));
      const shown = (list: typeof rows) =>
        rule.check(certificates, list, worldWith({})).map((finding) => finding.row);
      const expected = ['甲', '乙'].flatMap((name) => {
        const own = rows.filter(({ values }) => String(values.person).trim() === name);
        const last = own
          .map(({ values }) => String(values.until))
          .toSorted()
          .at(-1);
        return own.findLast(({ values }) => values.until === last)?.id ?? [];
      });
      expect(new Set(shown(rows))).toEqual(new Set(expected));
      expect(new Set(shown(rows.toReversed()))).toEqual(new Set(expected));
    }),
  );
});

test('a row that names nobody stands for itself', () => {
  const rows = [row(0, { until: '2026-01-01' }), row(1, { until: '2026-01-02' })];
  expect(rule.check(certificates, rows, worldWith({}))).toHaveLength(2);
});

test('it reads the columns by which it chooses', () => {
  expect(new Set(rule.columns)).toEqual(new Set(['until', 'person']));
});
