import type { Columns } from '../columns.ts';
import type { Values } from '../row.ts';
import { plusDays, weekdayOf } from '../time.ts';
import { momentOn } from './moment.ts';
import { demoPlaces } from './places.ts';
import type { DemoSchool } from './school.ts';

type Entry = Values<Columns>;

/** What the evening round found: more on Fridays, and one room again and again. */
export function demoLights(school: DemoSchool): readonly Entry[] {
  const chance = school.chance('lightsLeftOn');
  const rooms = demoPlaces.filter(({ kind }) => kind === 'classroom' || kind === 'functionRoom');
  const days = school.days().filter((day) => school.isSchoolDay(day) && day < school.today);
  const found = days.flatMap((day) => {
    const often = weekdayOf(day) === 5 ? chance.between(1, 3) : chance.between(0, 1);
    return Array.from({ length: often }, (_, index): Entry => {
      const what = chance.pick(['lights', 'lights', 'lights', 'fan', 'screen', 'airConditioner']);
      return {
        found: momentOn(day, 1075 + index * 4),
        place: chance.pick(rooms).name,
        what,
        number: what === 'lights' ? chance.between(2, 9) : 1,
        foundBy: chance.pick(['彭少华', '邓立军']),
      };
    });
  });
  const again = [12, 8, 4].map((ago): Entry => {
    const day = plusDays(school.today, -ago);
    return {
      found: momentOn(day, 1095),
      place: '实验楼 音乐教室',
      what: 'airConditioner',
      number: 1,
      foundBy: '邓立军',
    };
  });
  return [...found, ...again].toSorted((a, b) => (String(a.found) < String(b.found) ? -1 : 1));
}
