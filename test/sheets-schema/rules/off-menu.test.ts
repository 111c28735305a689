import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meals } from '#schema/calculations/meals.ts';
import { choice, moment, text } from '#schema/columns.ts';
import { offMenu } from '#schema/rules/off-menu.ts';
import { findingsOf, rowsOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { smallRegister } from './small-register.ts';

const columns = {
  cooked: moment({ zh: '出锅', en: 'Cooked' }),
  meal: choice({ zh: '餐次', en: 'Meal' }, meals),
  dish: text({ zh: '菜名', en: 'Dish' }),
};
const rule = offMenu({ happened: 'cooked', meal: 'meal', dish: 'dish' });
const kitchen = smallRegister(columns, rule);
const world = worldWith({
  menu: rowsOf(
    { day: '2026-11-23', meal: 'lunch', dish: '红烧肉' },
    { day: '2026-11-23', meal: 'lunch', dish: '青菜' },
  ),
  menuChanges: rowsOf({ day: '2026-11-23', meal: 'lunch', dish: '青菜', instead: '菠菜' }),
});
const says = (dish: string, cooked = '2026-11-23T11:00:00') =>
  findingsOf(rule, kitchen, rowsOf({ cooked, meal: 'lunch', dish }), world).map(
    ({ column, severity, says: said }) => [column, severity, said],
  );

describe('what was cooked', () => {
  test('stands on the menu, or its change was reported', () => {
    expect([says('红烧肉'), says('菠 菜')]).toEqual([[], []]);
  });

  test('a dish that nobody reported, or one that was replaced, is asked about', () => {
    expect(says('回锅肉')).toEqual([['dish', 'must', '菜谱没有“回锅肉”，请补报菜谱变更']]);
    expect(says('青菜')).toHaveLength(1);
  });

  test('without a day or a meal there is no menu to look at', () => {
    const odd = rowsOf(
      { meal: 'lunch', dish: '回锅肉' },
      { cooked: '2026-11-23T11:00:00', dish: '回锅肉' },
      { dish: '回锅肉' },
    );
    expect(findingsOf(rule, kitchen, odd, world)).toEqual([]);
  });

  test('a meal without a menu, and a row without a dish, are not judged', () => {
    expect([says('回锅肉', '2026-11-24T11:00:00'), says(' ')]).toEqual([[], []]);
  });
});

const anyDish = fc.record({
  cooked: fc.constantFrom('2026-11-23T11:00:00', '2026-11-24T11:00:00', undefined),
  meal: fc.constantFrom('lunch', 'dinner'),
  dish: fc.constantFrom('红烧肉', '青菜', '菠菜', undefined),
});

testLaws({
  rule,
  register: kitchen,
  rows: fc.array(anyDish, { maxLength: 3 }),
  unrelated: anyDish,
  world,
});
