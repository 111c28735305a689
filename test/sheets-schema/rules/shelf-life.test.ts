import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { date, moment, quantity, yesNo } from '#schema/columns.ts';
import { valueAt } from '#schema/row.ts';
import { shelfLife } from '#schema/rules/shelf-life.ts';
import { findingsOf, rowsOf } from '../made.ts';
import { testLaws } from './laws.ts';
import { smallRegister } from './small-register.ts';

const columns = {
  arrived: moment({ zh: '到货', en: 'Arrived' }),
  produced: date({ zh: '生产日期', en: 'Produced' }),
  days: quantity({ zh: '保质期', en: 'Keeps' }),
  kept: yesNo({ zh: '收下', en: 'Kept' }),
};
const rule = shelfLife({
  arrived: 'arrived',
  produced: 'produced',
  shelfDays: 'days',
  columns: ['kept'],
  kept: (row) => valueAt(row, 'kept') === true,
  freshShare: () => 25,
});
const goods = smallRegister(columns, rule);
const says = (produced: string | undefined, days: number | undefined, kept = true) =>
  findingsOf(rule, goods, rowsOf({ arrived: '2026-11-24T06:00:00', produced, days, kept })).map(
    ({ severity, says: said }) => [severity, said],
  );

describe('goods that come in', () => {
  test('are good on their last day when they keep that short, and past it the day after', () => {
    expect(says('2026-11-20', 3)).toEqual([['must', '11月23日已过期，请退货并改验收结果']]);
    expect(says('2026-11-24', 0)).toEqual([]);
  });

  test('have a quarter of their life left', () => {
    expect(says('2026-11-21', 4)).toEqual([]);
    expect(says('2026-11-20', 4)).toEqual([['look', '保质期只剩 0 天，请尽快用完或退货']]);
    expect(says('2026-11-06', 20)).toEqual([['look', '保质期只剩 2 天，请尽快用完或退货']]);
  });

  test('cannot have been made after they came, whether it is said how long they keep or not', () => {
    expect(says('2026-11-25', 30)).toEqual([['must', '生产日期晚于到货，请看包装核对']]);
    expect(says('2026-11-25', undefined)).toHaveLength(1);
  });

  test('without a day, or sent back, are nobody’s concern', () => {
    expect([
      says(undefined, 3),
      says('2026-11-01', undefined),
      says('2026-11-01', 3, false),
    ]).toEqual([[], [], []]);
  });
});

const anyGoods = fc.record({
  arrived: fc.constantFrom('2026-11-24T06:00:00', undefined),
  produced: fc.constantFrom('2026-11-01', '2026-11-23', '2026-11-26', undefined),
  days: fc.constantFrom(3, 30, undefined),
  kept: fc.boolean(),
});

testLaws({
  rule,
  register: goods,
  rows: fc.array(anyGoods, { maxLength: 3 }),
  unrelated: anyGoods,
});
