import { describe, expect, test } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { financeBook } from '#schema/registers/stock/finance-book.ts';
import type { Values } from '#schema/row.ts';
import { measured, says } from '../../said.ts';

const items = [
  { name: '抽纸', unit: '包', category: 'cleaning', price: 3 },
  { name: '灯管', unit: '支', category: 'repair', price: 10 },
];
const on = (day: string, direction: string, item: string, quantity: number, price?: number) => ({
  happened: `${day}T09:00:00`,
  direction,
  item,
  quantity,
  ...(price === undefined ? {} : { price }),
});
const movements = [
  on('2026-10-01', 'opening', '抽纸', 100, 3),
  on('2026-10-12', 'in', '抽纸', 50, 4),
  on('2026-10-20', 'out', '抽纸', 30),
  on('2026-11-02', 'out', '抽纸', 30),
];
const others = { items, movements };
const line = (values: Values<Columns> = {}) => ({
  entered: '2026-11-05',
  month: '2026年10月',
  category: 'cleaning',
  closing: 480,
  ...values,
});
const said = (rule: string, ...rows: readonly Values<Columns>[]) =>
  says(financeBook, rule, rows, { others });

describe('财务库存账', () => {
  test('closing: what was held at the month’s end, at the last price', () => {
    expect(
      said('reconcile-closing', line(), line({ month: '2026-10', closing: 481 })),
    ).toHaveLength(1);
    expect(said('reconcile-closing', line({ closing: 481 }))).toEqual([]);
    expect(said('reconcile-closing', line({ closing: 482 }))).toEqual([
      [0, '结存财务 482，流水 480，请查'],
    ]);
  });

  test('received and issued in the month', () => {
    expect(said('reconcile-received', line({ received: 200 }))).toEqual([]);
    expect(said('reconcile-received', line({ received: 150 }))).toEqual([
      [0, '入库财务 150，流水 200，请查'],
    ]);
    expect(said('reconcile-issued', line({ issued: 120 }))).toEqual([]);
    expect(said('reconcile-issued', line({ issued: 99 }))).toHaveLength(1);
  });

  test('a category without stock is nothing; a month that is not over, or unknown, is not judged', () => {
    expect(said('reconcile-closing', line({ category: 'repair', closing: 0 }))).toEqual([]);
    expect(said('reconcile-closing', line({ month: '2026年11月', closing: 9 }))).toEqual([]);
    expect(said('reconcile-closing', line({ month: '2026年9月', closing: 9 }))).toEqual([]);
  });

  test('a difference that is explained is settled', () => {
    expect(said('reconcile-closing', line({ closing: 9, explained: '发票在途' }))).toEqual([]);
  });

  test('a month that can be read, once a category', () => {
    expect(said('month-unclear', line({ month: '上个月' }), line())).toEqual([
      [0, '月份请写成“2026年11月”'],
    ]);
    expect(said('unique-month-category', line(), line())).toEqual([
      [1, '2026年10月这一类抄了两次，请删一行'],
    ]);
  });

  test('the share that agrees', () => {
    const rows = [line(), line({ category: 'repair', closing: 70 })];
    expect(measured(financeBook, 'same', rows, { others })).toEqual([1, 2]);
  });
});
