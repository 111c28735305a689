import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  balances,
  catalogueOf,
  changeOf,
  factorOf,
  happenedUpTo,
  ledgerTotals,
  stockValue,
  valuation,
} from '#schema/calculations/stock.ts';
import { row, rowsOf } from './made.ts';

const catalogue = catalogueOf(
  rowsOf(
    { name: '84消毒液 500ml', unit: '瓶', packUnit: '箱', packFactor: 24, price: 4.5 },
    { name: '东北大米', unit: '公斤', packUnit: '袋', packFactor: 25 },
    { name: '84消毒液 500ml', unit: '桶', price: 99 },
  ),
);

const entry = (
  direction: string,
  quantity: number,
  unit = '瓶',
  more: { item?: string; price?: number; happened?: string } = {},
) => ({ direction, quantity, unit, item: '84消毒液 500ml', ...more });

describe('the catalogue', () => {
  test('of two items with one name the first counts', () => {
    expect(catalogue.get('84消毒液 500ml')?.unit).toBe('瓶');
  });

  test('one box is 24 bottles, a blank unit the item’s own, another none', () => {
    const item = catalogue.get('84消毒液 500ml');
    if (!item) throw new Error('no item');
    expect([factorOf(item, '箱'), factorOf(item, ''), factorOf(item, '盒')]).toEqual([
      24,
      1,
      undefined,
    ]);
  });
});

describe('balances', () => {
  const held = (...list: readonly ReturnType<typeof entry>[]) =>
    balances(rowsOf(...list), catalogue).get('84消毒液 500ml');

  test('opening, in by the box, out by the bottle, back, adjusted, written off', () => {
    expect(
      held(
        entry('opening', 10),
        entry('in', 2, '箱'),
        entry('out', 30),
        entry('return', 1),
        entry('adjustment', -2),
        entry('adjustment', 1),
        entry('writeOff', 3),
      ),
    ).toBe(25);
  });

  test('an unknown unit or item moves nothing, and no item is missing', () => {
    expect(held(entry('in', 5, '盒'), entry('in', 5, '瓶', { item: '扫把' }))).toBe(0);
    expect(balances([], catalogue).get('东北大米')).toBe(0);
  });

  test('are the fold of what each entry changes, in whatever order', () => {
    const entries = fc.array(
      fc.record({
        direction: fc.constantFrom('opening', 'in', 'out', 'return', 'adjustment', 'writeOff'),
        thousandths: fc.integer({ min: -9_000, max: 900_000 }),
        item: fc.constantFrom('84消毒液 500ml', '东北大米'),
        packed: fc.boolean(),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(entries, (list) => {
        const rows = rowsOf(
          ...list.map(({ direction, thousandths, item, packed }) => ({
            direction,
            item,
            quantity: thousandths / 1000,
            unit: packed ? (item === '东北大米' ? '袋' : '箱') : '',
          })),
        );
        for (const item of catalogue.keys()) {
          const thousandths = rows
            .filter(({ values }) => values.item === item)
            .reduce((sum, one) => sum + Math.round((changeOf(one, catalogue) ?? 0) * 1000), 0);
          expect(balances(rows, catalogue).get(item)).toBeCloseTo(thousandths / 1000, 9);
          expect(balances(rows.toReversed(), catalogue).get(item)).toBeCloseTo(
            thousandths / 1000,
            9,
          );
        }
      }),
      { seed: 20261124, numRuns: 200 },
    );
  });
});

describe('a ledger report', () => {
  const rows = rowsOf(
    entry('opening', 10, '瓶', { happened: '2026-09-24T08:00:00' }),
    entry('out', 4, '瓶', { happened: '2026-09-30T18:00:00' }),
    entry('in', 1, '箱', { happened: '2026-10-08T08:00:00' }),
    entry('out', 6, '瓶', { happened: '2026-10-31T23:59:00' }),
    entry('return', 1, '瓶', { happened: '2026-10-31T23:59:00' }),
    entry('writeOff', 2, '瓶', { happened: '2026-10-15T10:00:00' }),
    entry('adjustment', -1, '瓶', { happened: '2026-10-20T10:00:00' }),
    entry('out', 3, '瓶', { happened: '2026-11-01T08:00:00' }),
  );

  test('opening and movements give the closing', () => {
    expect(
      ledgerTotals(rows, catalogue, { from: '2026-10-01', to: '2026-10-31' }).find(
        ({ item }) => item === '84消毒液 500ml',
      ),
    ).toEqual({
      item: '84消毒液 500ml',
      unit: '瓶',
      opening: 6,
      received: 24,
      returned: 1,
      issued: 6,
      writtenOff: 2,
      adjusted: -1,
      closing: 22,
    });
  });

  test('the closing of a month is the opening of the next', () => {
    const [october] = ledgerTotals(rows, catalogue, { from: '2026-10-01', to: '2026-10-31' });
    const [november] = ledgerTotals(rows, catalogue, { from: '2026-11-01', to: '2026-11-30' });
    expect(november?.opening).toBe(october?.closing);
    expect(november?.closing).toBe(balances(rows, catalogue).get('84消毒液 500ml'));
  });

  test('rows entered later count in the month in which they happened', () => {
    const late = [...rows, row(99, entry('out', 1, '瓶', { happened: '2026-10-09T08:00:00' }))];
    expect(happenedUpTo(late, '2026-10-31')).toHaveLength(8);
    expect(ledgerTotals(late, catalogue, { from: '2026-10-01', to: '2026-10-31' })[0]?.issued).toBe(
      7,
    );
  });
});

describe('what stock is worth', () => {
  test('an issue is valued at the last price paid, a box at the price of its bottles', () => {
    const rows = rowsOf(
      entry('out', 2),
      entry('in', 1, '箱', { price: 120 }),
      entry('out', 2),
      entry('out', 1, '瓶', { item: '东北大米' }),
    );
    const { entries } = valuation(rows, catalogue);
    expect(rows.map(({ id }) => entries.get(id))).toEqual([9, 120, 10, undefined]);
  });

  test('a balance below zero is worth nothing, not less', () => {
    expect(stockValue(rowsOf(entry('out', 5)), catalogue)).toBe(0);
    expect(stockValue(rowsOf(entry('in', 10)), catalogue)).toBe(45);
  });
});
