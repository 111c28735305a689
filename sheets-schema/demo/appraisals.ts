import { plusDays } from '../time.ts';
import { type LocalDate, localDate } from '../values.ts';
import type { DemoSchool } from './school.ts';

/** Points for failed inspections, and one entry for which no record is found. */
export function demoAppraisals(school: DemoSchool) {
  const dayIn = (said: unknown): LocalDate => localDate.parse(String(said).slice(0, 10));
  const failures = school
    .rows('inspections')
    .filter(({ result, found }) => result === 'failed' && found !== undefined)
    .slice(0, 8)
    .flatMap((row) => {
      const day = dayIn(row.happened);
      return [
        {
          day,
          person: '杨玉珍',
          clause: '卫生不合格',
          points: -2,
          source: 'inspections' as const,
          recordDay: day,
          record: String(row.item),
        },
      ];
    });
  const rewards = school
    .rows('hazards')
    .filter(({ risk, reporter }) => risk === 'high' && reporter !== undefined)
    .slice(0, 2)
    .map((row) => {
      const day = dayIn(row.reported);
      return {
        day: plusDays(day, 1),
        person: '彭少华',
        clause: '发现重大隐患',
        points: 5,
        source: 'hazards' as const,
        recordDay: day,
        record: String(row.place),
      };
    });
  return [
    ...failures,
    ...rewards,
    {
      day: plusDays(school.today, -9),
      person: '冯树林',
      clause: '离岗未锁门',
      points: -5,
      source: 'paper' as const,
      photo: 'https://drive.example.edu.cn/appraisals/20611.jpg',
    },
    {
      day: plusDays(school.today, -6),
      person: '曹德明',
      clause: '值班漏签',
      points: -1,
      source: 'roster' as const,
      recordDay: plusDays(school.today, -7),
      record: '门卫晚班',
    },
  ].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
