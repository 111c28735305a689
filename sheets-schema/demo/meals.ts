import { beginsAt, type Meal, mealIn } from '../calculations/meals.ts';
import { daysFrom, plusDays, weekdayOf } from '../time.ts';
import { type LocalDate, localDate } from '../values.ts';
import type { DemoSchool } from './school.ts';

export type DemoDishKind = 'staple' | 'meat' | 'half' | 'vegetable' | 'soup' | 'extra';

type Dish = readonly [name: string, kind: DemoDishKind];

const everyBreakfast: readonly Dish[] = [['煮鸡蛋', 'extra']];

const rice: Dish = ['白米饭', 'staple'];

/** Breakfast, lunch and dinner of Monday to Friday. */
const week: readonly (readonly [readonly Dish[], readonly Dish[], readonly Dish[]])[] = [
  [
    [['鲜肉包', 'staple']],
    [
      rice,
      ['土豆烧牛肉', 'meat'],
      ['西红柿炒蛋', 'half'],
      ['清炒小白菜', 'vegetable'],
      ['紫菜蛋花汤', 'soup'],
    ],
    [
      ['鱼香肉丝', 'half'],
      ['蒜蓉西兰花', 'vegetable'],
    ],
  ],
  [
    [['小米粥', 'staple']],
    [
      rice,
      ['红烧鸡腿', 'meat'],
      ['青椒肉丝', 'half'],
      ['蚝油生菜', 'vegetable'],
      ['冬瓜排骨汤', 'soup'],
    ],
    [
      ['家常豆腐', 'half'],
      ['醋溜白菜', 'vegetable'],
    ],
  ],
  [
    [['葱花卷', 'staple']],
    [
      rice,
      ['糖醋里脊', 'meat'],
      ['木须肉', 'half'],
      ['清炒菠菜', 'vegetable'],
      ['玉米胡萝卜汤', 'soup'],
    ],
    [
      ['宫保鸡丁', 'half'],
      ['炒三丝', 'vegetable'],
    ],
  ],
  [
    [['南瓜粥', 'staple']],
    [
      rice,
      ['清蒸鲈鱼块', 'meat'],
      ['芹菜炒肉', 'half'],
      ['手撕包菜', 'vegetable'],
      ['番茄豆腐汤', 'soup'],
    ],
    [
      ['洋葱炒肉片', 'half'],
      ['清炒油麦菜', 'vegetable'],
    ],
  ],
  [
    [['三鲜馄饨', 'staple']],
    [
      rice,
      ['板栗烧鸡', 'meat'],
      ['肉末蒸蛋', 'half'],
      ['清炒莴笋', 'vegetable'],
      ['海带骨头汤', 'soup'],
    ],
    [
      ['香菇肉片', 'half'],
      ['炝炒土豆丝', 'vegetable'],
    ],
  ],
];

/** Days ahead for which there is a menu. */
const ahead = 4;

/** The menu of the demo school, for two months and the days just ahead. */
export function demoMenu(school: DemoSchool): readonly {
  readonly day: LocalDate;
  readonly meal: Meal;
  readonly dish: string;
  readonly kind: DemoDishKind;
}[] {
  const days = daysFrom(school.from, plusDays(school.today, ahead));
  return days
    .filter((day) => school.isSchoolDay(day))
    .flatMap((day) => {
      const [breakfast = [], lunch = [], dinner = []] = week[(weekdayOf(day) + 4) % 5] ?? [];
      const planned = { breakfast: [...breakfast, ...everyBreakfast], lunch, dinner };
      return (['breakfast', 'lunch', 'dinner'] as const).flatMap((meal) =>
        planned[meal].map(([dish, kind]) => ({ day, meal, dish, kind })),
      );
    });
}

/** One meal that the demo school has served. */
export interface DemoMeal {
  readonly day: LocalDate;
  readonly meal: Meal;
  readonly dishes: readonly string[];
}

/** The meals served before the demo's moment, in order, with the dishes that were really cooked. */
export function demoMeals(school: DemoSchool): readonly DemoMeal[] {
  const changes = school.rows('menuChanges');
  const groups = Map.groupBy(school.rows('menu'), ({ day, meal }) => `${day} ${meal}`);
  return [...groups.values()].flatMap((rows): DemoMeal[] => {
    const [first] = rows;
    const day = localDate.safeParse(first?.day);
    const meal = first && mealIn({ values: first }, 'meal');
    if (!day.success || !meal || beginsAt(day.data, meal) >= school.now) return [];
    const dishes = rows.map(({ dish }) => {
      const change = changes.find(
        (one) => one.day === day.data && one.meal === meal && one.dish === dish,
      );
      return String(change?.instead ?? dish);
    });
    return [{ day: day.data, meal, dishes }];
  });
}

/** Minutes after midnight at which the demo's canteen writes about a meal, shortly before it is served. */
export const demoMealMinutes: Readonly<Record<Meal, number>> = {
  breakfast: 380,
  lunch: 680,
  dinner: 1015,
  supper: 1225,
};
