import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { orders } from '#schema/registers/stock/orders.ts';
import { purchaseRequests } from '#schema/registers/stock/purchase-requests.ts';
import type { Values } from '#schema/row.ts';
import { rowsOf, ruleOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { told, whereTold } from './told.ts';

type Others = Readonly<Record<string, readonly Values<Columns>[]>>;

const items = [
  { name: '抽纸', unit: '包', packUnit: '箱', packFactor: 10, maximum: 100 },
  { name: '粉笔', unit: '盒' },
];
const movements = [{ direction: 'opening', item: '抽纸', quantity: 40 }];
const request = (more: object = {}) => ({
  name: 'SG-1',
  item: '抽纸',
  quantity: 60,
  state: 'approved',
  neededBy: '2026-11-23',
  ...more,
});
const order = (more: object = {}) => ({
  name: 'CG-1',
  request: 'SG-1',
  supplier: '恒洁',
  item: '抽纸',
  quantity: 60,
  price: 3,
  ordered: '2026-11-10',
  due: '2026-11-23',
  state: 'ordered',
  ...more,
});
const accepted = (quantity: number) => [
  { name: 'YS-1', order: 'CG-1', item: '抽纸', accepted: quantity },
];

describe('what is held and asked for stays within the maximum', () => {
  const says = (rows: readonly Values<Columns>[], more: Others = {}) =>
    told(purchaseRequests, 'over-maximum', rows, { others: { items, movements, ...more } });

  test('up to the last piece', () => {
    expect(says([request()])).toEqual([]);
    expect(says([request({ quantity: 61 })])).toEqual([
      [0, 'quantity', 'look', '现存 40，再买 61 超最高 100，请减'],
    ]);
    expect(says([request({ quantity: 6, unit: '箱' })])).toEqual([]);
    expect(says([request({ quantity: 6.1, unit: '箱' })])).toHaveLength(1);
  });

  test('requests add up in the order in which they were written', () => {
    const two = [request({ quantity: 30 }), request({ name: 'SG-2', quantity: 31 })];
    expect(says(two)).toEqual([[1, 'quantity', 'look', '现存 70，再买 31 超最高 100，请减']]);
    expect(says([two[0] ?? {}, request({ name: 'SG-2', quantity: 30 })])).toEqual([]);
  });

  test('what has come no longer counts, what is still to come does', () => {
    const come = (quantity: number) => ({ orders: [order()], receipts: accepted(quantity) });
    expect(says([request({ quantity: 61 })], come(1))).toEqual([]);
    expect(says([request({ quantity: 62 })], come(1))).toHaveLength(1);
    expect(says([request({ quantity: 60 })], { ...come(60), movements: [] })).toEqual([]);
    const full = { movements: [{ direction: 'opening', item: '抽纸', quantity: 101 }] };
    expect(says([request()], { ...come(60), ...full })).toEqual([]);
    expect(says([request()], { ...come(59), ...full })).toHaveLength(1);
  });

  test('more came than was asked for makes no room for others', () => {
    const rows = [request(), request({ name: 'SG-2', quantity: 61 })];
    expect(says(rows, { orders: [order()], receipts: accepted(70) })).toEqual([
      [1, 'quantity', 'look', '现存 40，再买 61 超最高 100，请减'],
    ]);
  });

  test('only what is still asked for counts', () => {
    const long = { quantity: 999 };
    expect(says([request({ ...long, state: 'refused' })])).toEqual([]);
    expect(says([request({ ...long, state: 'done' })])).toEqual([]);
    expect(says([request({ ...long, state: 'asked' })])).toHaveLength(1);
    expect(says([request({ ...long, state: 'refused' }), request({ name: 'SG-2' })])).toEqual([]);
  });

  test('no maximum, no such item, no such unit or no quantity: nothing to compare with', () => {
    expect(says([request({ item: '粉笔', quantity: 999 })])).toEqual([]);
    expect(says([request({ item: '墨水', quantity: 999 })])).toEqual([]);
    expect(says([request({ unit: '车', quantity: 999 })])).toEqual([]);
    expect(says([request({ quantity: undefined })])).toEqual([]);
  });
});

describe('what was asked for is there by its day', () => {
  const says = (row: Values<Columns>, more: Others = {}) =>
    told(purchaseRequests, 'bought-in-time', [row], { others: { items, ...more } });

  test('or is chased from the day after', () => {
    expect(says(request())).toEqual([
      [0, 'neededBy', 'must', '需用日期已过还没到货，请催采购或改期'],
    ]);
    expect(says(request({ neededBy: '2026-11-24' }))).toEqual([]);
    expect(says(request({ neededBy: undefined }))).toEqual([]);
  });

  test('it has come when all of it was accepted', () => {
    const come = (quantity: number) => ({ orders: [order()], receipts: accepted(quantity) });
    expect(says(request(), come(59))).toHaveLength(1);
    expect(says(request(), come(60))).toEqual([]);
    expect(says(request(), come(61))).toEqual([]);
  });

  test('nobody waits for what was refused or is done', () => {
    expect(says(request({ state: 'asked' }))).toHaveLength(1);
    expect(says(request({ state: 'refused' }))).toEqual([]);
    expect(says(request({ state: 'done' }))).toEqual([]);
  });
});

describe('an order is whole by its day', () => {
  const says = (row: Values<Columns>, quantity = 59) =>
    told(orders, 'arrived-in-time', [row], { others: { items, receipts: accepted(quantity) } });

  test('or the supplier is chased from the day after', () => {
    expect(says(order())).toEqual([[0, 'due', 'must', '到货期已过没到齐，请催供应商']]);
    expect(says(order({ due: '2026-11-24' }))).toEqual([]);
    expect(says(order({ due: undefined }))).toEqual([]);
    expect(says(order({ due: '很快' }))).toEqual([]);
    expect(says(order(), 60)).toEqual([]);
  });

  test('closed with less than was ordered is looked at, whatever its day', () => {
    const closed = [[0, 'state', 'look', '验收数少于订购数就结了单，请核对']];
    expect(says(order({ state: 'closed' }))).toEqual(closed);
    expect(says(order({ state: 'closed', due: '2026-12-24' }))).toEqual(closed);
    expect(says(order({ state: 'closed' }), 60)).toEqual([]);
  });

  test('nothing is awaited of one that was cancelled or names no quantity', () => {
    expect(says(order({ state: 'cancelled' }))).toEqual([]);
    expect(says(order({ quantity: undefined }))).toEqual([]);
  });
});

describe('ordered as it was decided', () => {
  const requests = (state: string) => [request({ state })];
  const quotes = [
    { request: 'SG-1', supplier: '恒洁', price: 3, chosen: true },
    { request: 'SG-1', supplier: '万家', price: 2 },
    { request: 'SG-1', supplier: '万家', price: 2, chosen: false },
  ];
  const says = (more: object = {}, state = 'approved', chosen: readonly Values<Columns>[] = []) =>
    told(orders, 'ordered-as-decided', [order(more)], {
      others: { purchaseRequests: requests(state), quotes: chosen },
    });
  const unapproved = [[0, 'request', 'must', '申购单没批就订了货，请补批']];

  test('nothing that was refused', () => {
    expect(says({ ordered: '2026-11-24' }, 'refused')).toEqual(unapproved);
    expect(says({}, 'approved')).toEqual([]);
    expect(says({}, 'done')).toEqual([]);
  });

  test('what is urgent has a day for its papers', () => {
    expect(says({ ordered: '2026-11-22' }, 'asked')).toEqual(unapproved);
    expect(says({ ordered: '2026-11-23' }, 'asked')).toEqual([]);
  });

  test('of the supplier that was chosen, in any case and width', () => {
    expect(says({}, 'approved', quotes)).toEqual([]);
    expect(says({ supplier: ' 恒洁' }, 'approved', quotes)).toEqual([]);
    expect(says({ supplier: '万家' }, 'approved', quotes)).toEqual([
      [0, 'supplier', 'must', '不是选定的那家供应商，请核对'],
    ]);
    expect(says({ supplier: '万家' }, 'approved', quotes.slice(1))).toEqual([]);
  });

  test('not dearer than it was quoted', () => {
    expect(says({ price: 2.9 }, 'approved', quotes)).toEqual([]);
    expect(says({ price: 3.01 }, 'approved', quotes)).toEqual([
      [0, 'price', 'must', '选定报价 3 元，订购 3.01 元，请核对'],
    ]);
    expect(says({ price: undefined }, 'approved', quotes)).toEqual([]);
    const unpriced = [{ request: 'SG-1', supplier: '恒洁', chosen: true }];
    expect(says({}, 'approved', unpriced)).toEqual([]);
  });

  test('an order that names no request that is there is left to other rules', () => {
    expect(says({ request: 'SG-9' }, 'refused')).toEqual([]);
    expect(says({ request: undefined }, 'refused')).toEqual([]);
  });

  test('the quote of another request decides nothing', () => {
    const other = [{ request: 'SG-2', supplier: '万家', price: 1, chosen: true }];
    expect(says({}, 'approved', other)).toEqual([]);
  });
});

const anyRequest = fc.record({
  name: fc.constantFrom('SG-1', 'SG-2'),
  item: fc.constant('抽纸'),
  quantity: fc.constantFrom(10, 30, 61),
  state: fc.constantFrom('asked', 'approved', 'done'),
  neededBy: fc.constantFrom('2026-11-20', '2026-12-01', undefined),
});
const anyOrder = fc.record({
  name: fc.constantFrom('CG-1', 'CG-2'),
  request: fc.constantFrom('SG-1', 'SG-2', undefined),
  supplier: fc.constantFrom('恒洁', '万家'),
  item: fc.constant('抽纸'),
  quantity: fc.constantFrom(10, 60, undefined),
  price: fc.constantFrom(3, 4),
  ordered: fc.constantFrom('2026-11-10', '2026-11-23'),
  due: fc.constantFrom('2026-11-20', '2026-12-01'),
  state: fc.constantFrom('ordered', 'closed', 'cancelled'),
});
const world = worldWith({
  items: rowsOf(...items),
  movements: rowsOf(...movements),
  purchaseRequests: rowsOf(request(), request({ name: 'SG-2', state: 'asked' })),
  quotes: rowsOf({ request: 'SG-1', supplier: '恒洁', price: 3, chosen: true }),
  receipts: rowsOf(...accepted(20)),
});

for (const key of ['over-maximum', 'bought-in-time'])
  testLaws({
    rule: ruleOf(purchaseRequests, key),
    register: purchaseRequests,
    rows: fc.array(anyRequest, { maxLength: 4 }),
    unrelated: anyRequest.map((one) => ({ ...one, name: 'SG-9', item: '粉笔' })),
    world,
  });

for (const key of ['arrived-in-time', 'ordered-as-decided'])
  testLaws({
    rule: ruleOf(orders, key),
    register: orders,
    rows: fc.array(anyOrder, { maxLength: 4 }),
    unrelated: anyOrder,
    world,
  });

test('the more is asked for, the more is said', () => {
  const many = Array.from({ length: 5 }, (_, index) => request({ name: `SG-${index + 1}` }));
  const found = told(purchaseRequests, 'over-maximum', many, { others: { items, movements } });
  expect(whereTold(found)).toEqual([1, 2, 3, 4]);
});
