import { describe, expect, test } from 'vitest';
import { mealCompanions } from '#schema/registers/canteen/meal-companions.ts';
import { day } from '../../autumn.ts';
import { measured, planned, says } from '../../said.ts';

const ate = (on: string, meal: string, more = {}) => ({
  ate: `${on}T12:00:00`,
  meal,
  companion: '梁雅琴',
  verdict: 'good',
  ...more,
});

describe('陪餐记录', () => {
  test('a meal at which nobody ate along', () => {
    const rows = [ate('2026-11-23', 'breakfast'), ate('2026-11-23', 'dinner')];
    expect(says(mealCompanions, 'each-meal', rows)).toEqual([
      ['2026-11-23', '11月23日午餐无人陪餐，请补记'],
    ]);
    const period = { from: day('2026-11-23'), to: day('2026-11-23') };
    expect(measured(mealCompanions, 'kept', rows, { period })).toEqual([2, 3]);
  });

  test('what was not good is said, and seen to within two days', () => {
    const bad = (on: string, more = {}) =>
      ate(on, 'lunch', { verdict: 'bad', found: '汤偏咸', ...more });
    const rows = [
      bad('2026-11-21'),
      bad('2026-11-22'),
      bad('2026-11-02', { measure: '已改' }),
      bad('2026-11-23', { found: undefined }),
      ate('2026-11-02', 'lunch', { verdict: 'fair' }),
    ];
    expect(says(mealCompanions, 'not-followed-up', rows)).toEqual([
      [0, '问题还没写处理结果，请补填'],
    ]);
    expect(says(mealCompanions, 'needed-bad', rows)).toEqual([[3, '评价有问题，请补填发现的问题']]);
    expect(measured(mealCompanions, 'content', rows)).toEqual([0, 5]);
    expect(measured(mealCompanions, 'times', rows)).toBe(5);
  });

  test('the plan has a line for the month, none for a month without school', () => {
    expect(planned(mealCompanions, [])).toEqual([['负责人每餐陪餐', '分管副校长', '2026-12-31']]);
    expect(planned(mealCompanions, [], { month: '2027-08' })).toEqual([]);
  });
});
