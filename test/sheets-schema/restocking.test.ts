import { describe, expect, test } from 'vitest';
import { purchasesToRestock, suppliedShare } from '#schema/calculations/restocking.ts';
import type { Columns } from '#schema/columns.ts';
import type { Values } from '#schema/row.ts';
import { day } from './autumn.ts';
import { rowsOf, worldWith } from './made.ts';

const item = (values: Values<Columns> = {}) => ({
  name: '抽纸',
  unit: '包',
  category: 'cleaning',
  minimum: 96,
  maximum: 480,
  price: 3.2,
  ...values,
});
const holds = (quantity: number, name = '抽纸') => ({
  happened: '2026-11-02T08:00:00',
  direction: 'in',
  item: name,
  quantity,
});
const buys = (items: readonly Values<Columns>[], entries: readonly Values<Columns>[]) =>
  purchasesToRestock(rowsOf(...items), rowsOf(...entries), day('2026-12-10'), () => '清洁用品补库');

describe('what the plan buys', () => {
  test('below its minimum, up to its maximum, at the last price', () => {
    expect(buys([item()], [{ ...holds(40), price: 3.5 }])).toEqual([
      {
        item: '抽纸',
        unit: '包',
        onHand: 40,
        minimum: 96,
        quantity: 440,
        estimate: 3.5,
        purpose: '清洁用品补库',
        neededBy: '2026-12-10',
      },
    ]);
  });

  test('at its minimum nothing', () => {
    expect(buys([item()], [holds(96)])).toEqual([]);
  });

  test('without a maximum up to twice the minimum, a broken unit rounded up', () => {
    expect(buys([item({ maximum: undefined })], [holds(95.5)])[0]?.quantity).toBe(97);
  });

  test('below zero it buys what fits the shelf', () => {
    expect(buys([item()], [{ ...holds(5), direction: 'out' }])[0]).toMatchObject({
      onHand: -5,
      quantity: 480,
    });
  });

  test('nothing for items without a minimum or no longer bought', () => {
    expect(
      buys([item({ minimum: undefined }), item({ name: '粉笔', discontinued: true })], [holds(1)]),
    ).toEqual([]);
  });

  test('nothing while no entry says what is held', () => {
    expect(buys([item()], [])).toEqual([]);
  });

  test('the largest amount first', () => {
    const items = [item({ name: '粉笔', price: 1 }), item()];
    expect(buys(items, [holds(1)]).map(({ item: name }) => name)).toEqual(['抽纸', '粉笔']);
  });
});

describe('how many items are above their minimum', () => {
  const items = rowsOf(item(), item({ name: '粉笔' }), item({ name: '电池', minimum: undefined }));

  test('on the last day of the period', () => {
    const movements = rowsOf(holds(96), {
      ...holds(1),
      direction: 'out',
      happened: '2026-11-20T08:00:00',
    });
    const share = (to: string) =>
      suppliedShare(
        items,
        { from: day('2026-11-01'), to: day(to) },
        worldWith({ items, movements }),
      );
    expect(share('2026-11-19')).toMatchObject({ value: 50, part: 1, whole: 2 });
    expect(share('2026-11-20')).toMatchObject({ value: 0, part: 0, whole: 2 });
  });

  test('is not known without entries', () => {
    expect(
      suppliedShare(items, { from: day('2026-11-01'), to: day('2026-11-30') }, worldWith({ items }))
        .value,
    ).toBeUndefined();
  });
});
