import { describe, expect, test } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { budgetLines } from '#schema/registers/money/budget-lines.ts';
import { payments } from '#schema/registers/money/payments.ts';
import type { Values } from '#schema/row.ts';
import { rowsOf } from '../../made.ts';
import { measured, november, says, worldAround } from '../../said.ts';

const lines = [
  { year: 2026, category: 'repairs', planned: 1000 },
  { year: 2025, category: 'vehicles', planned: 500 },
];
const pay = (amount: number, values: Values<Columns> = {}) => ({
  paid: '2026-11-10',
  category: 'repairs',
  amount,
  ...values,
});
const said = (
  rule: string,
  rows: readonly Values<Columns>[],
  others: Readonly<Record<string, readonly Values<Columns>[]>> = {},
) => says(payments, rule, rows, { others: { budgetLines: lines, ...others } });

describe('经费支出', () => {
  test('on a budget line of the year, and not over it', () => {
    expect(
      said('budget-category', [
        pay(900),
        pay(100),
        pay(1, { category: 'vehicles' }),
        pay(0.5),
        pay(700, { paid: '2025-11-10' }),
      ]),
    ).toEqual([
      [2, '“车辆”没有预算，请先报预算'],
      [3, '维修已付 1001，超预算 1000，请报批'],
    ]);
  });

  test('an invoice is paid once', () => {
    const invoice = '26990000000000000001';
    expect(
      said('unique-invoice', [pay(1, { invoice }), pay(2, { invoice }), pay(3), pay(4)]),
    ).toEqual([[1, '发票 00000001 付过一次了，请核对']]);
  });

  test('no more than the goods that were accepted, all on one invoice together', () => {
    const others = {
      orders: [
        { name: 'CG-1', price: 144 },
        { name: 'CG-2', price: 10 },
      ],
      receipts: [
        { name: 'YS-1', order: 'CG-1', accepted: 2, invoice: 'F-1' },
        { name: 'YS-2', order: 'CG-2', accepted: 5, invoice: 'f-1' },
        { name: 'YS-3', order: 'CG-2', accepted: 5 },
      ],
    };
    const rule = 'not-beyond-receipt';
    expect(said(rule, [pay(338, { receipt: 'YS-1' })], others)).toEqual([]);
    expect(said(rule, [pay(338.01, { receipt: 'YS-1' })], others)).toEqual([
      [0, '验收货值 338，付款 338.01，请核对'],
    ]);
    expect(said(rule, [pay(51, { receipt: 'YS-3' })], others)).toHaveLength(1);
  });

  test('goods need supplier and invoice; anything else an invoice, or a word about it', () => {
    expect(said('needed-goods', [pay(1, { receipt: 'YS-1' }), pay(1)])).toEqual([
      [0, '付的是货款，请补填供应商'],
    ]);
    expect(
      said('without-invoice', [
        pay(1),
        pay(1, { invoice: 'F-1' }),
        pay(1, { note: '停车费定额票' }),
        pay(-1),
      ]),
    ).toEqual([[0, '没有发票号，请补填或在备注写明']]);
  });

  test('figures: spent, on lines, of the year’s budget, by category', () => {
    const rows = [
      pay(300),
      pay(-100),
      pay(50, { category: 'vehicles' }),
      pay(100, { paid: '2026-03-02' }),
    ];
    const around = { others: { budgetLines: lines } };
    expect(measured(payments, 'spent', rows, around)).toBe(250);
    expect(measured(payments, 'inBudget', rows, around)).toEqual([2, 3]);
    expect(measured(payments, 'ofBudget', rows, around)).toBe(30);
    const made = rowsOf(...rows);
    expect(
      payments.breakdowns?.byCategory?.split(made, november, worldAround(payments, made, around)),
    ).toEqual([
      { name: '维修', value: 200 },
      { name: '车辆', value: 50 },
    ]);
  });
});

describe('预算', () => {
  test('one line a category and year', () => {
    expect(
      says(budgetLines, 'unique-category-year', [...lines, { year: 2026, category: 'repairs' }]),
    ).toEqual([[2, '这一类今年有两行预算，请合成一行']]);
  });

  test('the budget of the year in which a period ends', () => {
    expect(measured(budgetLines, 'planned', lines)).toBe(1000);
    expect(measured(budgetLines, 'planned', lines.slice(1))).toBeUndefined();
  });
});
