import { describe, expect, test } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { quotes } from '#schema/registers/stock/quotes.ts';
import type { Values } from '#schema/row.ts';
import { measured, says } from '../../said.ts';

const items = [{ name: '抽纸', unit: '包', packUnit: '箱', packFactor: 48, price: 3 }];
const ask = (quantity: number) => [
  { name: 'SG-1 抽纸', item: '抽纸', quantity, unit: '箱', state: 'approved' },
];
const quote = (supplier: string, price: number, values: Values<Columns> = {}) => ({
  quoted: '2026-11-10',
  request: 'SG-1 抽纸',
  item: '抽纸',
  unit: '箱',
  supplier,
  price,
  ...values,
});
const rule = 'three-quotes-request';
const said = (boxes: number, ...rows: readonly Values<Columns>[]) =>
  says(quotes, rule, rows, { others: { items, purchaseRequests: ask(boxes) } });

describe('询价比价', () => {
  test('three suppliers from a thousand yuan on', () => {
    const two = [quote('甲', 144, { chosen: true }), quote('乙', 150)];
    expect(said(7, ...two)).toEqual([[0, 'SG-1 抽纸只有2家报价，请补足三家']]);
    expect(said(6, ...two)).toEqual([]);
    expect(said(7, ...two, quote('丙', 160))).toEqual([]);
    expect(said(7, ...two, quote('甲', 160))).toHaveLength(1);
  });

  test('the estimate of the request counts before the usual price', () => {
    const purchaseRequests = ask(5).map((one) => ({ ...one, estimate: 200 }));
    expect(
      says(quotes, rule, [quote('甲', 150)], { others: { items, purchaseRequests } }),
    ).toHaveLength(1);
  });

  test('dearer with a reason', () => {
    const dear = quote('乙', 150, { chosen: true });
    expect(said(1, quote('甲', 144), dear)).toEqual([[1, '选了 150 元，最低 144 元，请写理由']]);
    expect(said(1, quote('甲', 144), { ...dear, reason: '当天送到' })).toEqual([]);
  });

  test('one is chosen, each supplier once, for what was asked for', () => {
    const others = { items, purchaseRequests: ask(1) };
    const rows = [quote('甲', 144, { chosen: true }), quote('乙', 144, { chosen: true })];
    expect(says(quotes, 'chosen-twice', rows, { others })).toEqual([
      [1, '同一申购选了两家，请只选一家'],
    ]);
    expect(
      says(quotes, 'unique-request-supplier', [quote('甲', 144), quote('甲', 140)], { others }),
    ).toEqual([[1, '这家报过价了，请只留一行']]);
    expect(
      says(quotes, 'agrees-item-request', [quote('甲', 5, { item: '粉笔' })], { others }),
    ).toHaveLength(1);
  });

  test('a price far from usual, in the unit of the item', () => {
    const others = { items, purchaseRequests: ask(1) };
    expect(
      says(quotes, 'band-price', [quote('甲', 144), quote('乙', 201.6), quote('丙', 202)], {
        others,
      }),
    ).toEqual([[2, '报价合 4.21 元，平时约 3 元，请核对']]);
  });

  test('figures: compared of those worth it, saved against the mean', () => {
    const others = {
      items,
      purchaseRequests: [
        ...ask(10),
        { name: 'SG-2', item: '抽纸', quantity: 400, state: 'approved' },
        { name: 'SG-3', item: '抽纸', quantity: 1, state: 'approved' },
      ],
    };
    const rows = [
      quote('甲', 140, { chosen: true }),
      quote('乙', 150),
      quote('丙', 160),
      { ...quote('甲', 3), request: 'SG-2' },
      { ...quote('甲', 3), request: 'SG-3' },
    ];
    expect(measured(quotes, 'compared', rows, { others })).toEqual([1, 2]);
    expect(measured(quotes, 'saved', rows, { others })).toBe(100);
  });
});
