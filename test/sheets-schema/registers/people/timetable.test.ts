import { describe, expect, test } from 'vitest';
import { lessonsBetween } from '#schema/calculations/timetable.ts';
import { timetable } from '#schema/registers/people/timetable.ts';
import { autumnCalendar, day } from '../../autumn.ts';
import { rowsOf } from '../../made.ts';
import { measured, says } from '../../said.ts';

const line = (more = {}) => ({
  weekday: 'monday',
  period: 3,
  room: '实验楼 物理实验室',
  klass: '2025级1班',
  ...more,
});

describe('功能室课表', () => {
  test('two classes in one room at one time', () => {
    const other = { klass: '2025级2班' };
    expect(says(timetable, 'room-twice', [line(), line(other)])).toEqual([
      [1, '这节2025级1班已在用这间，请改一个'],
    ]);
    for (const apart of [
      { ...other, period: 4 },
      { ...other, weekday: 'tuesday' },
      { ...other, room: '实验楼 音乐教室' },
    ])
      expect(says(timetable, 'room-twice', [line(), line(apart)])).toEqual([]);
  });

  test('odd and even weeks do not meet, nor the first and the second half of term', () => {
    const both = (a: object, b: object) =>
      says(timetable, 'room-twice', [line(a), line({ klass: '2025级2班', ...b })]).length;
    expect([
      both({ weeks: 'odd' }, { weeks: 'even' }),
      both({ weeks: 'odd' }, { weeks: 'every' }),
      both({ to: '2026-10-31' }, { from: '2026-11-01' }),
      both({ to: '2026-11-01' }, { from: '2026-11-01' }),
    ]).toEqual([0, 1, 0, 1]);
  });

  test('a class in two rooms at one time', () => {
    expect(says(timetable, 'klass-twice', [line(), line({ room: '实验楼 音乐教室' })])).toEqual([
      [1, '这节该班已在实验楼 物理实验室，请改一个'],
    ]);
  });

  test('no more periods than the day has', () => {
    expect(says(timetable, 'past-periods', [line({ period: 10 }), line({ period: 11 })])).toEqual([
      [1, '一天 10 节，没有第 11 节，请改'],
    ]);
  });

  test('lessons of a week', () => {
    expect(measured(timetable, 'lessons', [line(), line({ weekday: 'friday' })])).toBe(2);
  });
});

describe('the lessons of some days', () => {
  const days = (more: object, from: string, to: string) =>
    lessonsBetween(rowsOf(line(more)), day(from), day(to), autumnCalendar).map((use) => use.day);

  test('each Monday at school; none in the National Day week', () => {
    expect(days({}, '2026-09-28', '2026-10-19')).toEqual([
      '2026-09-28',
      '2026-10-12',
      '2026-10-19',
    ]);
  });

  test('odd weeks only, from a day on and up to a day', () => {
    expect(days({ weeks: 'odd' }, '2026-11-01', '2026-11-30')).toEqual([
      '2026-11-09',
      '2026-11-23',
    ]);
    expect(days({ from: '2026-11-09', to: '2026-11-16' }, '2026-11-01', '2026-11-30')).toEqual([
      '2026-11-09',
      '2026-11-16',
    ]);
  });
});
