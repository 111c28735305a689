import { localDate } from '../values.ts';
import { demoPlaces } from './places.ts';
import type { DemoSchool } from './school.ts';

const surnames = '王李张刘陈杨赵黄周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹';
const given = [
  '子涵',
  '雨桐',
  '浩然',
  '思远',
  '欣怡',
  '俊杰',
  '梦琪',
  '宇轩',
  '佳怡',
  '志豪',
  '诗雨',
  '天佑',
];

const bedsInARoom = 8;

/** Names that nobody has, as many as are asked for, no two alike within a class. */
function demoPupils(count: number): readonly string[] {
  const characters = [...surnames];
  return Array.from(
    { length: count },
    (_, index) =>
      `${characters[index % characters.length] ?? '王'}${given[Math.floor(index / 3) % given.length] ?? '子涵'}`,
  );
}

/** Rooms 302 of the third building are the staff's; a new boarder has no class yet and shares a bed number. */
export function demoBeds(school: Pick<DemoSchool, 'rows' | 'calendar' | 'today'>) {
  const rooms = demoPlaces.filter(({ kind }) => kind === 'dormRoom').map(({ name }) => name);
  const staffRoom = rooms.at(-1) ?? '';
  const pupils = school
    .rows('classes')
    .flatMap(({ name, boarders }) =>
      Array.from({ length: Number(boarders ?? 0) }, () => String(name)),
    );
  const names = demoPupils(pupils.length);
  const from = school.calendar.termAt(school.today)?.from ?? localDate.parse('2026-09-01');
  const students = pupils.map((klass, index) => ({
    room: rooms[Math.floor(index / bedsInARoom)] ?? staffRoom,
    bed: (index % bedsInARoom) + 1,
    kind: 'student' as const,
    resident: names[index] ?? '',
    ...(index === 37 ? {} : { klass }),
    head: index % bedsInARoom === 0 && index !== 88,
    from,
  }));
  const staff = ['潘国庆', '余振华', '邓立军'].map((resident, index) => ({
    room: staffRoom,
    bed: index + 1,
    kind: 'staff' as const,
    resident,
    head: index === 0,
    from,
  }));
  return [...students, ...staff];
}
