import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choice, date } from '#schema/columns.ts';
import { nothingSkipped } from '#schema/rules/nothing-skipped.ts';
import { findingsOf, row, rowsOf } from '../made.ts';
import { testLaws } from './laws.ts';
import { smallRegister } from './small-register.ts';

const state = { fine: { zh: '正常', en: 'Fine' }, problem: { zh: '有问题', en: 'A problem' } };
const rule = nothingSkipped<'day' | 'exits' | 'gas' | 'doors'>({
  happened: 'day',
  items: ['exits', 'gas', 'doors'],
});
const log = smallRegister(
  {
    day: date({ zh: '日期', en: 'Day' }),
    exits: choice({ zh: '消防通道', en: 'Fire exits' }, state),
    gas: choice({ zh: '燃气', en: 'Gas' }, state),
    doors: choice({ zh: '门锁', en: 'Locks' }, state),
  },
  rule,
);
const whole = { day: '2026-11-20', exits: 'fine', gas: 'problem', doors: 'fine' };
const says = (more: object) => findingsOf(rule, log, rowsOf({ ...whole, ...more }));

describe('each item of a list is looked at each time', () => {
  test('the one that was skipped is named, of several the first', () => {
    expect(says({ gas: undefined })).toEqual([
      { column: 'gas', severity: 'must', says: '燃气没查，请补查', place: 0 },
    ]);
    expect(says({ gas: undefined, doors: undefined })).toEqual([
      { column: 'gas', severity: 'must', says: '燃气等 2 项没查，请补查', place: 0 },
    ]);
  });

  test('a whole list is well, whatever was found', () => {
    expect(says({})).toEqual([]);
  });

  test('a row without its day is left to the rule for required cells', () => {
    expect(says({ day: undefined, gas: undefined })).toEqual([]);
  });

  test('what was written and could not be read was not skipped', () => {
    const problem = { zh: '请从列表选', en: 'Choose from the list' };
    const unreadable = (column: string) =>
      row(0, { ...whole, gas: undefined }, [{ column, shown: '还行', problem }]);
    expect(findingsOf(rule, log, [unreadable('gas')])).toEqual([]);
    expect(findingsOf(rule, log, [unreadable('doors')])).toHaveLength(1);
  });

  test('an item that the register does not have is named by its key', () => {
    const odd = nothingSkipped({ happened: 'day', items: ['roof'] });
    expect(findingsOf(odd, log, rowsOf(whole)).map(({ says: said }) => said)).toEqual([
      'roof没查，请补查',
    ]);
  });

  test('reads its day and all items', () => {
    expect(rule.columns).toEqual(['day', 'exits', 'gas', 'doors']);
  });
});

const seen = fc.constantFrom('fine', 'problem', undefined);
const anyRow = fc.record({
  day: fc.constantFrom('2026-11-20', undefined),
  exits: seen,
  gas: fc.constant('fine'),
  doors: seen,
});

testLaws({
  rule,
  register: log,
  rows: fc.array(anyRow, { maxLength: 3 }),
  unrelated: anyRow,
});
