import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choice, date, email, money, quantity, reference, text } from '#schema/columns.ts';
import { defineRegister } from '#schema/register.ts';
import { people } from '#schema/registers/people/people.ts';
import type { Row } from '#schema/row.ts';
import { frameRules } from '#schema/rules/frame.ts';
import { row, rowsOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';

const loans = defineRegister({
  key: 'loans',
  title: { zh: '借用', en: 'Loans' },
  purpose: { zh: '谁借了什么', en: 'Who borrowed what' },
  workbook: 'people',
  columns: {
    day: date({ zh: '日期', en: 'Day' }, { required: true }),
    person: reference('people', { zh: '借用人', en: 'Borrower' }),
    quantity: quantity({ zh: '数量', en: 'Quantity' }, { min: 1, max: 100, whole: true }),
    deposit: money({ zh: '押金', en: 'Deposit' }, { min: 0 }),
    mail: email({ zh: '邮箱', en: 'Mail' }),
    state: choice({ zh: '状态', en: 'State' }, { out: { zh: '借出', en: 'Out' } }),
    sent: text({ zh: '通知', en: 'Notice' }, { required: true, filledByCode: true }),
  },
  happened: 'day',
  rules: [],
  figures: {},
  demo: () => [],
});

const staff = rowsOf(
  { name: '韩卫东', team: '保安' },
  { name: '钱守义', team: '维修班', left: '2026-10-30' },
);

function says(rows: readonly Row[], lists: readonly Row[] = staff) {
  const world = worldWith({ people: lists, loans: rows }, { of: [people, loans] });
  return frameRules(loans).flatMap((rule) =>
    rule.check(loans, rows, world).map(({ column, message }) => [column, message.zh]),
  );
}

describe('the rules that every register has', () => {
  test('a sound row gets no finding', () => {
    const sound = { day: '2026-11-02', person: '韩卫东', quantity: 3, deposit: 20.5, state: 'out' };
    expect(says(rowsOf(sound))).toEqual([]);
  });

  test('a required cell that is blank is asked for, one that code fills is not', () => {
    expect(says(rowsOf({ person: '韩卫东' }))).toEqual([['day', '请填写日期']]);
  });

  test('a cell that cannot be read says what to enter, and is not called blank as well', () => {
    const problem = { zh: '请填日期，如 2026-11-24', en: 'Enter a date' };
    const unreadable = [{ column: 'day', shown: '上周', problem }];
    expect(says([row(0, { person: '韩卫东' }, unreadable)])).toEqual([
      ['day', '日期：请填日期，如 2026-11-24'],
    ]);
  });

  test('a message that would be too long leaves out where, which the column shows', () => {
    const problem = { zh: '请填日期时间，如 2026-11-24 14:30', en: 'Enter a date and time' };
    const [found] = says([row(0, { person: '韩卫东' }, [{ column: 'day', shown: 'x', problem }])]);
    expect(found?.[1]?.length).toBeLessThanOrEqual(30);
  });

  test.each([
    ['below the least', { quantity: 0 }, ['quantity', '数量：不能小于 1']],
    ['above the most', { quantity: 101 }, ['quantity', '数量：不能大于 100']],
    ['not whole', { quantity: 1.5 }, ['quantity', '数量：请填整数']],
    ['money with three decimals', { deposit: 1.005 }, ['deposit', '押金：金额最多两位小数']],
    ['an address without a host', { mail: 'han@' }, ['mail', '邮箱：请填正确的邮箱']],
  ])('%s is a finding', (_, values, expected) => {
    expect(says(rowsOf({ day: '2026-11-02', ...values }))).toEqual([expected]);
  });

  test('a rule that reads no column of the register is left out', () => {
    expect(frameRules(loans).map(({ key }) => key)).toEqual([
      'required',
      'unreadable',
      'unsound',
      'unlisted',
    ]);
  });
});

describe('how grave it is', () => {
  const severities = (one: Row) =>
    frameRules(loans).flatMap((rule) =>
      rule
        .check(loans, [one], worldWith({ people: staff }, { of: [people, loans] }))
        .map(({ column, severity }) => [column, severity]),
    );

  test('what is missing or out of bounds must be mended, an address is looked at', () => {
    expect(severities(row(0, { quantity: 0, deposit: -1, mail: 'han@' }))).toEqual([
      ['day', 'must'],
      ['quantity', 'must'],
      ['deposit', 'must'],
      ['mail', 'look'],
    ]);
  });

  test('another cell that cannot be read does not fill the required one', () => {
    const problem = { zh: '请填数字', en: 'Enter a number' };
    expect(severities(row(0, {}, [{ column: 'quantity', shown: '几个', problem }]))).toEqual([
      ['day', 'must'],
      ['quantity', 'must'],
    ]);
  });
});

test('where and what stand together as long as they fit into thirty characters', () => {
  const said = (characters: number) => {
    const problem = { zh: '请'.repeat(characters), en: '' };
    const found = says([row(0, { person: '韩卫东' }, [{ column: 'day', shown: 'x', problem }])]);
    return found[0]?.[1];
  };
  expect(said(27)).toBe(`日期：${'请'.repeat(27)}`);
  expect(said(28)).toBe('请'.repeat(28));
});

test('a register of one text has only the rule for what cannot be read', () => {
  const notes = defineRegister({
    key: 'notes',
    title: { zh: '便条', en: 'Notes' },
    purpose: { zh: '试规则', en: 'To try a rule' },
    workbook: 'people',
    columns: { note: text({ zh: '说明', en: 'Note' }) },
    rules: [],
    figures: {},
    demo: () => [],
  });
  expect(frameRules(notes).map(({ key }) => key)).toEqual(['unreadable']);
});

const anyLoan = fc.record({
  day: fc.constantFrom('2026-10-01', '2026-11-02', undefined),
  person: fc.constantFrom('韩卫东', '钱守义', '韩卫冬', undefined),
  quantity: fc.constantFrom(1, 0, 1.5),
});

for (const rule of frameRules(loans).filter(
  ({ key }) => key !== 'unreadable' && key !== 'unlisted',
))
  describe(rule.key, () => {
    testLaws({
      rule,
      register: loans,
      rows: fc.array(anyLoan, { maxLength: 2 }),
      unrelated: anyLoan,
      world: worldWith({ people: staff }, { of: [people, loans] }),
    });
  });
