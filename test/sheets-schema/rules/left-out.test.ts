import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { date, text } from '#schema/columns.ts';
import { textAt } from '#schema/row.ts';
import { leftOut } from '#schema/rules/left-out.ts';
import { localDate } from '#schema/values.ts';
import { findingsOf, rowsOf, worldWith } from '../made.ts';
import { propertyRuns, testLaws, written } from './laws.ts';
import { smallRegister } from './small-register.ts';

const names = (said: string) => said.split('、').filter((name) => name !== '');
const rule = leftOut<'for' | 'told' | 'by'>({
  key: 'told',
  columns: ['for', 'told', 'by'],
  reads: ['people'],
  due: () => (row) => localDate.safeParse(textAt(row, 'by')).data,
  meant: () => (row) => names(textAt(row, 'for')),
  reached: () => (row) => new Set(names(textAt(row, 'told'))),
  message: ([first, ...others]) => ({ zh: `${first}和另外${others.length}人不知道`, en: '' }),
});
const notices = smallRegister(
  {
    for: text({ zh: '对象', en: 'For' }),
    told: text({ zh: '已告知', en: 'Told' }),
    by: date({ zh: '期限', en: 'By' }),
  },
  rule,
);
const says = (meant: string, told: string, by?: string) =>
  findingsOf(rule, notices, rowsOf({ for: meant, told, by }));

describe('what is meant for many', () => {
  test('reaches each of them, or one finding names the first who was left out', () => {
    expect(says('张、王、李', '王', '2026-11-23')).toEqual([
      { column: 'for', severity: 'must', says: '张和另外1人不知道', place: 0 },
    ]);
    expect(says('张、王', '王、张、赵', '2026-11-23')).toEqual([]);
  });

  test('has until the end of its last day', () => {
    expect(says('张', '', '2026-11-24')).toEqual([]);
    expect(says('张', '', '2026-11-23')).toHaveLength(1);
  });

  test('asks for nobody while it has no day, or is meant for nobody', () => {
    expect(says('张', '')).toEqual([]);
    expect(says('', '', '2026-11-23')).toEqual([]);
  });

  test('says what it reads; two such rules of a register have two keys', () => {
    expect([rule.key, rule.columns, rule.reads]).toEqual([
      'left-out-told',
      ['for', 'told', 'by'],
      ['people'],
    ]);
  });
});

const some = fc.subarray(['张', '王', '李']).map((list) => list.join('、'));
const anyRow = fc.record({
  for: some,
  told: some,
  by: fc.constantFrom('2026-11-20', '2026-11-23', '2026-11-24', undefined),
});

testLaws({
  rule,
  register: notices,
  rows: fc.array(anyRow, { maxLength: 4 }),
  unrelated: anyRow,
});

test('silent exactly when the day is not over or everybody was reached', () => {
  fc.assert(
    fc.property(anyRow, (values) => {
      const over = values.by !== undefined && values.by < '2026-11-24';
      const left = names(values.for).some((name) => !names(values.told).includes(name));
      const found = rule.check(notices, written([values]), worldWith({}));
      expect(found.length > 0).toBe(over && left);
    }),
    propertyRuns,
  );
});
