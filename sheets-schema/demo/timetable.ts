import type { DemoSchool } from './school.ts';

const rooms = [
  ['实验楼 物理实验室', '物理', ['grade8', 'grade9']],
  ['实验楼 化学实验室', '化学', ['grade9']],
  ['实验楼 计算机教室', '信息技术', ['grade7', 'grade8']],
  ['实验楼 音乐教室', '音乐', ['grade7', 'grade8']],
  ['图书馆 阅览室', '阅读', ['grade7']],
] as const;

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;

/** Each class of a room's grades has it once a week, one class a day and half of the day; nothing meets. */
export function demoTimetable(school: Pick<DemoSchool, 'rows'>) {
  const classes = school.rows('classes');
  return rooms.flatMap(([room, subject, grades], place) =>
    grades.flatMap((grade, half) =>
      classes
        .filter((one) => one.grade === grade)
        .map((one, index) => ({
          weekday: days[(index + place) % days.length] ?? 'monday',
          period: 2 + half * 3 + (place % 3),
          room,
          klass: String(one.name),
          subject,
          weeks: 'every' as const,
        })),
    ),
  );
}
