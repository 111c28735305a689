import type { Columns } from '../columns.ts';
import type { Values } from '../row.ts';
import { plusDays } from '../time.ts';
import { demoMealMinutes, demoMeals } from './meals.ts';
import { momentOn } from './moment.ts';
import type { DemoSchool } from './school.ts';

/** How many meals before the last each lapse happened. */
const forgotten = 4;
const light = 7;
const early = 12;

/**
 * A sample of each dish of each meal, thrown away on the third day. Among the last meals one dish has no sample, one
 * sample is light and one was thrown away early.
 */
export function demoFoodSamples(school: DemoSchool): readonly Values<Columns>[] {
  const chance = school.chance('foodSamples');
  const served = demoMeals(school);
  return served.flatMap(({ day, meal, dishes }, index) => {
    const before = served.length - index;
    return dishes.flatMap((dish, place): Values<Columns>[] => {
      const grams = 130 + 5 * chance.between(0, 8);
      const warmth = chance.between(2, 5);
      if (before === forgotten && place === 1) return [];
      const discarded =
        before === early && place === 0
          ? momentOn(plusDays(day, 1), demoMealMinutes[meal] + 200)
          : momentOn(plusDays(day, 3), 460);
      return [
        {
          kept: momentOn(day, demoMealMinutes[meal] + place),
          meal,
          dish,
          grams: before === light && place === 1 ? 90 : grams,
          place: '食堂留样柜',
          temperature: warmth,
          by: chance.percent(80) ? '林小梅' : '朱丽华',
          ...(discarded <= school.now ? { discarded, discardedBy: '林小梅' } : {}),
        },
      ];
    });
  });
}
