import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { registers } from '#schema/registers/index.ts';
import { orders } from '#schema/registers/stock/orders.ts';
import { findingsOf, rowsOf, ruleOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { told } from './told.ts';

const order = (more: object = {}) => ({
  ordered: '2026-11-10',
  request: 'SG-1',
  supplier: '恒洁',
  quantity: 10,
  price: 100,
  state: 'ordered',
  ...more,
});

describe('nothing dear is ordered without a quote', () => {
  const says = (more: object = {}, quotes: readonly { readonly request?: string }[] = []) =>
    told(orders, 'bought-unquoted', [order(more)], { others: { quotes } });

  test('from a thousand yuan on', () => {
    expect(says()).toEqual([[0, 'request', 'must', '满 1000 元没有询价，请补三家报价']]);
    expect(says({ price: 99.9 })).toEqual([]);
    expect(says({ price: undefined })).toEqual([]);
    expect(says({ quantity: undefined })).toEqual([]);
  });

  test('one quote of its request is enough for this rule', () => {
    expect(says({}, [{ request: 'sg-1 ' }])).toEqual([]);
    expect(says({}, [{ request: 'SG-2' }, {}])).toHaveLength(1);
  });

  test('what was cancelled, or names no request, needs none', () => {
    expect(says({ state: 'cancelled' })).toEqual([]);
    expect(says({ request: undefined })).toEqual([]);
  });

  test('nothing is said while quotes are switched off', () => {
    const of = registers.filter(({ key }) => key !== 'quotes');
    const rule = ruleOf(orders, 'bought-unquoted');
    expect(findingsOf(rule, orders, rowsOf(order()), worldWith({}, { of }))).toEqual([]);
  });
});

describe('nobody buys from a supplier that should not be', () => {
  const suppliers = [
    { name: '恒洁', licenceUntil: '2026-11-10' },
    { name: '老店', stopped: true, licenceUntil: '2026-11-01' },
    { name: '新店', stopped: false },
  ];
  const says = (more: object = {}) =>
    told(orders, 'sound-supplier', [order(more)], { others: { suppliers } });

  test('its licence held on the day of the order', () => {
    expect(says()).toEqual([]);
    expect(says({ ordered: '2026-11-09' })).toEqual([]);
    expect(says({ ordered: '2026-11-11' })).toEqual([
      [0, 'supplier', 'must', '供应商许可证11月10日已过期，请换家'],
    ]);
  });

  test('one that is no longer used is looked at, and nothing else is said of it', () => {
    expect(says({ supplier: '老店' })).toEqual([
      [0, 'supplier', 'look', '这家供应商已停用，请核对'],
    ]);
  });

  test('without a licence on record, or not on the list, other rules speak', () => {
    expect(says({ supplier: '新店' })).toEqual([]);
    expect(says({ supplier: '没有的店' })).toEqual([]);
    expect(says({ ordered: undefined })).toEqual([]);
  });
});

const anyOrder = fc.record({
  ordered: fc.constantFrom('2026-11-10', '2026-11-11', undefined),
  request: fc.constantFrom('SG-1', 'SG-2', undefined),
  supplier: fc.constantFrom('恒洁', '老店', '别家'),
  quantity: fc.constantFrom(9, 10),
  price: fc.constant(100),
  state: fc.constantFrom('ordered', 'cancelled'),
});

for (const key of ['bought-unquoted', 'sound-supplier'])
  testLaws({
    rule: ruleOf(orders, key),
    register: orders,
    rows: fc.array(anyOrder, { maxLength: 3 }),
    unrelated: anyOrder,
    world: worldWith({
      quotes: rowsOf({ request: 'SG-2' }),
      suppliers: rowsOf(
        { name: '恒洁', licenceUntil: '2026-11-10' },
        { name: '老店', stopped: true },
      ),
    }),
  });
