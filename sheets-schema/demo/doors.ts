import { momentOn } from './moment.ts';
import type { DemoSchool } from './school.ts';

/** A look at a gate on each school day; lapses come about six in the evening, the last one is not handled yet. */
export function demoDoors(school: DemoSchool) {
  const chance = school.chance('doors');
  const days = school.days().filter((day) => school.isSchoolDay(day) && day < school.today);
  return days.map((day, index) => {
    const left = days.length - index;
    const lapse = [2, 9, 14, 30].includes(left);
    const gate = lapse || index % 2 === 0 ? '东门' : '门卫室';
    const checkedBy = index % 3 === 0 ? '韩卫东' : '郑文博';
    if (!lapse)
      return {
        checked: momentOn(day, chance.between(460, 1150)),
        gate,
        state: 'fine' as const,
        onDuty: '曹德明',
        checkedBy,
      };
    return {
      checked: momentOn(day, 18 * 60 + chance.between(0, 40)),
      gate,
      state: left === 9 ? ('both' as const) : ('unlocked' as const),
      minutes: chance.between(5, 20),
      onDuty: '曹德明',
      checkedBy,
      why: '放学后去关操场门',
      ...(left === 2 ? {} : { handled: '当场落锁，班前会提醒' }),
    };
  });
}
