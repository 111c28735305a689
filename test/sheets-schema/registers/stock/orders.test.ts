import { describe, expect, test } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { orders } from '#schema/registers/stock/orders.ts';
import type { Values } from '#schema/row.ts';
import { measured, says } from '../../said.ts';

const items = [{ name: '抽纸', unit: '包', packUnit: '箱', packFactor: 48 }];
const purchaseRequests = [
  { name: 'SG-1', item: '抽纸', quantity: 10, unit: '箱', state: 'approved' },
  { name: 'SG-2', item: '抽纸', quantity: 10, unit: '箱', state: 'asked' },
  { name: 'SG-3', item: '抽纸', quantity: 10, unit: '箱', state: 'refused' },
];
const order = (values: Values<Columns> = {}) => ({
  ordered: '2026-11-10',
  name: 'CG-1',
  request: 'SG-1',
  supplier: '恒洁',
  item: '抽纸',
  quantity: 10,
  unit: '箱',
  price: 144,
  due: '2026-11-16',
  state: 'ordered',
  ...values,
});
const said = (
  rule: string,
  rows: readonly Values<Columns>[],
  others: Readonly<Record<string, readonly Values<Columns>[]>> = {},
) => says(orders, rule, rows, { others: { items, purchaseRequests, ...others } });

describe('采购订单', () => {
  test('approved before; what is urgent has a day for its papers', () => {
    expect(
      said('ordered-as-decided', [
        order(),
        order({ request: 'SG-2', ordered: '2026-11-22' }),
        order({ request: 'SG-2', ordered: '2026-11-23' }),
        order({ request: 'SG-3', ordered: '2026-11-24' }),
      ]),
    ).toEqual([
      [1, '申购单没批就订了货，请补批'],
      [3, '申购单没批就订了货，请补批'],
    ]);
  });

  test('of the supplier and at the price that was chosen', () => {
    const quotes = [
      { request: 'SG-1', supplier: '恒洁', price: 144, chosen: true },
      { request: 'SG-1', supplier: '万家', price: 150 },
    ];
    expect(
      said(
        'ordered-as-decided',
        [order(), order({ price: 140 }), order({ price: 150 }), order({ supplier: '万家' })],
        { quotes },
      ),
    ).toEqual([
      [2, '选定报价 144 元，订购 150 元，请核对'],
      [3, '不是选定的那家供应商，请核对'],
    ]);
  });

  test('from a thousand yuan on not without a quote', () => {
    const cheap = order({ price: 99 });
    expect(said('bought-unquoted', [order(), cheap, order({ state: 'cancelled' })])).toEqual([
      [0, '满 1000 元没有询价，请补三家报价'],
    ]);
    expect(said('bought-unquoted', [order()], { quotes: [{ request: 'sg-1' }] })).toEqual([]);
  });

  test('not of a supplier that is no longer used or whose licence had ended', () => {
    const suppliers = [
      { name: '恒洁', licenceUntil: '2026-11-10' },
      { name: '老店', stopped: true },
    ];
    expect(
      said(
        'sound-supplier',
        [order(), order({ ordered: '2026-11-11' }), order({ supplier: '老店' })],
        {
          suppliers,
        },
      ),
    ).toEqual([
      [1, '供应商许可证11月10日已过期，请换家'],
      [2, '这家供应商已停用，请核对'],
    ]);
  });

  test('no more than was asked for; a cancelled one draws nothing', () => {
    expect(
      said('not-beyond-request', [
        order({ state: 'cancelled' }),
        order({ quantity: 480, unit: '包' }),
        order({ quantity: 1, unit: '包' }),
      ]),
    ).toEqual([[2, '申购 480，订购 481，请核对数量']]);
  });

  test('whole by its day, or chased; closed short is looked at', () => {
    const receipts = (accepted: number) => [{ order: 'CG-1', item: '抽纸', unit: '箱', accepted }];
    const rows = [order(), order({ due: '2026-11-24' }), order({ state: 'cancelled' })];
    expect(said('arrived-in-time', rows, { receipts: receipts(9) })).toEqual([
      [0, '到货期已过没到齐，请催供应商'],
    ]);
    expect(said('arrived-in-time', rows, { receipts: receipts(10) })).toEqual([]);
    expect(
      said('arrived-in-time', [order({ state: 'closed' })], { receipts: receipts(9) }),
    ).toEqual([[0, '验收数少于订购数就结了单，请核对']]);
  });

  test('figures: worth, and whole of those whose day is over', () => {
    const receipts = [{ order: 'CG-1', item: '抽纸', unit: '箱', accepted: 10 }];
    const rows = [order(), order({ name: 'CG-2' }), order({ name: 'CG-3', due: '2026-12-01' })];
    const around = { others: { items, receipts } };
    expect(measured(orders, 'whole', rows, around)).toEqual([1, 2]);
    expect(measured(orders, 'worth', rows, around)).toBe(4320);
  });
});
