import { describe, expect, test } from 'vitest';
import { purchaseRequests } from '#schema/registers/stock/purchase-requests.ts';
import { measured, planned, says, worldAround } from '../../said.ts';

const items = [
  {
    name: '抽纸',
    unit: '包',
    packUnit: '箱',
    packFactor: 48,
    minimum: 96,
    maximum: 240,
    price: 3.2,
  },
];
const movements = [{ direction: 'opening', item: '抽纸', quantity: 50 }];
const others = { items, movements };
const request = { name: 'SG-1', item: '抽纸', state: 'approved', asked: '2026-11-20T09:00:00' };
/** An order of two boxes on a request, and the receipt of some. */
const bought = (accepted: number) => ({
  orders: [{ name: 'CG-1', request: 'SG-1', item: '抽纸', quantity: 2, unit: '箱' }],
  receipts: [{ name: 'YS-1', order: 'CG-1', item: '抽纸', unit: '箱', accepted }],
});

describe('申购', () => {
  test('what is held and all that is asked for stay within the maximum', () => {
    const rule = 'over-maximum';
    const ask = (quantity: number, name = 'SG-1') => ({ ...request, name, quantity });
    expect(says(purchaseRequests, rule, [ask(190)], { others })).toEqual([]);
    expect(says(purchaseRequests, rule, [ask(191)], { others })).toEqual([
      [0, '现存 50，再买 191 超最高 240，请减'],
    ]);
    expect(says(purchaseRequests, rule, [ask(100), ask(91, 'SG-2')], { others })).toEqual([
      [1, '现存 150，再买 91 超最高 240，请减'],
    ]);
    expect(
      says(
        purchaseRequests,
        rule,
        [
          { ...ask(999), state: 'refused' },
          { ...ask(4), unit: '箱' },
        ],
        {
          others,
        },
      ),
    ).toEqual([[1, '现存 50，再买 192 超最高 240，请减']]);
    expect(
      says(purchaseRequests, rule, [{ ...ask(2), unit: '箱' }], {
        others: { ...others, ...bought(2) },
      }),
    ).toEqual([]);
  });

  test('past its day and not here', () => {
    const rule = 'bought-in-time';
    const due = (neededBy: string) => ({ ...request, quantity: 2, unit: '箱', neededBy });
    expect(
      says(purchaseRequests, rule, [due('2026-11-23'), due('2026-11-24')], { others }),
    ).toEqual([[0, '需用日期已过还没到货，请催采购或改期']]);
    const around = (accepted: number) => ({ others: { ...others, ...bought(accepted) } });
    expect(says(purchaseRequests, rule, [due('2026-11-23')], around(1))).toHaveLength(1);
    expect(says(purchaseRequests, rule, [due('2026-11-23')], around(2))).toEqual([]);
    expect(
      says(purchaseRequests, rule, [{ ...due('2026-11-23'), state: 'done' }], { others }),
    ).toEqual([]);
  });

  test('decided within three days, by somebody', () => {
    const waits = { ...request, state: 'asked' };
    expect(
      says(purchaseRequests, 'undecided', [
        waits,
        { ...waits, asked: '2026-11-21T00:00:00' },
        request,
      ]),
    ).toEqual([[0, '申购超过3天没批，请审批']]);
    expect(says(purchaseRequests, 'needed-decided', [request, waits])).toEqual([
      [0, '已审批，请补填审批人'],
    ]);
  });

  test('needed on a day that is still ahead', () => {
    expect(
      says(purchaseRequests, 'no-time-to-buy', [
        { ...request, neededBy: '2026-11-19' },
        { ...request, neededBy: '2026-11-20' },
      ]),
    ).toEqual([[0, '需用日期早于申购时间，请核对']]);
  });

  test('figures: bought in time of those due, worth by estimate or usual price', () => {
    const rows = [
      { ...request, quantity: 2, unit: '箱', neededBy: '2026-11-22' },
      { ...request, name: 'SG-2', quantity: 10, neededBy: '2026-11-22', estimate: 4 },
      { ...request, name: 'SG-3', quantity: 10, neededBy: '2026-12-22' },
      { ...request, name: 'SG-4', quantity: 10, neededBy: '2026-11-22', state: 'refused' },
    ];
    const around = { others: { ...others, ...bought(2) } };
    expect(measured(purchaseRequests, 'inTime', rows, around)).toEqual([1, 2]);
    expect(measured(purchaseRequests, 'worth', rows, around)).toBe(307.2 + 40 + 32);
  });

  test('what is below its minimum is prefilled up to the maximum', () => {
    const [batch] = purchaseRequests.batches ?? [];
    expect(batch?.rows(worldAround(purchaseRequests, [], { others }), {})).toEqual([
      { item: '抽纸', quantity: 190, unit: '包', estimate: 3.2 },
    ]);
  });

  test('in the plan until it is here: on its day, or at once when late', () => {
    const rows = [
      { ...request, quantity: 10, neededBy: '2026-11-22' },
      { ...request, name: 'SG-2', item: '粉笔', quantity: 10, neededBy: '2026-12-10' },
      { ...request, name: 'SG-3', quantity: 10, neededBy: '2027-01-10' },
    ];
    expect(planned(purchaseRequests, rows, { others })).toEqual([
      ['采购抽纸', '采购员', '2026-12-01'],
      ['采购粉笔', '采购员', '2026-12-10'],
    ]);
  });
});
