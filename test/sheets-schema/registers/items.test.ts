import { describe, expect, test } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { items } from '#schema/registers/stock/items.ts';
import type { Values } from '#schema/row.ts';
import { daysOfMonth } from '#schema/time.ts';
import { findingsOf, rowsOf, ruleOf, worldWith } from '../made.ts';

const says = (rule: string, values: Values<Columns>) =>
  findingsOf(ruleOf(items, rule), items, rowsOf(values)).map(({ column, says: message }) => [
    column,
    message,
  ]);

describe('物品目录', () => {
  test('a pack needs its quantity, a quantity its pack', () => {
    expect(says('together-packUnit-packFactor', { packUnit: '箱' })).toHaveLength(1);
    expect(says('together-packFactor-packUnit', { packFactor: 24 })).toHaveLength(1);
    expect(says('together-packUnit-packFactor', { packUnit: '箱', packFactor: 24 })).toEqual([]);
  });

  test('a pack is no unit, and never of nothing', () => {
    expect(says('pack-of-itself', { unit: '瓶', packUnit: '瓶 ', packFactor: 24 })).toEqual([
      ['packUnit', '包装单位与单位相同，请改成整件的单位'],
    ]);
    expect(says('pack-of-itself', { unit: '瓶', packUnit: '箱', packFactor: 0 })).toEqual([
      ['packFactor', '每件数量要大于 0，请核对'],
    ]);
    expect(says('pack-of-itself', { unit: '瓶', packUnit: '箱', packFactor: 24 })).toEqual([]);
    expect(says('pack-of-itself', { unit: '瓶' })).toEqual([]);
  });

  test('the minimum is not over the maximum; both may be equal', () => {
    expect(says('minimum-over-maximum', { minimum: 10, maximum: 9 })).toEqual([
      ['minimum', '最低库存高于最高库存，请核对两个数'],
    ]);
    expect(says('minimum-over-maximum', { minimum: 10, maximum: 10 })).toEqual([]);
    expect(says('minimum-over-maximum', { minimum: 10 })).toEqual([]);
  });

  test('what is below its minimum is one line of the plan and its own lines of the purchases', () => {
    const list = rowsOf(
      { name: '抽纸', unit: '包', category: 'cleaning', minimum: 96, maximum: 480, price: 3.2 },
      { name: '粉笔', unit: '盒', category: 'teaching', minimum: 5, price: 4 },
    );
    const movements = rowsOf({ direction: 'opening', item: '抽纸', quantity: 10 });
    const world = worldWith({ items: list, movements });
    const month = { month: '2026-12', ...daysOfMonth('2026-12') };
    expect(items.plan?.tasks?.(list, month, world)).toMatchObject([
      { what: '补足低于最低库存的物品 2 种', owner: '采购员', due: '2026-12-10' },
    ]);
    expect(
      items.plan
        ?.purchases?.(list, month, world)
        .map(({ item, quantity, purpose }) => [item, quantity, purpose]),
    ).toEqual([
      ['抽纸', 470, '清洁用品补库'],
      ['粉笔', 10, '教学用品补库'],
    ]);
    expect(items.plan?.tasks?.(list, month, worldWith({ items: list }))).toEqual([]);
  });
});
