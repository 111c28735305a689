import type { Period } from '../figure.ts';
import type { Label } from '../language.ts';
import { type Row, textAt } from '../row.ts';
import type { World } from '../rule.ts';
import { essence } from '../spelling.ts';
import { type LocalDate, localDate } from '../values.ts';
import { monthAndDay } from '../wording.ts';
import { type Meal, mealIn, mealKey, meals, servedMeals } from './meals.ts';

/** The columns by which a row is the record of a meal, or of one of its dishes. */
export interface MealRecord {
  /** Column with the day or moment. */
  readonly happened: string;
  readonly meal: string;
  /** Column with the dish, when each dish has its own record. */
  readonly dish?: string;
  /** The meals of a school day without a menu, in words. */
  readonly usual: (world: World) => string;
  /** Which rows are such a record; all when absent. */
  readonly where?: (row: Row) => boolean;
}

/** Something that a meal asks for, and whether it is there. */
export interface MealDuty {
  readonly day: LocalDate;
  readonly meal: Meal;
  /** '' when it is asked of the meal as a whole. */
  readonly dish: string;
  readonly done: boolean;
}

/**
 * What the meals of some days ask for, from the first record on: one record a meal, or one a dish where the
 * menu names the dishes. Nothing without a first record: a register that is not kept yet misses nothing.
 */
export function mealDuties(
  rows: readonly Row[],
  record: MealRecord,
  period: Period,
  world: World,
): MealDuty[] {
  const made = rows.filter((row) => record.where?.(row) ?? true);
  const keys = made.flatMap((row) => recordKey(row, record) ?? []);
  const first = keys.reduce<string | undefined>(
    (so, key) => (so === undefined || key < so ? key : so),
    undefined,
  );
  if (first === undefined) return [];
  const { dish } = record;
  const ofMeals = new Set(keys);
  const ofDishes = new Set(
    dish === undefined
      ? []
      : made.map((row) => `${recordKey(row, record)} ${essence(textAt(row, dish))}`),
  );
  return servedMeals(world, period, record.usual(world))
    .filter(({ day, meal }) => mealKey(day, meal) >= first)
    .flatMap(({ day, meal, dishes }): MealDuty[] => {
      const key = mealKey(day, meal);
      return dish === undefined || dishes.length === 0
        ? [{ day, meal, dish: '', done: ofMeals.has(key) }]
        : dishes.map((name) => ({
            day,
            meal,
            dish: name,
            done: ofDishes.has(`${key} ${essence(name)}`),
          }));
    });
}

/** A day with the meals that lack something, in words: `11月20日早餐晚餐`. */
export function mealsNamed(missing: readonly [MealDuty, ...MealDuty[]]): Label {
  const [{ day }] = missing;
  const which = [...new Set(missing.map(({ meal }) => meal))];
  return {
    zh: `${monthAndDay(day)}${which.map((meal) => meals[meal].zh).join('')}`,
    en: `${which.map((meal) => meals[meal].en).join(', ')} of ${day}`,
  };
}

function recordKey(row: Row, { happened, meal }: MealRecord): string | undefined {
  const day = localDate.safeParse(textAt(row, happened).slice(0, 10));
  const which = mealIn(row, meal);
  return day.success && which ? mealKey(day.data, which) : undefined;
}
