import type { Columns } from '../columns.ts';
import type { Values } from '../row.ts';
import { daysBetween } from '../time.ts';
import { localDate } from '../values.ts';
import type { DemoSchool } from './school.ts';

type Entry = Values<Columns>;

const left = ['清炒西葫芦', '白菜炖豆腐', '炒豆芽', '胡萝卜丝', '茄子烧豆角'];

/** Lunch and dinner of each day that the canteen counted, weighed; more each week of the last month. */
export function demoLeftovers(school: DemoSchool): readonly Entry[] {
  const chance = school.chance('leftovers');
  const served = school
    .rows('diners')
    .filter(({ meal, day }) => (meal === 'lunch' || meal === 'dinner') && day !== school.today);
  return served.map((counted): Entry => {
    const day = localDate.parse(counted.day);
    const ago = daysBetween(day, school.today);
    const grams = 44 + (ago < 28 ? Math.floor((28 - ago) / 7) * 6 : 0) + chance.between(-4, 4);
    return {
      day,
      meal: counted.meal,
      weight: Math.round((Number(counted.diners) * grams) / 100) / 10,
      dish: chance.pick(left),
      weighedBy: chance.pick(['朱丽华', '高建华']),
    };
  });
}
