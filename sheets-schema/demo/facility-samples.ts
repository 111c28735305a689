import { weekdayOf } from '../time.ts';
import { momentOn } from './moment.ts';
import { demoPlaces } from './places.ts';
import type { DemoSchool } from './school.ts';

/** What there is in a classroom, a dorm room and elsewhere: facility, pieces, what breaks. */
const rooms = {
  classroom: [
    ['lamps', 9, '后排一支灯管不亮'],
    ['sockets', 6, '讲台插座松动'],
    ['doors', 8, '后窗插销断'],
    ['furniture', 45, '课桌桌面翘起'],
  ],
  dormRoom: [
    ['lamps', 3, '阳台灯不亮'],
    ['water', 5, '水龙头滴水'],
    ['furniture', 16, '柜门合页松'],
  ],
  functionRoom: [
    ['lamps', 12, '一支灯管闪'],
    ['fans', 4, '空调不制冷'],
    ['doors', 6, '门锁卡住'],
  ],
  canteen: [
    ['lamps', 16, '一盏灯不亮'],
    ['furniture', 60, '餐椅螺丝松'],
    ['water', 8, '洗手池龙头关不严'],
  ],
} as const;

const samplers = ['刘海峰', '王大勇', '李国强'] as const;

/** Two rooms of each building on one day of each fortnight; a few faults, one of them not reported. */
export function demoFacilitySamples(school: DemoSchool) {
  const chance = school.chance('facilitySamples');
  const days = school
    .days()
    .filter((day) => school.isSchoolDay(day) && weekdayOf(day) === 3 && day < school.today);
  const buildings = Map.groupBy(
    demoPlaces.filter(({ kind }) => kind in rooms && kind !== 'office'),
    ({ building }) => building,
  );
  const rows = days.flatMap((day, week) =>
    week % 2 === 0
      ? []
      : [...buildings.values()].flatMap((places, at) => {
          const place = places[(week + at) % places.length];
          const there = Object.entries(rooms).find(([kind]) => kind === place?.kind)?.[1] ?? [];
          return there.map(([facility, looked, fault], turn) => {
            const broken = place !== undefined && chance.percent(6) ? 1 : 0;
            return {
              sampled: momentOn(day, 500 + at * 25 + turn * 3),
              place: place?.name ?? '',
              facility,
              looked,
              working: looked - broken,
              ...(broken === 0 ? {} : { fault, reported: true }),
              by: samplers[week % samplers.length] ?? '李国强',
            };
          });
        }),
  );
  const last = days.at(-1);
  return last === undefined
    ? rows
    : [
        ...rows.filter(({ sampled }) => sampled < momentOn(last, 900)),
        {
          sampled: momentOn(last, 900),
          place: '体育馆',
          facility: 'lamps' as const,
          looked: 24,
          working: 22,
          fault: '看台上方两盏不亮',
          by: '彭少华',
        },
      ];
}
