import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mealsNamed } from '#schema/calculations/meal-duties.ts';
import { meals } from '#schema/calculations/meals.ts';
import type { Columns } from '#schema/columns.ts';
import { choice, moment, text } from '#schema/columns.ts';
import type { Values } from '#schema/row.ts';
import type { Rule } from '#schema/rule.ts';
import { eachMeal } from '#schema/rules/each-meal.ts';
import { autumn } from '../autumn.ts';
import { findingsOf, rowsOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { smallRegister } from './small-register.ts';

const columns = {
  done: moment({ zh: '时间', en: 'When' }),
  meal: choice({ zh: '餐次', en: 'Meal' }, meals),
  dish: text({ zh: '菜名', en: 'Dish' }),
};
const record = {
  happened: 'done',
  meal: 'meal',
  usual: () => '午餐、晚餐',
  lookBack: () => 7,
} as const;
const ofMeals = eachMeal({ ...record, message: (missing) => mealsNamed(missing) });
const ofDishes = eachMeal({
  ...record,
  dish: 'dish',
  message: (missing) => ({
    zh: `${mealsNamed(missing).zh}：${missing.map(({ dish }) => dish).join('、')}`,
    en: '',
  }),
});
const log = smallRegister(columns, ofMeals);
const did = (done: string, meal: string, dish = '米饭') => ({ done, meal, dish });
const dish = (day: string, meal: string, name: string) => ({ day, meal, dish: name });

function left(
  rows: readonly Values<Columns>[],
  {
    rule = ofMeals,
    now = '2026-11-24T09:00:00',
    menu = [],
    changes = [],
  }: {
    readonly rule?: Rule;
    readonly now?: string;
    readonly menu?: readonly Values<Columns>[];
    readonly changes?: readonly Values<Columns>[];
  } = {},
) {
  const world = worldWith(
    { calendar: autumn, menu: rowsOf(...menu), menuChanges: rowsOf(...changes) },
    { now },
  );
  return findingsOf(rule, log, rowsOf(...rows), world).map(({ about, says }) => [about, says]);
}

describe('every meal has its record', () => {
  const began = did('2026-11-19T11:00:00', 'lunch');

  test('from the first record on, one line a day', () => {
    expect(left([began, did('2026-11-20T17:00:00', 'dinner')])).toEqual([
      ['2026-11-19', '11月19日晚餐'],
      ['2026-11-20', '11月20日午餐'],
      ['2026-11-23', '11月23日午餐晚餐'],
    ]);
  });

  test('nothing is missing of a register that has no record yet', () => {
    expect(left([])).toEqual([]);
  });

  test('a meal counts as served an hour after it ended', () => {
    const rows = [did('2026-11-23T17:00:00', 'dinner')];
    expect(left(rows, { now: '2026-11-24T13:59:00' })).toEqual([]);
    expect(left(rows, { now: '2026-11-24T14:00:00' })).toEqual([['2026-11-24', '11月24日午餐']]);
  });

  test('what was left out longer ago than is looked back is let be', () => {
    const rows = [did('2026-11-02T11:00:00', 'lunch')];
    expect(left(rows).map(([about]) => about)).toEqual([
      '2026-11-17',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-23',
    ]);
  });

  test('the menu says which meals there were, on a day off too', () => {
    const menu = [dish('2026-11-21', 'breakfast', '粥'), dish('2026-11-20', 'lunch', '米饭')];
    const rows = [began, did('2026-11-19T17:00:00', 'dinner'), did('2026-11-23T12:00:00', 'lunch')];
    expect(left(rows, { menu })).toEqual([
      ['2026-11-20', '11月20日午餐'],
      ['2026-11-21', '11月21日早餐'],
      ['2026-11-23', '11月23日晚餐'],
    ]);
  });
});

describe('every dish has its record', () => {
  const menu = [
    dish('2026-11-23', 'lunch', '米饭'),
    dish('2026-11-23', 'lunch', '红烧肉'),
    dish('2026-11-23', 'lunch', '青菜'),
  ];

  test('one line a meal, with what is missing', () => {
    expect(left([did('2026-11-23T11:00:00', 'lunch')], { rule: ofDishes, menu })).toEqual([
      ['2026-11-23 lunch', '11月23日午餐：红烧肉、青菜'],
    ]);
  });

  test('a reported change is worked in: what is made instead needs it, what was dropped does not', () => {
    const changes = [
      { day: '2026-11-23', meal: 'lunch', dish: '红烧肉', instead: '土豆烧肉' },
      { day: '2026-11-23', meal: 'lunch', dish: '青菜' },
    ];
    const rows = [did('2026-11-23T11:00:00', 'lunch')];
    expect(left(rows, { rule: ofDishes, menu, changes })).toEqual([
      ['2026-11-23 lunch', '11月23日午餐：土豆烧肉'],
    ]);
  });

  test('punctuation and width make no other dish', () => {
    const rows = ['米饭', '红烧肉 ', '“青菜”'].map((name) =>
      did('2026-11-23T11:00:00', 'lunch', name),
    );
    expect(left(rows, { rule: ofDishes, menu })).toEqual([]);
  });

  test('without a menu one record will do for the meal', () => {
    const rows = [did('2026-11-20T11:00:00', 'lunch')];
    expect(left(rows, { rule: ofDishes, now: '2026-11-23T08:00:00' })).toEqual([
      ['2026-11-20 dinner', '11月20日晚餐：'],
    ]);
  });
});

const anyRecord = fc.record({
  done: fc.constantFrom('2026-11-19T11:30:00', '2026-11-20T12:00:00', '2026-11-23T11:00:00'),
  meal: fc.constantFrom('lunch', 'dinner'),
  dish: fc.constantFrom('米饭', '红烧肉'),
});

testLaws({
  rule: ofMeals,
  register: log,
  rows: fc.array(anyRecord, { maxLength: 4 }),
  unrelated: fc.record({ dish: fc.constantFrom('米饭', '面条') }),
  world: worldWith({ calendar: autumn }, { now: '2026-11-24T09:00:00' }),
});
