import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { registers } from '#schema/registers/index.ts';
import { movements } from '#schema/registers/stock/movements.ts';
import type { Values } from '#schema/row.ts';
import { findingsOf, row, rowsOf, ruleOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { told } from './told.ts';

const items = [
  { name: '抽纸', code: 'QJ-1', unit: '包', packUnit: '箱', packFactor: 10, price: 10 },
  { name: '旧椅', unit: '把' },
];
const others = {
  items,
  receipts: [
    { name: 'YS-1', item: '抽纸', quantity: 2, unit: '箱', accepted: 1, rejected: 1 },
    { name: 'YS-2', item: '抽纸', quantity: 5, accepted: 0 },
    { name: 'YS-3', item: '抽纸', quantity: 5 },
  ],
  requisitions: [
    { name: 'LY-1', item: '抽纸', quantity: 6, state: 'approved' },
    { name: 'LY-2', item: '抽纸', quantity: 6, state: 'refused' },
    { name: 'LY-3', item: '抽纸', state: 'approved' },
  ],
  stocktakes: [{ name: '10月盘点' }, { name: '11月盘点' }],
  counts: [
    { stocktake: '10月盘点', item: '抽纸' },
    { stocktake: '11月盘点', code: 'qj-1' },
    { stocktake: '没开过的', item: '抽纸' },
  ],
};
const entry = (direction: string, quantity: number, more: object = {}) => ({
  direction,
  item: '抽纸',
  quantity,
  ...more,
});
const says = (rule: string, ...rows: readonly Values<Columns>[]) =>
  told(movements, rule, rows, { others });
const off = (key: string) => registers.filter((register) => register.key !== key);

describe('no more goes into stock than was accepted', () => {
  const rule = 'not-beyond-receipt';
  const into = (receipt: string, quantity: number, more: object = {}) =>
    entry('in', quantity, { receipt, ...more });

  test('to the last piece, over all entries of a receipt, packs and pieces alike', () => {
    expect(says(rule, into('YS-1', 1, { unit: '箱' }))).toEqual([]);
    expect(says(rule, into('YS-1', 6), into('YS-1', 4))).toEqual([]);
    expect(says(rule, into('YS-1', 6), into('YS-1', 5))).toEqual([
      [1, 'quantity', 'must', '验收合格 10，入库 11，请核对'],
    ]);
  });

  test('nothing of what was not accepted, or not yet', () => {
    const none = [[0, 'quantity', 'must', '这批没有验收合格，不能入库']];
    expect(says(rule, into('YS-2', 1))).toEqual(none);
    expect(says(rule, into('YS-3', 1))).toEqual(none);
  });

  test('an entry that goes another way, or names no receipt that is there, is not judged', () => {
    expect(says(rule, entry('return', 11, { receipt: 'YS-1' }))).toEqual([]);
    expect(says(rule, into('YS-9', 11))).toEqual([]);
    expect(ruleOf(movements, rule).reads).toEqual(['receipts', 'items']);
  });
});

describe('no more is issued than was asked for', () => {
  const rule = 'not-beyond-requisition';
  const out = (quantity: number, requisition = 'LY-1', direction = 'out') =>
    entry(direction, quantity, { requisition });

  test('what came back counts against it', () => {
    expect(says(rule, out(6))).toEqual([]);
    expect(says(rule, out(6), out(1))).toEqual([
      [1, 'quantity', 'must', '申领 6，已发 7，请核对数量'],
    ]);
    expect(says(rule, out(6), out(1, 'LY-1', 'return'), out(1))).toEqual([]);
    expect(says(rule, out(6), out(1, 'LY-1', 'in'), out(1))).toHaveLength(1);
    expect(says(rule, out(7, 'LY-1', 'writeOff'))).toEqual([]);
  });

  test('nothing on a requisition that was refused', () => {
    expect(says(rule, out(1, 'LY-2'))).toEqual([
      [0, 'quantity', 'must', '这张申领单没批，请退回或补批'],
    ]);
  });

  test('one that names no quantity allows what it cannot tell', () => {
    expect(says(rule, out(99, 'LY-3'))).toEqual([]);
    expect(ruleOf(movements, rule).reads).toEqual(['requisitions', 'items']);
  });
});

describe('what is worth something is asked for before it is issued', () => {
  const rule = 'issued-unasked';

  test('from a hundred yuan on, at the last price', () => {
    expect(says(rule, entry('out', 9.99))).toEqual([]);
    expect(says(rule, entry('out', 10))).toEqual([
      [0, 'requisition', 'look', '领用约 100 元没有申领单，请补填'],
    ]);
    expect(says(rule, entry('in', 1, { price: 20.06 }), entry('out', 5))).toEqual([
      [1, 'requisition', 'look', '领用约 100 元没有申领单，请补填'],
    ]);
    expect(says(rule, entry('out', 99, { item: '旧椅' }))).toEqual([]);
  });

  test('a requisition, a distribution or a repair stands behind it', () => {
    const behind = [{ requisition: 'LY-1' }, { distribution: '教材' }, { repair: row(9, {}).id }];
    for (const more of behind) expect(says(rule, entry('out', 10, more))).toEqual([]);
    expect(says(rule, entry('out', 10, { requisition: ' ', distribution: ' ' }))).toHaveLength(1);
  });

  test('only what is issued, and only while requisitions are kept', () => {
    expect(says(rule, entry('writeOff', 10), entry('in', 10), entry('return', 10))).toEqual([]);
    const world = worldWith({ items: rowsOf(...items) }, { of: off('requisitions') });
    const rows = rowsOf(entry('out', 10));
    expect(findingsOf(ruleOf(movements, rule), movements, rows, world)).toEqual([]);
  });
});

describe('an adjustment has a count behind it', () => {
  const rule = 'adjusted-uncounted';
  const adjusted = (more: object = {}) => entry('adjustment', -1, more);
  const uncounted = [[0, 'stocktake', 'must', '这次盘点没盘“抽纸”，请补盘点记录']];

  test('of that item in that stocktake, by name or by code', () => {
    expect(says(rule, adjusted({ stocktake: '10月盘点' }))).toEqual([]);
    expect(says(rule, adjusted({ stocktake: ' 11月盘点' }))).toEqual([]);
    expect(says(rule, adjusted({ stocktake: '10月盘点', item: '旧椅' }))).toEqual([
      [0, 'stocktake', 'must', '这次盘点没盘“旧椅”，请补盘点记录'],
    ]);
    expect(says(rule, adjusted({ stocktake: '没开过的' }))).toEqual(uncounted);
    expect(says(rule, adjusted({ stocktake: '10月盘点', item: '墨水' }))).toEqual([
      [0, 'stocktake', 'must', '这次盘点没盘“墨水”，请补盘点记录'],
    ]);
  });

  test('and names it', () => {
    expect(says(rule, adjusted())).toEqual([[0, 'stocktake', 'must', '盘点调整请填是哪次盘点']]);
  });

  test('other entries need none, and nobody does while counts are switched off', () => {
    expect(says(rule, entry('out', 1))).toEqual([]);
    const rows = rowsOf(adjusted());
    const world = worldWith({}, { of: off('counts') });
    expect(findingsOf(ruleOf(movements, rule), movements, rows, world)).toEqual([]);
  });
});

const anyEntry = fc.record({
  direction: fc.constantFrom('in', 'out', 'adjustment'),
  item: fc.constant('抽纸'),
  quantity: fc.constantFrom(1, 5, 11),
  receipt: fc.constantFrom('YS-1', 'YS-2', undefined),
  requisition: fc.constantFrom('LY-1', undefined),
  stocktake: fc.constantFrom('10月盘点', undefined),
});
const world = worldWith(
  Object.fromEntries(Object.entries(others).map(([key, values]) => [key, rowsOf(...values)])),
);

for (const key of [
  'not-beyond-receipt',
  'not-beyond-requisition',
  'issued-unasked',
  'adjusted-uncounted',
])
  testLaws({
    rule: ruleOf(movements, key),
    register: movements,
    rows: fc.array(anyEntry, { maxLength: 4 }),
    unrelated: fc.constantFrom(entry('out', 1, { item: '旧椅' }), {}),
    world,
  });
