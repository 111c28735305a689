import { drawRooms } from '../calculations/dorm-draw.ts';
import { weekdayOf } from '../time.ts';
import type { LocalDate } from '../values.ts';
import { momentOn } from './moment.ts';
import { demoPlaces } from './places.ts';
import type { DemoSchool } from './school.ts';

const rooms = demoPlaces.filter(({ kind }) => kind === 'dormRoom');
const problems = [
  '地面未扫，垃圾未倒',
  '被子未叠，物品乱放',
  '插线板上床',
  '阳台堆放纸箱',
  '卫生间有异味',
] as const;
/** A room that fails again and again. */
const untidy = '宿舍1号楼 202';

/**
 * Each Monday a check of every room, two of each building drawn; on the other days two rooms drawn for a spot check. One
 * room fails twice running.
 */
export function demoDormChecks(school: DemoSchool) {
  const chance = school.chance('dormChecks');
  const last = new Map<string, LocalDate>();
  return school
    .days()
    .filter((day) => school.isSchoolDay(day) && day < school.today)
    .flatMap((day, index) => {
      const whole = weekdayOf(day) === 1 || index === 0;
      // A whole building is checked with two of its rooms drawn; on other days two of all.
      const groups = whole ? [...Map.groupBy(rooms, ({ building }) => building).values()] : [rooms];
      const drawn = groups.flatMap((group) =>
        drawRooms({
          rooms: group.map(({ name }) => {
            const lastDrawn = last.get(name);
            return lastDrawn === undefined ? { room: name } : { room: name, lastDrawn };
          }),
          count: 2,
          day,
          mostDays: 25,
          secret: 'demo',
        }),
      );
      for (const room of drawn) last.set(room, day);
      return rooms
        .filter(({ name }) => whole || drawn.includes(name))
        .map(({ name, building, custodian }, place) => {
          const spot = drawn.includes(name);
          const bad = chance.percent(2) || (name === untidy && day >= lastWeeks(school));
          return {
            checked: momentOn(day, 1180 + place),
            building,
            room: name,
            result: bad ? ('failed' as const) : ('passed' as const),
            dutySigned: !chance.percent(1),
            ...(bad ? { found: chance.pick(problems) } : {}),
            ...(spot
              ? {
                  drawn: true,
                  photo: `https://drive.example.edu.cn/dorms/${chance.between(10_000, 99_999)}.jpg`,
                }
              : {}),
            inspector: custodian,
            copied: whole && !spot && !bad,
          };
        });
    });
}

function lastWeeks(school: DemoSchool): LocalDate {
  return school.days().at(-12) ?? school.today;
}
