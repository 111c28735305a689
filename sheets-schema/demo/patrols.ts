import { patrolTimes } from '../calculations/patrol-times.ts';
import { plusDays } from '../time.ts';
import { momentOn } from './moment.ts';
import type { DemoSchool } from './school.ts';

/** The last month of patrols, or those since a day, at drawn times; on one day the switch room was left out. */
export function demoPatrols(school: DemoSchool, from = plusDays(school.today, -31)) {
  const chance = school.chance('patrols');
  const missed = plusDays(school.today, -2);
  return school
    .days()
    .filter((day) => day >= from && day < school.today)
    .flatMap((day) =>
      school.rows('patrolPoints').flatMap(({ name, times }) =>
        patrolTimes({
          day,
          from: 19 * 60,
          until: 23 * 60,
          count: Number(times),
          secret: `demo ${name}`,
        })
          .filter(() => !(day === missed && name === '配电房门口'))
          .map((minutes) => {
            const drawn = chance.between(1, 100);
            const found =
              drawn <= 2
                ? ({ state: 'unlocked', found: '窗户未锁，已关好并告知班级' } as const)
                : drawn === 3
                  ? ({ state: 'noPass', found: '两名工人未带出入证，已登记劝离' } as const)
                  : ({ state: 'normal' } as const);
            return {
              seen: momentOn(day, minutes),
              point: String(name),
              guard: chance.percent(50) ? '彭少华' : '邓立军',
              ...found,
            };
          }),
      ),
    )
    .toSorted((a, b) => (a.seen < b.seen ? -1 : a.seen > b.seen ? 1 : 0));
}
