import type { Period } from '../figure.ts';
import { inSequence, type Row, textAt } from '../row.ts';
import type { World } from '../rule.ts';
import type { Setting } from '../settings.ts';
import { essence, plain } from '../spelling.ts';
import { daysFrom } from '../time.ts';
import { dayOf, type LocalDate, localDate } from '../values.ts';

/** The meals of a day, in their order. */
export const meals = {
  breakfast: { zh: '早餐', en: 'Breakfast' },
  lunch: { zh: '午餐', en: 'Lunch' },
  dinner: { zh: '晚餐', en: 'Dinner' },
  supper: { zh: '夜宵', en: 'Supper' },
} as const;

export type Meal = keyof typeof meals;

const inOrder: readonly Meal[] = ['breakfast', 'lunch', 'dinner', 'supper'];

/** When a meal begins to be served, and when its papers must be there: an hour after the last plate. */
const times: Readonly<Record<Meal, { readonly from: string; readonly over: string }>> = {
  breakfast: { from: '06:30:00', over: '09:30:00' },
  lunch: { from: '11:30:00', over: '14:00:00' },
  dinner: { from: '17:00:00', over: '19:30:00' },
  supper: { from: '20:30:00', over: '23:00:00' },
};

/** The meal that a cell names. */
export function mealIn(row: Pick<Row, 'values'>, column: string): Meal | undefined {
  return inOrder.find((meal) => meal === row.values[column]);
}

/** The meals in words: `早餐、午餐`; words that are no meal are passed over. */
function mealsIn(written: string): readonly Meal[] {
  const words = plain(written).split(/[、,;\s]+/);
  return inOrder.filter((meal) => words.includes(meals[meal].zh));
}

/** A register's own setting: which meals a school day has while no menu says so. */
export const usualMealsSetting: Setting = {
  kind: 'text',
  title: { zh: '没有菜谱时，上学日供哪几餐', en: 'Meals of a school day without a menu' },
  default: '早餐、午餐、晚餐',
  accepts: (said) => mealsIn(said).length > 0,
  source: '学校',
};

/** Which of two meals is earlier, as text that sorts. */
export function mealKey(day: LocalDate, meal: Meal): string {
  return `${day} ${inOrder.indexOf(meal)}`;
}

/** The moment at which a meal begins to be served, as text that sorts like a moment. */
export function beginsAt(day: LocalDate, meal: Meal): string {
  return `${day}T${times[meal].from}`;
}

/** The dishes of each meal by {@link mealKey}: the menu with every reported change worked in. */
export function menuOf(world: World): ReadonlyMap<string, readonly string[]> {
  const menu = new Map<string, string[]>();
  for (const row of world.rows('menu')) {
    const key = keyOf(row);
    const dish = textAt(row, 'dish').trim();
    if (key === undefined || dish === '') continue;
    const dishes = menu.get(key);
    if (dishes) dishes.push(dish);
    else menu.set(key, [dish]);
  }
  for (const change of inSequence(world.rows('menuChanges'))) {
    const key = keyOf(change);
    if (key === undefined) continue;
    const planned = essence(textAt(change, 'dish'));
    const instead = textAt(change, 'instead').trim();
    const kept = (menu.get(key) ?? []).filter((dish) => essence(dish) !== planned);
    menu.set(key, instead === '' ? kept : [...kept, instead]);
  }
  return menu;
}

function keyOf(row: Row): string | undefined {
  const day = localDate.safeParse(textAt(row, 'day'));
  const meal = mealIn(row, 'meal');
  return day.success && meal ? mealKey(day.data, meal) : undefined;
}

/** A meal that has been served. */
export interface ServedMeal {
  readonly day: LocalDate;
  readonly meal: Meal;
  /** As the menu has them; none when it does not say. */
  readonly dishes: readonly string[];
}

/**
 * The meals of some days that are over, in order: those of the menu, and on a school day without a menu the
 * usual ones.
 * @param usual the meals of a school day in words: `早餐、午餐、晚餐`
 */
export function servedMeals(world: World, { from, to }: Period, usual: string): ServedMeal[] {
  const menu = menuOf(world);
  const usualMeals = mealsIn(usual);
  const today = dayOf(world.now);
  return daysFrom(from, to < today ? to : today).flatMap((day) => {
    const planned = inOrder.filter((meal) => (menu.get(mealKey(day, meal))?.length ?? 0) > 0);
    const served = planned.length > 0 ? planned : world.calendar.isSchoolDay(day) ? usualMeals : [];
    return served
      .filter((meal) => `${day}T${times[meal].over}` <= world.now)
      .map((meal) => ({ day, meal, dishes: menu.get(mealKey(day, meal)) ?? [] }));
  });
}

/** How many meals a month's school days have: 全月 60 餐次. */
export function mealsOfMonth(world: World, { from, to }: Period, usual: string): number {
  const days = daysFrom(from, to).filter((day) => world.calendar.isSchoolDay(day));
  return days.length * mealsIn(usual).length;
}

/** The last school day of a month, or its last day when there is none. */
export function lastSchoolDay(world: World, { from, to }: Period): LocalDate {
  return daysFrom(from, to).findLast((day) => world.calendar.isSchoolDay(day)) ?? to;
}
