import { weekdayOf } from '../time.ts';
import type { LocalDate } from '../values.ts';
import { momentOn } from './moment.ts';
import type { DemoSchool } from './school.ts';

const findings = [
  ['留样柜门封条松', '换封条，试温正常'],
  ['蔬菜池边有积水', '疏通地漏'],
  ['两瓶调料没写开封日期', '补写标签，过期倒掉'],
  ['一名帮厨没戴帽子', '当场戴好，班会提醒'],
] as const;

/** Two months of daily, weekly and monthly control: one day left out, one risk not mended. */
export function demoCanteenControl(school: DemoSchool) {
  const chance = school.chance('canteenControl');
  const days = school.days().filter((day) => school.isSchoolDay(day) && day < school.today);
  const fridays = days.filter((day) => weekdayOf(day) === 5);
  const daily = days.flatMap((day, index) => {
    const problem = index % 11 === 6 ? findings[Math.floor(index / 11) % 4] : undefined;
    const [found, measure] = problem ?? [];
    if (index === days.length - 4) return [];
    return [
      {
        done: momentOn(day, 985 + chance.between(0, 25)),
        level: 'daily' as const,
        by: '林小梅',
        checked: '晨检、原料、加工、留样、消毒、环境',
        ...(found === undefined || measure === undefined
          ? { result: 'clear' as const }
          : { result: 'found' as const, found, measure, mended: day }),
      },
    ];
  });
  const weekly = fridays.map((day) => ({
    done: momentOn(day, 1030),
    level: 'weekly' as const,
    by: '张桂兰',
    checked: '汇总本周日管控，查库房和冷库',
    ...(day === fridays.at(-2)
      ? { result: 'found' as const, found: '冷库温度计不准', measure: '报修，先用备用表' }
      : { result: 'clear' as const }),
  }));
  const monthly = monthEnds(days).map((day) => ({
    done: momentOn(day, 1050),
    level: 'monthly' as const,
    by: '孙建平',
    checked: '听取食品安全总监汇报，定下月重点',
    result: 'clear' as const,
  }));
  return [...daily, ...weekly, ...monthly].toSorted((a, b) => (a.done < b.done ? -1 : 1));
}

/** The last of the days of each month that is over. */
function monthEnds(days: readonly LocalDate[]): LocalDate[] {
  return days.filter((day, index) => {
    const next = days[index + 1];
    return next !== undefined && next.slice(0, 7) !== day.slice(0, 7);
  });
}
