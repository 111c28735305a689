import { type MealDuty, type MealRecord, mealDuties } from '../calculations/meal-duties.ts';
import type { Finding } from '../finding.ts';
import type { Label } from '../language.ts';
import type { Rule, World } from '../rule.ts';
import { plusDays } from '../time.ts';
import { dayOf } from '../values.ts';

/**
 * Every meal that was served has its record, or every dish of it. One finding a day, or one a meal when each dish
 * has a record of its own, so that a forgotten day is one line. Meals before the register's first record, and
 * those longer ago than is looked back, are not judged.
 *
 * @param lookBack days that are looked back: what was left out longer ago cannot be made good
 * @param message said for all that is missing of a day, or of a meal
 */
export function eachMeal<const K extends string>(
  rule: MealRecord & {
    readonly happened: K;
    readonly meal: K;
    readonly dish?: K;
    readonly lookBack: (world: World) => number;
    readonly message: (missing: readonly [MealDuty, ...MealDuty[]]) => Label;
  },
): Rule<K> {
  const { dish } = rule;
  const key = dish === undefined ? 'each-meal' : 'each-dish';
  return {
    key,
    columns: [rule.happened, rule.meal, ...(dish === undefined ? [] : [dish])],
    reads: ['menu', 'menuChanges'],
    catches:
      dish === undefined
        ? { zh: '有一餐没有记录', en: 'A meal without its record' }
        : { zh: '有一道菜没有记录', en: 'A dish without its record' },
    check: (register, rows, world) => {
      const today = dayOf(world.now);
      const days = { from: plusDays(today, -rule.lookBack(world)), to: today };
      const missing = mealDuties(rows, rule, days, world).filter(({ done }) => !done);
      const together = Map.groupBy(missing, ({ day, meal }) =>
        dish === undefined ? day : `${day} ${meal}`,
      );
      return [...together].flatMap(([about, [first, ...others]]): Finding[] =>
        first === undefined
          ? []
          : [
              {
                register: register.key,
                rule: key,
                severity: 'must',
                about,
                message: rule.message([first, ...others]),
              },
            ],
      );
    },
  };
}
