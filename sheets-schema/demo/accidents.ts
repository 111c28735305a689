import { daysOfMonth, plusDays, plusMonths } from '../time.ts';
import { momentOn } from './moment.ts';
import type { DemoSchool } from './school.ts';

/** Two accidents, the second not yet looked into, and the monthly reports of the months that are over. */
export function demoAccidents(school: DemoSchool) {
  const month = school.today.slice(0, 7);
  const reports = [-2, -1].map((months) => {
    const { to } = daysOfMonth(plusMonths(month, months));
    return {
      happened: momentOn(to, 16 * 60),
      kind: 'monthly' as const,
      what: months === -2 ? '本月无事故' : '本月事故 1 起，已处理',
      writtenBy: '郑文博',
    };
  });
  const klass = String(school.rows('classes').at(7)?.name ?? '');
  const hazard = school.rows('hazards').find(({ risk }) => risk === 'medium');
  const [first, second] = [plusDays(school.today, -34), plusDays(school.today, -5)];
  return [
    ...reports,
    {
      happened: momentOn(first, 640),
      kind: 'accident' as const,
      place: '教学楼',
      who: '八年级学生',
      klass,
      what: '课间下楼踩空，扭伤脚踝',
      injury: 'minor' as const,
      firstAid: '校医冷敷包扎',
      parentsTold: momentOn(first, 655),
      leadersTold: momentOn(first, 650),
      cause: '楼梯防滑条松脱',
      ...(hazard?.number === undefined ? {} : { hazard: String(hazard.number) }),
      measures: '全校楼梯防滑条检查更换，列入每周检查',
      writtenBy: '郑文博',
    },
    {
      happened: momentOn(second, 960),
      kind: 'accident' as const,
      place: '操场',
      who: '七年级学生',
      klass: String(school.rows('classes').at(0)?.name ?? ''),
      what: '单杠落地时手腕受伤',
      injury: 'hospital' as const,
      firstAid: '固定后送区医院，无骨折',
      parentsTold: momentOn(second, 975),
      leadersTold: momentOn(second, 1110),
      reportedUp: momentOn(second, 1170),
      writtenBy: '郑文博',
    },
  ].toSorted((a, b) => (a.happened < b.happened ? -1 : 1));
}
