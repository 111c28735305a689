import { describe, expect, test } from 'vitest';
import { foodSamples } from '#schema/registers/canteen/food-samples.ts';
import { day } from '../../autumn.ts';
import { rowsOf, worldWith } from '../../made.ts';
import { measured, planned, says } from '../../said.ts';

const sample = (dish: string, more = {}) => ({
  kept: '2026-11-23T11:20:00',
  meal: 'lunch',
  dish,
  grams: 130,
  temperature: 4,
  by: '林小梅',
  ...more,
});
const dish = (name: string, meal = 'lunch') => ({ day: '2026-11-23', meal, dish: name });
const others = { menu: [dish('米饭'), dish('红烧肉'), dish('青菜'), dish('炒面', 'dinner')] };

describe('食品留样', () => {
  test('each dish of each meal: the lunch that lacks two, the dinner that lacks its one', () => {
    const now = { others, now: '2026-11-23T23:00:00' };
    expect(says(foodSamples, 'each-dish', [sample('米饭')], now)).toEqual([
      ['2026-11-23 lunch', '11月23日午餐缺留样：红烧肉等2道，请查明'],
      ['2026-11-23 dinner', '11月23日晚餐缺留样：炒面，请查明'],
    ]);
    const whole = [...others.menu].map(({ dish: name, meal }) => sample(name, { meal }));
    expect(says(foodSamples, 'each-dish', whole, now)).toEqual([]);
  });

  test('where no menu is kept, a meal without any sample', () => {
    const now = { now: '2026-11-23T23:00:00' };
    expect(says(foodSamples, 'each-dish', [sample('米饭')], now)).toEqual([
      ['2026-11-23 dinner', '11月23日晚餐缺留样，请查明'],
    ]);
  });

  test('a sample of what the menu does not have was changed and not reported', () => {
    expect(says(foodSamples, 'off-menu', [sample('回锅肉'), sample('青菜')], { others })).toEqual([
      [0, '菜谱没有“回锅肉”，请补报菜谱变更'],
    ]);
  });

  test('125 g are enough, 124 are not', () => {
    const rows = [sample('米饭', { grams: 125 }), sample('青菜', { grams: 124 })];
    expect(says(foodSamples, 'limits-grams', rows)).toEqual([
      [1, '留样 124 克，应满 125 克，请补足'],
    ]);
  });

  test('thrown away before 48 hours are over', () => {
    const rows = [
      sample('米饭', { discarded: '2026-11-25T11:20:00' }),
      sample('青菜', { discarded: '2026-11-25T11:19:00' }),
      sample('红烧肉', { discarded: '2026-11-23T10:00:00' }),
    ];
    expect(says(foodSamples, 'thrown-early', rows)).toEqual([
      [1, '只留了 47 小时，应满 48，请核对'],
    ]);
    expect(says(foodSamples, 'in-order-kept-discarded', rows).map(([place]) => place)).toEqual([2]);
    expect(
      says(foodSamples, 'together-discarded-discardedBy', rows).map(([place]) => place),
    ).toEqual([0, 1, 2]);
  });

  test('the fridge has 0 to 8 degrees', () => {
    const rows = [-1, 0, 8, 9].map((temperature) => sample('米饭', { temperature }));
    expect(says(foodSamples, 'limits-temperature', rows)).toEqual([
      [0, '柜温 -1℃，不能低于 0℃，请调'],
      [3, '柜温 9℃，不能高于 8℃，请调'],
    ]);
  });

  test('after a week it is thrown away', () => {
    const rows = [
      sample('米饭', { kept: '2026-11-17T11:00:00' }),
      sample('青菜', { kept: '2026-11-16T11:00:00' }),
    ];
    expect(says(foodSamples, 'signed-by-discarded', rows)).toEqual([
      [1, '留样久未倒掉，请倒掉并登记'],
    ]);
  });

  test('a meal begins with its menu, changes worked in', () => {
    const world = worldWith(
      {
        menu: rowsOf(...others.menu),
        menuChanges: rowsOf({ ...dish('青菜'), instead: '菠菜' }),
      },
      { now: '2026-11-23T11:20:00' },
    );
    const [batch] = foodSamples.batches ?? [];
    expect(batch?.rows(world, { meal: 'lunch' })).toEqual([
      { dish: '米饭' },
      { dish: '红烧肉' },
      { dish: '菠菜' },
    ]);
    expect(batch?.rows(world, {})).toEqual([]);
  });

  test('kept of those due, and sound of those kept', () => {
    const rows = [
      sample('米饭'),
      sample('红烧肉', { grams: 90 }),
      sample('青菜', { discarded: '2026-11-23T20:00:00' }),
    ];
    const now = { others, now: '2026-11-23T23:00:00' };
    const period = { period: { from: day('2026-11-23'), to: day('2026-11-23') } };
    expect(measured(foodSamples, 'kept', rows, { ...now, ...period })).toEqual([3, 4]);
    expect(measured(foodSamples, 'sound', rows, now)).toEqual([1, 3]);
    expect(measured(foodSamples, 'samples', rows, now)).toBe(3);
  });

  test('the plan counts the meals of the month', () => {
    expect(planned(foodSamples, [])).toEqual([['每餐每道菜留样', '食品安全员', '2026-12-31']]);
    expect(planned(foodSamples, [], { month: '2027-02' })).toHaveLength(1);
    expect(planned(foodSamples, [], { month: '2027-08' })).toEqual([]);
  });
});
