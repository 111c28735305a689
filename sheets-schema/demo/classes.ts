import { schoolYearOn } from '../calculations/moving-up.ts';
import type { DemoSchool } from './school.ts';

const headTeachers = [
  ['方晓芸', '陆文静', '贺志强', '白雪梅', '石磊'],
  ['江海燕', '尹国平', '范丽娟', '田俊', '苏婉清'],
  ['汪洪涛', '夏春燕', '邹明远', '崔秀兰', '段志成'],
] as const;

const keys = ['grade7', 'grade8', 'grade9'] as const;

/** Fifteen classes of three grades, 620 pupils, 180 of them boarders; the same whatever the seed. */
export function demoClasses(school: Pick<DemoSchool, 'today' | 'calendar'>) {
  const year = schoolYearOn(school.today, school.calendar);
  return keys.flatMap((grade, years) =>
    (headTeachers[years] ?? []).map((headTeacher, index) => ({
      name: `${year - years}级${index + 1}班`,
      grade,
      entered: year - years,
      headTeacher,
      pupils: 41 + ((index + years) % 3 === 0 ? 1 : 0),
      boarders: 12,
      room: `教学楼 A${years + 1}0${index + 1}`,
    })),
  );
}
