import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { date, money, text } from '#schema/columns.ts';
import { budget } from '#schema/rules/budget.ts';
import { findingsOf, row, rowsOf, worldWith } from '../made.ts';
import { propertyRuns, testLaws, written } from './laws.ts';
import { smallRegister } from './small-register.ts';

const columns = {
  day: date({ zh: '日期', en: 'Day' }),
  category: text({ zh: '科目', en: 'Category' }),
  yuan: money({ zh: '金额', en: 'Yuan' }),
};
const planning = (lines: ReadonlyMap<string, number>) =>
  budget({
    category: 'category',
    amount: 'yuan',
    happened: 'day',
    lines: () => lines,
    reads: ['calendar'],
    message: {
      none: (category) => ({ zh: `${category}没有预算`, en: '' }),
      over: (category, spent, planned) => ({
        zh: `${category}已用${spent}，预算${planned}`,
        en: '',
      }),
    },
  });
const rule = planning(
  new Map([
    ['维修', 1000],
    ['水 电', 0.3],
    ['印刷', 0],
  ]),
);
const payments = smallRegister(columns, rule);
const paid = (day: string, category: string, yuan?: number) => ({ day, category, yuan });
const says = (...rows: readonly ReturnType<typeof paid>[]) =>
  findingsOf(rule, payments, rowsOf(...rows)).map(({ place, column, says: message }) => [
    place,
    column,
    message,
  ]);

describe('a budget', () => {
  test('may be spent to the last cent', () => {
    expect(says(paid('2026-03-01', '维修', 400), paid('2026-04-01', '维修', 600))).toEqual([]);
    expect(says(paid('2026-03-01', '水 电', 0.1), paid('2026-04-01', ' 水 电', 0.2))).toEqual([]);
  });

  test('is gone over by one payment, which gets the finding', () => {
    expect(
      says(
        paid('2026-03-01', '维修', 400),
        paid('2026-04-01', '维修', 600.01),
        paid('2026-05-01', '维修', 50),
      ),
    ).toEqual([[1, 'yuan', '维修已用1000.01，预算1000']]);
  });

  test('can be gone over again once a refund has brought it back', () => {
    expect(
      says(
        paid('2026-03-01', '维修', 1100),
        paid('2026-04-01', '维修', -100),
        paid('2026-05-01', '维修', 1),
      ).map(([place]) => place),
    ).toEqual([0, 2]);
  });

  test('is spent in the order of the days', () => {
    expect(says(paid('2026-05-01', '维修', 900), paid('2026-03-01', '维修', 200))).toEqual([
      [0, 'yuan', '维修已用1100，预算1000'],
    ]);
    const [first, second] = [
      row(1, paid('2026-03-01', '维修', 900)),
      row(2, paid('2026-03-01', '维修', 200)),
    ];
    expect(findingsOf(rule, payments, [second, first]).map(({ place }) => place)).toEqual([0]);
  });

  test('of nothing is gone over by the first payment', () => {
    expect(says(paid('2026-03-01', '印刷', 1))).toEqual([[0, 'yuan', '印刷已用1，预算0']]);
  });

  test('is for a calendar year', () => {
    expect(says(paid('2025-12-31', '维修', 900), paid('2026-01-01', '维修', 1000))).toEqual([]);
    expect(says(paid('2025-12-31', '宴请', 900), paid('2027-01-01', '维修', 9000))).toEqual([]);
  });
});

describe('without a budget line', () => {
  test('each payment gets a finding, even before its amount is known', () => {
    expect(says(paid('2026-03-01', '宴请', 5), paid('2026-03-02', '宴请'))).toEqual([
      [0, 'category', '宴请没有预算'],
      [1, 'category', '宴请没有预算'],
    ]);
    expect(rule.check(payments, rowsOf(paid('2026-03-01', '宴请')), worldWith({}))).toMatchObject([
      { severity: 'must' },
    ]);
  });

  test('a payment without a category or day is told elsewhere, one without an amount spends nothing', () => {
    expect(says(paid('2026-03-01', ' ', 5), paid('', '宴请', 5))).toEqual([]);
    expect(says(paid('2026-03-01', '印刷'))).toEqual([]);
  });

  test('nobody plans when there is no line at all', () => {
    const rows = rowsOf(paid('2026-03-01', '宴请', 5));
    expect(findingsOf(planning(new Map()), payments, rows)).toEqual([]);
  });

  test('it reads the lines, and its own columns', () => {
    expect(rule.reads).toEqual(['calendar']);
    expect(rule.columns).toEqual(['category', 'yuan', 'day']);
  });
});

const anyPayment = fc.record({
  day: fc.constantFrom('2025-12-31', '2026-03-01', '2026-04-01', '2026-05-01', undefined),
  category: fc.constantFrom('维修', '印刷'),
  yuan: fc.option(fc.integer({ min: -400, max: 700 }), { nil: undefined }),
});

testLaws({
  rule,
  register: payments,
  rows: fc.array(anyPayment, { maxLength: 5 }),
  unrelated: fc.record({
    day: fc.constantFrom('2026-03-01', '2026-05-01'),
    category: fc.constantFrom('水 电', '宴请', undefined),
    yuan: fc.integer({ min: 1, max: 9 }),
  }),
});

test('who ends over the budget went over it once more than was brought back', () => {
  const repairs = anyPayment.map((one) => ({ ...one, category: '维修', yuan: one.yuan ?? 0 }));
  fc.assert(
    fc.property(fc.array(repairs, { maxLength: 12 }), (values) => {
      const inYear = values
        .filter(({ day }) => day?.startsWith('2026'))
        .toSorted((a, b) => (a.day ?? '').localeCompare(b.day ?? ''));
      const totals = inYear.map((_, index) =>
        inYear.slice(0, index + 1).reduce((sum, { yuan }) => sum + yuan, 0),
      );
      const crossings = totals.filter(
        (total, index) => total > 1000 && (totals[index - 1] ?? 0) <= 1000,
      );
      expect(rule.check(payments, written(values), worldWith({}))).toHaveLength(crossings.length);
    }),
    propertyRuns,
  );
});
