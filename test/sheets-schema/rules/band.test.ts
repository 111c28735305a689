import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { items } from '#schema/registers/stock/items.ts';
import { movements } from '#schema/registers/stock/movements.ts';
import { numberAt } from '#schema/row.ts';
import { band } from '#schema/rules/band.ts';
import { findingsOf, rowsOf, ruleOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';

const catalogue = rowsOf(
  { name: '84消毒液 500ml', unit: '瓶', packUnit: '箱', packFactor: 24, price: 4.5 },
  { name: '粉笔', unit: '盒' },
);
const bought = (price: number, unit = '瓶', item = '84消毒液 500ml') => ({
  direction: 'in',
  item,
  quantity: 1,
  unit,
  price,
});
const says = (...rows: readonly ReturnType<typeof bought>[]) =>
  findingsOf(
    ruleOf(movements, 'band-price'),
    movements,
    rowsOf(...rows),
    worldWith({ items: catalogue }),
  ).map(({ place, says: message }) => [place, message]);

describe('a price far from what is usual', () => {
  test('before there is a history: from the catalogue', () => {
    expect(items.columns.price?.kind).toBe('money');
    expect(says(bought(45))).toEqual([[0, '单价 45 元，平时约 4.5 元，请核对']]);
  });

  test('30 percent away is still usual, a cent more is not', () => {
    expect(says(bought(5.85), bought(3.15))).toEqual([]);
    expect(says(bought(5.86)).map(([place]) => place)).toEqual([0]);
    expect(says(bought(3.14)).map(([place]) => place)).toEqual([0]);
  });

  test('a box is compared by the bottle', () => {
    expect(says(bought(108, '箱'))).toEqual([]);
    expect(says(bought(4.5, '箱'))).toEqual([[0, '单价 0.19 元，平时约 4.5 元，请核对']]);
  });

  test('with a history: from the middle of the last prices, so that one slip changes nothing', () => {
    const prices = [6, 6.1, 60, 6.2, 6];
    expect(says(...prices.map((price) => bought(price, '盒', '粉笔')))).toEqual([]);
    const dear = says(...[6, 6.1, 5.9, 60, 6.2].map((price) => bought(price, '盒', '粉笔')));
    expect(dear).toEqual([[3, '单价 60 元，平时约 6 元，请核对']]);
  });

  test('a price that rises slowly is followed', () => {
    const prices = Array.from({ length: 30 }, (_, time) => Math.round(450 * 1.04 ** time) / 100);
    expect(says(...prices.map((price) => bought(price)))).toEqual([]);
  });

  test('without catalogue and history nothing can be told', () => {
    expect(says(bought(1, '盒', '粉笔'), bought(99, '盒', '粉笔'))).toEqual([]);
  });

  test('rows without an item have no custom in common', () => {
    const prices = band({
      of: 'item',
      at: 'price',
      values: () => (one) => numberAt(one, 'price'),
      usual: () => () => undefined,
      percent: () => 30,
      message: (_row, value, usual) => ({ zh: `${value}不像${usual}`, en: '' }),
    });
    const priced = (item: string) => rowsOf(...[5, 5, 5, 9].map((price) => ({ item, price })));
    expect(findingsOf(prices, movements, priced(' '))).toEqual([]);
    expect(findingsOf(prices, movements, priced('粉笔'))).toEqual([
      { column: 'price', severity: 'look', says: '9不像5', place: 3 },
    ]);
  });

  test('what goes out has no price to judge', () => {
    expect(says({ ...bought(45), direction: 'out' })).toEqual([]);
  });
});

const anyPurchase = fc.record({
  direction: fc.constantFrom('in', 'out'),
  item: fc.constantFrom('84消毒液 500ml', '粉笔'),
  quantity: fc.constant(1),
  unit: fc.constant(undefined),
  price: fc.constantFrom(4, 4.5, 5, 5.85, 6, 60, undefined),
});

testLaws({
  rule: ruleOf(movements, 'band-price'),
  register: movements,
  rows: fc.array(anyPurchase, { maxLength: 6 }),
  unrelated: anyPurchase.map((one) => ({ ...one, item: '拖把' })),
  world: worldWith({ items: catalogue }),
});
