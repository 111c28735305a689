import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { date, text } from '#schema/columns.ts';
import { coverage } from '#schema/rules/coverage.ts';
import { day } from '../autumn.ts';
import { findingsOf, rowsOf, worldWith } from '../made.ts';
import { propertyRuns, testLaws, written } from './laws.ts';
import { smallRegister } from './small-register.ts';

const classes = ['高一1班', '高一2班', '高一3班'];
const books = {
  of: 'class',
  happened: 'day',
  expected: () => [...classes, '高一1班 ', ''],
  from: () => day('2026-09-01'),
  until: () => day('2026-09-07'),
  message: (name: string) => ({ zh: `${name}没领书`, en: '' }),
} as const;
const rule = coverage(books);
const columns = {
  class: text({ zh: '班级', en: 'Class' }),
  day: date({ zh: '日期', en: 'Day' }),
};
const handedOut = smallRegister(columns, rule);
const on = (one: string, when: string) => ({ class: one, day: when });
const says = (rows: readonly ReturnType<typeof on>[], now = '2026-09-08T00:00:00') =>
  findingsOf(rule, handedOut, rowsOf(...rows), worldWith({}, { now }));

describe('a campaign', () => {
  test('leaves nobody out: one finding each, without a row', () => {
    expect(says([on('高一1班', '2026-09-02')])).toEqual([
      { severity: 'must', about: '高一2班', says: '高一2班没领书', place: undefined },
      { severity: 'must', about: '高一3班', says: '高一3班没领书', place: undefined },
    ]);
  });

  test('has time until its last day is over', () => {
    expect(says([], '2026-09-07T23:59:59')).toEqual([]);
    expect(says([], '2026-09-08T00:00:00')).toHaveLength(3);
  });

  test('counts its first and its last day, and none around them', () => {
    const about = (...days: readonly string[]) =>
      says(classes.map((one, index) => on(one, days[index] ?? ''))).map((found) => found.about);
    expect(about('2026-09-01', '2026-09-07', '2026-09-07T18:00:00')).toEqual([]);
    expect(about('2026-08-31', '2026-09-08', '')).toEqual(classes);
  });

  test('knows a class in any width and with a space too many', () => {
    expect(says(['高一１班', '高一2班 ', '高一3班'].map((one) => on(one, '2026-09-03')))).toEqual(
      [],
    );
  });

  test('may be one of two in a register, and less grave', () => {
    const counted = coverage({ ...books, key: 'counted', severity: 'look', reads: ['classes'] });
    expect([rule.key, counted.key]).toEqual(['coverage-class', 'coverage-counted']);
    expect([rule.reads, counted.reads]).toEqual([[], ['classes']]);
    expect(rule.columns).toEqual(['class', 'day']);
    const found = findingsOf(counted, handedOut, [], worldWith({}));
    expect(found.map(({ severity }) => severity)).toEqual(['look', 'look', 'look']);
  });
});

const anyRow = fc.record({
  class: fc.constantFrom(...classes, undefined),
  day: fc.constantFrom('2026-08-30', '2026-09-01', '2026-09-07', '2026-09-09', undefined),
});

testLaws({
  rule,
  register: handedOut,
  rows: fc.array(anyRow, { maxLength: 12 }),
  unrelated: anyRow.map((one) => ({ ...one, class: '高三9班' })),
});

test('whoever was served on one of its days, and nobody else, is not named', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 8 }), (values) => {
      const left = classes.filter(
        (one) =>
          !values.some(
            (value) =>
              value.class === one && (value.day === '2026-09-01' || value.day === '2026-09-07'),
          ),
      );
      const found = rule.check(handedOut, written(values), worldWith({}));
      expect(found.map(({ about }) => about)).toEqual(left);
    }),
    propertyRuns,
  );
});
