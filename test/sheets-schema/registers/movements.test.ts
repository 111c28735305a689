import { describe, expect, test } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { registers } from '#schema/registers/index.ts';
import { movements } from '#schema/registers/stock/movements.ts';
import type { Values } from '#schema/row.ts';
import { day } from '../autumn.ts';
import { demoWorld } from '../demo-world.ts';
import { findingsOf, rowsOf, ruleOf, worldWith } from '../made.ts';
import { told } from '../rules/told.ts';
import { worldAround } from '../said.ts';

const items = rowsOf(
  { name: '抽纸', unit: '包', packUnit: '箱', packFactor: 48, category: 'cleaning', price: 3 },
  { name: '电线', unit: '卷', category: 'repair', price: 168 },
);
const says = (rule: string, ...rows: readonly Values<Columns>[]) =>
  findingsOf(ruleOf(movements, rule), movements, rowsOf(...rows), worldWith({ items })).map(
    ({ place, says: message }) => [place, message],
  );

test.each([1, 2, 3, 20_260_901])(
  'demo %i: the stock runs below zero once, at its last slip',
  (seed) => {
    const { rows, world } = demoWorld(registers, { seed });
    const list = rows('movements');
    expect(
      findingsOf(ruleOf(movements, 'ledger-item'), movements, list, world).map(
        ({ place }) => place,
      ),
    ).toEqual([list.length - 1]);
  },
);

describe('出入库流水', () => {
  test('a box goes out of a stock of packs', () => {
    const opening = { direction: 'opening', item: '抽纸', quantity: 47 };
    const out = { direction: 'out', item: '抽纸', quantity: 1, unit: '箱' };
    expect(says('ledger-item', opening, out)).toEqual([[1, '出库 48 包，库存 47 包，请核对数量']]);
    expect(says('ledger-item', { ...opening, quantity: 48 }, out)).toEqual([]);
  });

  test('a loss at the stocktake and a write-off count like an issue', () => {
    expect(
      says(
        'ledger-item',
        { direction: 'adjustment', item: '抽纸', quantity: -2 },
        { direction: 'writeOff', item: '电线', quantity: 1 },
      ),
    ).toEqual([
      [0, '盘点调整 2 包，库存 0 包，请核对数量'],
      [1, '报废 1 卷，库存 0 卷，请核对数量'],
    ]);
  });

  test('quantities are positive, but for a loss at the stocktake', () => {
    expect(
      says(
        'sign',
        { direction: 'out', quantity: -5 },
        { direction: 'in', quantity: 0 },
        { direction: 'adjustment', quantity: 0 },
        { direction: 'adjustment', quantity: -5 },
        { direction: 'out', quantity: 0.5 },
      ),
    ).toEqual([
      [0, '数量填正数，方向另选'],
      [1, '数量是 0，请填实际数量'],
      [2, '数量是 0，请填实际数量'],
    ]);
  });

  test('what comes in was bought or given', () => {
    expect(
      says(
        'in-without-source',
        { direction: 'in' },
        { direction: 'in', receipt: ' ' },
        { direction: 'in', receipt: 'YS-1110-1 抽纸' },
        { direction: 'in', donor: '家长委员会' },
        { direction: 'opening' },
      ),
    ).toEqual([
      [0, '入库请补填验收单或捐赠方'],
      [1, '入库请补填验收单或捐赠方'],
    ]);
  });

  test('an adjustment and a write-off say why', () => {
    expect(
      says(
        'needed-corrected',
        { direction: 'adjustment' },
        { direction: 'writeOff', reason: '破损' },
        { direction: 'out' },
      ),
    ).toEqual([[0, '调整或报废，请补填原因']]);
  });

  test.each([
    ['chain-count', 'counts', 'count'],
    ['chain-repair', 'repairs', 'repair'],
  ])('what it comes from is there: %s', (rule, register, link) => {
    const [source] = rowsOf({ item: '抽纸' });
    const world = worldWith({ [register]: source ? [source] : [] });
    const entries = rowsOf(
      { direction: 'out', [link]: source?.id },
      { direction: 'out', [link]: '00000000-0000-4000-8000-00000000000f' },
      { direction: 'out' },
    );
    expect(
      findingsOf(ruleOf(movements, rule), movements, entries, world).map(
        ({ place, says: message }) => [place, message],
      ),
    ).toEqual([[1, '来源的记录找不到了，请核对']]);
  });

  test('money of the period, in and out by category; 期初 is neither', () => {
    const on = { happened: '2026-11-10T09:00:00' };
    const rows = rowsOf(
      { ...on, direction: 'opening', item: '抽纸', quantity: 100, price: 3 },
      { ...on, direction: 'in', item: '抽纸', quantity: 1, unit: '箱', price: 192 },
      { ...on, direction: 'out', item: '抽纸', quantity: 10 },
      { ...on, direction: 'out', item: '电线', quantity: 1 },
      { happened: '2026-10-31T09:00:00', direction: 'out', item: '电线', quantity: 9 },
    );
    const world = worldWith({ items, movements: rows });
    const period = { from: day('2026-11-01'), to: day('2026-11-30') };
    const measure = (figure: string) =>
      movements.figures[figure]?.measure(rows, period, world).value;
    expect([measure('moneyIn'), measure('moneyOut'), measure('issues')]).toEqual([192, 208, 2]);
    expect(measure('stockValue')).toBe((100 + 48 - 10) * 4);
    expect(movements.breakdowns?.outByCategory?.split(rows, period, world)).toEqual([
      { name: '维修配件', value: 168 },
      { name: '清洁用品', value: 40 },
    ]);
  });
});

test('what comes in without its source stands at the receipt and must be mended', () => {
  expect(told(movements, 'in-without-source', [{ direction: 'in' }])).toEqual([
    [0, 'receipt', 'must', '入库请补填验收单或捐赠方'],
  ]);
});

test('the sheet for several things at once begins empty', () => {
  const [issue] = movements.batches ?? [];
  expect(issue?.rows(worldAround(movements, []), {})).toEqual([]);
});
