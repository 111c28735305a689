import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { receipts } from '#schema/registers/stock/receipts.ts';
import type { Values } from '#schema/row.ts';
import { rowsOf, ruleOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { told, whereTold } from './told.ts';

const items = [{ name: '抽纸', unit: '包', packUnit: '箱', packFactor: 10 }];
const ordered = (name: string, more: object = {}) => ({
  name,
  item: '抽纸',
  quantity: 2,
  unit: '箱',
  supplier: '恒洁',
  buyer: '吴晓琳',
  ...more,
});
const orders = [
  ordered('CG-1'),
  ordered('CG-2'),
  ordered('CG-3', { supplier: '万家', buyer: undefined }),
];
const others = { items, orders };
const receipt = (more: object = {}) => ({
  received: '2026-11-20T09:00:00',
  name: 'YS-1',
  order: 'CG-1',
  item: '抽纸',
  quantity: 20,
  accepted: 20,
  checkedBy: '叶红梅',
  ...more,
});
const says = (rule: string, ...rows: readonly Values<Columns>[]) =>
  told(receipts, rule, rows, { others });

describe('accepted and rejected are what arrived', () => {
  test('to the last piece, and through binary fractions', () => {
    expect(says('adds-up', receipt())).toEqual([]);
    expect(says('adds-up', receipt({ accepted: 18, rejected: 2 }))).toEqual([]);
    expect(says('adds-up', receipt({ quantity: 0.3, accepted: 0.1, rejected: 0.2 }))).toEqual([]);
    expect(says('adds-up', receipt({ accepted: 18, rejected: 1 }))).toEqual([
      [0, 'accepted', 'must', '到货 20，合格加不合格 19，请核对'],
    ]);
    expect(says('adds-up', receipt({ accepted: 20, rejected: 1 }))).toHaveLength(1);
  });

  test('once both are there', () => {
    expect(says('adds-up', receipt({ accepted: undefined, rejected: 1 }))).toEqual([]);
    expect(says('adds-up', receipt({ quantity: undefined }))).toEqual([]);
    expect(says('adds-up', receipt({ accepted: 0, rejected: 20 }))).toEqual([]);
  });
});

describe('whoever bought the goods does not check them', () => {
  test('by the buyer of the order', () => {
    expect(says('checked-by-buyer', receipt({ checkedBy: ' 吴晓琳' }))).toEqual([
      [0, 'checkedBy', 'must', '采购人不能自己验收，请换人验收'],
    ]);
    expect(says('checked-by-buyer', receipt())).toEqual([]);
  });

  test('nothing is said where either is not known', () => {
    expect(says('checked-by-buyer', receipt({ order: 'CG-9', checkedBy: '吴晓琳' }))).toEqual([]);
    expect(says('checked-by-buyer', receipt({ order: 'CG-3', checkedBy: undefined }))).toEqual([]);
    expect(says('checked-by-buyer', receipt({ order: undefined, checkedBy: undefined }))).toEqual(
      [],
    );
  });
});

describe('no more is taken than was ordered', () => {
  const rule = 'not-beyond-order';

  test('of several receipts the one that goes beyond, packs and pieces alike', () => {
    expect(says(rule, receipt())).toEqual([]);
    expect(says(rule, receipt({ quantity: 1, accepted: 1, unit: '箱' }), receipt())).toEqual([
      [1, 'quantity', 'must', '订购 20，收下 30，请核对或退回'],
    ]);
  });

  test('before it is checked all that arrived counts, afterwards what was accepted', () => {
    expect(says(rule, receipt({ quantity: 21, checkedBy: undefined }))).toHaveLength(1);
    expect(says(rule, receipt({ quantity: 21 }))).toEqual([]);
    expect(says(rule, receipt({ quantity: 20, accepted: 21 }))).toHaveLength(1);
  });

  test('says what it reads', () => {
    expect(ruleOf(receipts, rule).reads).toEqual(['orders', 'items']);
  });
});

describe('a supplier whose deliveries are rejected again and again', () => {
  const rule = 'too-often-rejected';
  const fails = (received: string, more: object = {}) =>
    receipt({ received: `${received}T09:00:00`, rejected: 1, ...more });

  test('is spoken to at the second time within sixty days, over all its orders', () => {
    expect(says(rule, fails('2026-09-21'), fails('2026-11-20', { order: 'CG-2' }))).toEqual([
      [1, 'rejected', 'look', '恒洁60天内2次不合格，请约谈'],
    ]);
    expect(says(rule, fails('2026-09-20'), fails('2026-11-20'))).toEqual([]);
  });

  test('is not mixed up with another, nor blamed for what was accepted', () => {
    expect(says(rule, fails('2026-11-10'), fails('2026-11-20', { order: 'CG-3' }))).toEqual([]);
    expect(says(rule, fails('2026-11-10'), fails('2026-11-20', { rejected: 0 }))).toEqual([]);
    expect(says(rule, fails('2026-11-10'), fails('2026-11-20', { rejected: undefined }))).toEqual(
      [],
    );
    const unknown = { order: 'CG-9' };
    expect(says(rule, fails('2026-11-10', unknown), fails('2026-11-20', unknown))).toEqual([]);
  });

  test('follows the time, not the order of the rows', () => {
    expect(whereTold(says(rule, fails('2026-11-20'), fails('2026-11-10')))).toEqual([0]);
  });
});

const anyReceipt = fc.record({
  received: fc.constantFrom('2026-11-10T09:00:00', '2026-11-20T09:00:00'),
  order: fc.constantFrom('CG-1', 'CG-2', undefined),
  item: fc.constant('抽纸'),
  quantity: fc.constantFrom(10, 20),
  accepted: fc.constantFrom(9, 20, undefined),
  rejected: fc.constantFrom(1, undefined),
  checkedBy: fc.constantFrom('叶红梅', '吴晓琳', undefined),
});

for (const key of ['adds-up', 'checked-by-buyer', 'not-beyond-order', 'too-often-rejected'])
  testLaws({
    rule: ruleOf(receipts, key),
    register: receipts,
    rows: fc.array(anyReceipt, { maxLength: 4 }),
    unrelated: anyReceipt.map((one) => ({ ...one, order: 'CG-3' })),
    world: worldWith({ items: rowsOf(...items), orders: rowsOf(...orders) }),
  });
