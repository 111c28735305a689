import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { movements } from '#schema/registers/stock/movements.ts';
import type { Values } from '#schema/row.ts';
import { rowsOf, ruleOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { told } from './told.ts';

const items = [{ name: '抽纸', unit: '包', packUnit: '箱', packFactor: 10, price: 3 }];
const entry = (direction: string | undefined, quantity: number | undefined, more: object = {}) => ({
  direction,
  item: '抽纸',
  quantity,
  ...more,
});
const says = (rule: string, ...rows: readonly Values<Columns>[]) =>
  told(movements, rule, rows, { others: { items } });

describe('no entry takes more of an item than there is', () => {
  const rule = 'ledger-item';

  test('in the words of its direction and in the unit of the item', () => {
    const opening = entry('opening', 10);
    expect(says(rule, opening, entry('out', 1, { unit: '箱' }))).toEqual([]);
    expect(says(rule, opening, entry('out', 11))).toEqual([
      [1, 'quantity', 'must', '出库 11 包，库存 10 包，请核对数量'],
    ]);
    expect(says(rule, opening, entry('writeOff', 1.1, { unit: '箱' }))).toEqual([
      [1, 'quantity', 'must', '报废 11 包，库存 10 包，请核对数量'],
    ]);
    expect(says(rule, opening, entry('adjustment', -11))).toEqual([
      [1, 'quantity', 'must', '盘点调整 11 包，库存 10 包，请核对数量'],
    ]);
  });

  test('what comes in or comes back can be taken again', () => {
    expect(says(rule, entry('in', 5), entry('return', 5), entry('out', 10))).toEqual([]);
  });

  test('what the catalogue does not know moves nothing', () => {
    expect(says(rule, { ...entry('out', 5), item: '墨水' })).toEqual([]);
    expect(says(rule, entry('out', 5, { unit: '车' }))).toEqual([]);
    expect(says(rule, entry(undefined, 5))).toEqual([]);
    expect(ruleOf(movements, rule).reads).toEqual(['items']);
  });
});

describe('what comes in costs about what it usually does', () => {
  const rule = 'band-price';

  test('thirty percent more or less than the catalogue says, by the unit', () => {
    const at = (price: number, more: object = {}) => says(rule, entry('in', 1, { price, ...more }));
    expect([at(3.9), at(2.1)]).toEqual([[], []]);
    expect(at(3.91)).toEqual([[0, 'price', 'look', '单价 3.91 元，平时约 3 元，请核对']]);
    expect(at(2.09)).toHaveLength(1);
    expect(at(39, { unit: '箱' })).toEqual([]);
    expect(at(39)).toHaveLength(1);
    expect(at(39.129, { unit: '箱' })).toEqual([
      [0, 'price', 'look', '单价 3.91 元，平时约 3 元，请核对'],
    ]);
  });

  test('goes by what was paid once there are three purchases', () => {
    const dear = Array.from({ length: 3 }, () => entry('in', 1, { price: 6 }));
    expect(says(rule, ...dear, entry('in', 1, { price: 6.1 }))).toHaveLength(3);
    expect(says(rule, ...dear, entry('in', 1, { price: 3 }))).toHaveLength(4);
  });

  test('only what comes in is judged, and only what is in the catalogue', () => {
    expect(says(rule, entry('out', 1, { price: 9 }), entry('opening', 1, { price: 9 }))).toEqual(
      [],
    );
    expect(says(rule, { ...entry('in', 1, { price: 9 }), item: '墨水' })).toEqual([]);
    expect(says(rule, entry('in', 1))).toEqual([]);
    expect(ruleOf(movements, rule).reads).toEqual(['items']);
  });
});

describe('a quantity is positive', () => {
  const positive = [[0, 'quantity', 'must', '数量填正数，方向另选']];
  const zero = [[0, 'quantity', 'must', '数量是 0，请填实际数量']];

  test('but for a loss at the stocktake', () => {
    expect(says('sign', entry('out', 0.001))).toEqual([]);
    expect(says('sign', entry('out', -0.001))).toEqual(positive);
    expect(says('sign', entry('in', -5))).toEqual(positive);
    expect(says('sign', entry('adjustment', -5))).toEqual([]);
    expect(says('sign', entry('adjustment', 5))).toEqual([]);
    expect(says('sign', entry('out', undefined))).toEqual([]);
  });

  test('and never nothing', () => {
    expect(says('sign', entry('out', 0))).toEqual(zero);
    expect(says('sign', entry('adjustment', 0))).toEqual(zero);
  });
});

const anyEntry = fc.record({
  direction: fc.constantFrom('in', 'out', 'adjustment'),
  item: fc.constant('抽纸'),
  quantity: fc.constantFrom(-2, 0, 1, 5),
  price: fc.constantFrom(3, 9, undefined),
});

for (const key of ['ledger-item', 'band-price', 'sign'])
  testLaws({
    rule: ruleOf(movements, key),
    register: movements,
    rows: fc.array(anyEntry, { maxLength: 4 }),
    unrelated: anyEntry.map((one) => ({ ...one, item: '墨水' })),
    world: worldWith({ items: rowsOf(...items) }),
  });
