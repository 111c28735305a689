import { type MealRecord, mealDuties } from '../calculations/meal-duties.ts';
import { servedMeals } from '../calculations/meals.ts';
import type { Figure, Measured } from '../figure.ts';
import type { Label } from '../language.ts';
import { within } from './count.ts';

/**
 * The share, in percent, of the period's meals, or of their dishes, that have their record. It counts from the
 * first record of the register; `expected` counts the meals of the whole period.
 */
export function mealsKept(
  options: MealRecord & {
    readonly title: Label;
    readonly counts: Label;
    readonly target?: number;
  },
): Figure {
  return {
    title: options.title,
    unit: { zh: '%', en: '%' },
    counts: options.counts,
    better: 'higher',
    form: 'share',
    ...(options.target === undefined ? {} : { target: options.target }),
    measure: (rows, period, world): Measured => {
      const whole = mealDuties(rows, options, period, world);
      const part = whole.filter(({ done }) => done);
      const expected = servedMeals(world, period, options.usual(world)).length;
      const mealsDone = new Set(part.map(({ day, meal }) => `${day} ${meal}`));
      return {
        value: whole.length === 0 ? undefined : (part.length / whole.length) * 100,
        part: part.length,
        whole: whole.length,
        rows: within(rows, options.happened, period).map(({ id }) => id),
        expected,
        recorded: mealsDone.size,
      };
    },
  };
}
