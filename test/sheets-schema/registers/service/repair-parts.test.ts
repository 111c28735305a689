import { describe, expect, test } from 'vitest';
import { repairParts } from '#schema/registers/service/repair-parts.ts';
import { repairs } from '#schema/registers/service/repairs.ts';
import { rowsOf } from '../../made.ts';
import { measured, says, worldAround } from '../../said.ts';

const lamp = 'LED灯管 T8 16W 1.2m';
const items = [
  { name: lamp, unit: '支', packUnit: '箱', packFactor: 30, price: 10 },
  { name: '生料带 20m', unit: '卷', price: 1.5 },
];
const repair = (number: string, more = {}) => ({
  reported: '2026-11-20T08:00:00',
  number,
  place: '教学楼 A201',
  ...more,
});
const part = (more = {}) => ({
  used: '2026-11-20T10:00:00',
  repair: 'BX-1',
  item: lamp,
  quantity: 2,
  source: 'stock',
  by: '刘海峰',
  ...more,
});
const entry = (quantity: number, more = {}) => ({
  happened: '2026-11-20T10:00:00',
  direction: 'out',
  item: lamp,
  quantity,
  purpose: 'BX-1',
  ...more,
});
const around = (movements: readonly object[], bx = {}) => ({
  others: { items, repairs: [repair('BX-1', bx)], movements: movements.map((one) => ({ ...one })) },
});

describe('维修配件', () => {
  test('a part from the store goes out of stock by itself, linked to its repair', () => {
    const rows = rowsOf(part(), part({ source: 'bought' }), part({ quantity: 0 }));
    const world = worldAround(repairParts, rows, around([]));
    const [opening] = repairParts.opens ?? [];
    expect(rows.map((row) => opening?.from(row, world))).toEqual([
      [
        {
          part: 'out',
          values: {
            happened: '2026-11-20T10:00:00',
            direction: 'out',
            item: lamp,
            quantity: 2,
            recipient: '刘海峰',
            department: '维修班',
            purpose: 'BX-1',
            handledBy: '刘海峰',
            repair: world.rows('repairs')[0]?.id,
          },
        },
      ],
      [],
      [],
    ]);
  });

  test('not twice: the storekeeper had entered it under the number', () => {
    const rows = rowsOf(part());
    const opened = (...movements: readonly object[]) =>
      rows.flatMap((row) =>
        (repairParts.opens ?? []).flatMap(({ from }) =>
          from(row, worldAround(repairParts, rows, around(movements))),
        ),
      );
    expect(opened(entry(2, { purpose: 'bx-1' }))).toEqual([]);
    expect(opened(entry(2, { purpose: 'BX-12' }))).toHaveLength(1);
    expect(opened(entry(2, { item: '生料带 20m' }))).toHaveLength(1);
  });

  test('used as issued: parts of a repair added up, what came back taken off', () => {
    const differs = (rows: readonly object[], ...movements: readonly object[]) =>
      says(
        repairParts,
        'differs-from-stock',
        rows.map((row) => part(row)),
        around(movements),
      );
    expect(differs([{}, { quantity: 1 }], entry(2))).toEqual([[1, '用了3，库房出了2，请核对数量']]);
    expect(differs([{}], entry(4), entry(2, { direction: 'return' }))).toEqual([]);
    expect(differs([{ quantity: 1, unit: '箱' }], entry(30))).toEqual([]);
    expect(differs([{}])).toEqual([]);
    expect(differs([{ source: 'old', quantity: 9 }], entry(2))).toEqual([]);
  });

  test('own parts while the maker still owes the repair', () => {
    const under = (warrantyUntil: string, source: string) =>
      says(repairParts, 'under-warranty', [part({ source })], around([], { warrantyUntil }));
    expect(under('2026-11-20', 'stock')).toEqual([[0, '还在保修期，请先找厂家']]);
    expect(under('2026-11-19', 'stock')).toEqual([]);
    expect(under('2026-11-20', 'maker')).toEqual([]);
  });

  test('used before the repair was reported, none at all, or in a strange unit', () => {
    const early = part({ used: '2026-11-20T07:59:59' });
    expect(says(repairParts, 'before-reported', [early, part()], around([]))).toEqual([
      [0, '报修前就用了，请核对单号'],
    ]);
    expect(says(repairParts, 'nothing-used', [part({ quantity: 0 }), part()])).toEqual([
      [0, '数量是 0，请填用了多少'],
    ]);
    expect(
      says(
        repairParts,
        'stock-unit-unit',
        [part({ unit: '米' }), part({ unit: '箱' })],
        around([]),
      ),
    ).toHaveLength(1);
  });

  test('how many, and what those from the store are worth', () => {
    const rows = [part(), part({ item: '生料带 20m' }), part({ source: 'bought' })];
    expect(measured(repairParts, 'parts', rows, around([]))).toBe(3);
    expect(measured(repairParts, 'worth', rows, around([]))).toBe(23);
  });
});

test('a number is given to one repair; repairs without one yet are let be', () => {
  expect(says(repairs, 'unique-number', [repair('BX-1'), repair('bx-1'), {}, {}])).toHaveLength(1);
});
