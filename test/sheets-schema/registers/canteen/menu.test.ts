import { describe, expect, test } from 'vitest';
import { menu } from '#schema/registers/canteen/menu.ts';
import { rowsOf, worldWith } from '../../made.ts';
import { measured, planned, says } from '../../said.ts';

const dish = (day: string, name: string, meal = 'lunch') => ({ day, meal, dish: name });

describe('菜谱', () => {
  test('a dish stands once in a meal; in another meal or on another day it may come again', () => {
    const rows = [
      dish('2026-11-23', '红烧肉'),
      dish('2026-11-23', '红烧肉', 'dinner'),
      dish('2026-11-24', '红烧肉'),
      dish('2026-11-23', '红烧肉 '),
    ];
    expect(says(menu, 'unique-dish-meal-day', rows)).toEqual([
      [3, '这一餐“红烧肉”写了两次，请删一行'],
    ]);
  });

  test('a school makes no cold, raw or high-risk dishes, however they are dressed', () => {
    const rows = [
      dish('2026-11-23', '干煸四季豆'),
      dish('2026-11-23', '凉拌黄瓜'),
      dish('2026-11-23', '荷兰豆炒腊肠'),
    ];
    expect(says(menu, 'forbidden', rows)).toEqual([
      [0, '学校食堂禁做“四季豆”，请换菜'],
      [1, '学校食堂禁做“凉拌”，请换菜'],
    ]);
  });

  test('today and the next school day have a menu; a day off needs none', () => {
    const friday = { now: '2026-11-27T09:00:00' };
    expect(says(menu, 'unpublished', [dish('2026-11-27', '红烧肉')], friday)).toEqual([]);
    expect(says(menu, 'unpublished', [dish('2026-11-23', '红烧肉')])).toEqual([
      ['2026-11-24', '11月24日还没有菜谱，请填好公布'],
      ['2026-11-25', '11月25日还没有菜谱，请填好公布'],
    ]);
    expect(says(menu, 'unpublished', [])).toEqual([]);
  });

  test('a day begins with the menu of two weeks before', () => {
    const world = worldWith({
      menu: rowsOf(
        { ...dish('2026-11-17', '红烧鸡腿'), kind: 'meat' },
        dish('2026-11-18', '糖醋里脊'),
      ),
    });
    const [batch] = menu.batches ?? [];
    expect(batch?.rows(world, { day: '2026-12-01' })).toEqual([
      { meal: 'lunch', dish: '红烧鸡腿', kind: 'meat' },
    ]);
  });

  test('meals and different dishes of a period', () => {
    const rows = [
      dish('2026-11-23', '米饭'),
      dish('2026-11-23', '红烧肉'),
      dish('2026-11-23', '米饭', 'dinner'),
      dish('2026-10-23', '面条'),
    ];
    expect([measured(menu, 'served', rows), measured(menu, 'variety', rows)]).toEqual([2, 2]);
  });

  test('the plan asks for the menu by the last school day', () => {
    expect(planned(menu, [])).toEqual([['按周公布菜谱', '食堂班长', '2026-12-31']]);
  });
});
