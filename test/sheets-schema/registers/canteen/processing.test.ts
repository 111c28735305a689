import { describe, expect, test } from 'vitest';
import { processing } from '#schema/registers/canteen/processing.ts';
import { rowsOf, worldWith } from '../../made.ts';
import { measured, says } from '../../said.ts';

const cooked = (more = {}) => ({
  cooked: '2026-11-23T11:00:00',
  meal: 'lunch',
  dish: '红烧肉',
  cook: '马春生',
  ingredients: 'good',
  separated: true,
  cookedThrough: true,
  temperature: 85,
  ...more,
});
const menu = [{ day: '2026-11-23', meal: 'lunch', dish: '红烧肉' }];

describe('加工记录', () => {
  test('70 degrees at the centre are enough; below it is cooked again, and that is written', () => {
    const rows = [
      cooked({ temperature: 70 }),
      cooked({ temperature: 69.5 }),
      cooked({ temperature: 60, measure: '回锅到 80℃' }),
    ];
    expect(says(processing, 'limits-temperature', rows)).toEqual([
      [1, '中心 69.5℃，应满 70℃，请回锅并写措施'],
    ]);
    expect(measured(processing, 'sound', rows)).toEqual([1, 3]);
  });

  test('what is not as it should be needs a measure', () => {
    const rows = [
      cooked({ separated: false }),
      cooked({ cookedThrough: false, measure: '倒掉' }),
      cooked({ ingredients: 'doubtful' }),
      cooked({ ingredients: 'removed' }),
    ];
    expect(says(processing, 'needed-lacking', rows)).toEqual([
      [0, '加工不合格，请补填处理措施'],
      [2, '加工不合格，请补填处理措施'],
    ]);
  });

  test('a meal without a record, and a dish that is not on the menu', () => {
    const now = { now: '2026-11-23T20:00:00' };
    expect(says(processing, 'each-meal', [cooked()], now)).toEqual([
      ['2026-11-23', '11月23日晚餐缺加工记录，请补'],
    ]);
    const rows = [cooked(), cooked({ dish: '回锅肉' })];
    expect(says(processing, 'off-menu', rows, { others: { menu } })).toEqual([
      [1, '菜谱没有“回锅肉”，请补报菜谱变更'],
    ]);
  });

  test('a meal begins with its menu', () => {
    const world = worldWith({ menu: rowsOf(...menu) }, { now: '2026-11-23T10:00:00' });
    const [batch] = processing.batches ?? [];
    expect(batch?.rows(world, { meal: 'lunch' }).map(({ dish }) => dish)).toEqual(['红烧肉']);
    expect(batch?.rows(world, { meal: 'dinner' })).toEqual([]);
    expect(measured(processing, 'made', [cooked()])).toBe(1);
  });
});
