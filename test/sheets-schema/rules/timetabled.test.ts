import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { functionRooms } from '#schema/registers/safety/function-rooms.ts';
import type { Values } from '#schema/row.ts';
import { entered, filledWeeks, firstDay, isEntered } from '#schema/rules/timetabled.ts';
import { plusDays } from '#schema/time.ts';
import { autumn, day } from '../autumn.ts';
import { rowsOf, ruleOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { told, whereTold } from './told.ts';

const room = '物理实验室';
const columns = { day: 'day', period: 'period', room: 'room' } as const;
/** Four lessons a week: the second and third on Mondays and Wednesdays. */
const timetable = (['monday', 'wednesday'] as const).flatMap((weekday) =>
  [2, 3].map((period) => ({ weekday, period, room, klass: `2025级${period}班` })),
);
const others = { timetable };
const entry = (on: string, period: number | undefined, more: object = {}) => ({
  day: on,
  period,
  room,
  ...more,
});
/** The first so many of the four lessons of a week. */
const week = (monday: string, lessons: number) =>
  [
    entry(monday, 2),
    entry(monday, 3),
    entry(plusDays(day(monday), 2), 2),
    entry(plusDays(day(monday), 2), 3),
  ].slice(0, lessons);

describe('a room that 课表 says was used has its entry', () => {
  const says = (rows: readonly Values<Columns>[], now = '2026-11-24T09:00:00') =>
    told(functionRooms, 'used-without-entry', rows, { others, now });

  test('or one finding a day and room says how many lessons have none', () => {
    expect(says(week('2026-11-18', 1))).toEqual([
      [`2026-11-18 ${room}`, undefined, 'must', '11月18日物理实验室 1 节没登记，请补'],
      [`2026-11-23 ${room}`, undefined, 'must', '11月23日物理实验室 2 节没登记，请补'],
    ]);
    expect(says([...week('2026-11-18', 2), ...week('2026-11-23', 2)])).toEqual([]);
  });

  test('of the room and of the lesson; an entry for another does not do', () => {
    const rest = [...week('2026-11-18', 2), entry('2026-11-23', 2)];
    expect(says([...rest, entry('2026-11-23', 3, { room: '音乐教室' })])).toHaveLength(1);
    expect(says([...rest, entry('2026-11-23', 4)])).toHaveLength(1);
    expect(says([...rest, entry('2026-11-23', undefined)])).toHaveLength(1);
    expect(says([...rest, entry('2026-11-23', 3, { room: ` ${room}` })])).toEqual([]);
  });

  test('today is not over', () => {
    expect(says(week('2026-11-18', 2), '2026-11-23T20:00:00')).toEqual([]);
    expect(says(week('2026-11-18', 2), '2026-11-24T00:00:00')).toHaveLength(1);
  });

  test('a week is looked back, and never before the first entry', () => {
    const about = (now: string) => whereTold(says([entry('2026-11-01', 9)], now));
    expect(about('2026-11-24T09:00:00')).toEqual([`2026-11-18 ${room}`, `2026-11-23 ${room}`]);
    expect(about('2026-11-25T09:00:00')).toEqual([`2026-11-18 ${room}`, `2026-11-23 ${room}`]);
    expect(about('2026-11-26T09:00:00')).toEqual([`2026-11-23 ${room}`, `2026-11-25 ${room}`]);
    expect(whereTold(says([entry('2026-11-23', 9)]))).toEqual([`2026-11-23 ${room}`]);
    expect(says([])).toEqual([]);
  });
});

describe('what the log says', () => {
  test('its first day, whatever the order; none without a day', () => {
    const rows = rowsOf(entry('2026-11-18', 2), entry('2026-11-16', 2), { room });
    expect(firstDay(rows, 'day')).toBe('2026-11-16');
    expect(firstDay(rowsOf({ room }), 'day')).toBeUndefined();
    expect(firstDay(rowsOf({ day: '周一' }), 'day')).toBeUndefined();
  });

  test('whether a lesson is in it', () => {
    const log = entered(rowsOf(entry('2026-11-18', 2)), columns);
    const use = { day: day('2026-11-18'), period: 2, room, klass: '' };
    expect(isEntered(use, log)).toBe(true);
    expect(isEntered({ ...use, period: 3 }, log)).toBe(false);
    expect(isEntered({ ...use, room: '音乐教室' }, log)).toBe(false);
    expect(isEntered({ ...use, day: day('2026-11-23') }, log)).toBe(false);
  });

  test('its fill rate by week, of whole weeks only, in their order', () => {
    const rows = rowsOf(...week('2026-11-16', 1), ...week('2026-11-09', 3));
    const world = worldWith({ calendar: autumn, timetable: rowsOf(...timetable) });
    const weeks = (from: string, to: string) =>
      filledWeeks(rows, columns, day(from), day(to), world);
    expect(weeks('2026-11-09', '2026-11-22')).toEqual([
      { monday: '2026-11-09', lessons: 4, entries: 3 },
      { monday: '2026-11-16', lessons: 4, entries: 1 },
    ]);
    expect(weeks('2026-11-09', '2026-11-21')).toHaveLength(1);
    expect(weeks('2026-11-10', '2026-11-22')).toHaveLength(1);
  });

  test('a make-up Saturday belongs to the week that ends with it', () => {
    const saturday = rowsOf({ weekday: 'saturday', period: 1, room, klass: '' });
    const world = worldWith({ calendar: autumn, timetable: saturday });
    expect(filledWeeks(rowsOf(), columns, day('2026-10-05'), day('2026-10-18'), world)).toEqual([
      { monday: '2026-10-05', lessons: 1, entries: 0 },
    ]);
  });
});

describe('the log does not fade', () => {
  const says = (...lessons: readonly (readonly [string, number])[]) =>
    told(
      functionRooms,
      'fading-log',
      lessons.flatMap(([monday, many]) => week(monday, many)),
      { others },
    );

  test('two weeks running with less than the one before, the last below ninety percent', () => {
    expect(says(['2026-11-02', 4], ['2026-11-09', 3], ['2026-11-16', 2])).toEqual([
      ['2026-11-16', undefined, 'look', '第12周填报率降到50%，连降2周，请督促'],
    ]);
    expect(says(['2026-11-02', 4], ['2026-11-09', 4], ['2026-11-16', 2])).toEqual([]);
    expect(says(['2026-11-02', 3], ['2026-11-09', 2], ['2026-11-16', 2])).toEqual([]);
    expect(says(['2026-11-02', 3], ['2026-11-09', 2], ['2026-11-16', 3])).toEqual([]);
  });

  test('and is told of each further week in which it falls', () => {
    expect(
      says(['2026-10-26', 4], ['2026-11-02', 3], ['2026-11-09', 2], ['2026-11-16', 1]),
    ).toEqual([
      ['2026-11-09', undefined, 'look', '第11周填报率降到50%，连降2周，请督促'],
      ['2026-11-16', undefined, 'look', '第12周填报率降到25%，连降3周，请督促'],
    ]);
  });

  test('a week that is not over is not judged', () => {
    expect(says(['2026-11-09', 4], ['2026-11-16', 3], ['2026-11-23', 1])).toEqual([]);
    expect(says()).toEqual([]);
  });

  test('on a Sunday the week that ends with it is not over', () => {
    const lessons = [...week('2026-11-02', 4), ...week('2026-11-09', 3), ...week('2026-11-16', 2)];
    const on = (now: string) =>
      whereTold(told(functionRooms, 'fading-log', lessons, { others, now }));
    expect(on('2026-11-22T20:00:00')).toEqual([]);
    expect(on('2026-11-23T00:00:00')).toEqual(['2026-11-16']);
  });

  test('as long as ninety percent are filled in, falling is no matter', () => {
    const rooms = ['物理实验室', '音乐教室'];
    const lessons = rooms.flatMap((one) =>
      (['monday', 'wednesday'] as const).flatMap((weekday) =>
        [1, 2, 3, 4, 5].map((period) => ({ weekday, period, room: one })),
      ),
    );
    /** The first so many of the twenty lessons of a week. */
    const filled = (monday: string, many: number) =>
      rooms
        .flatMap((one) =>
          [0, 2].flatMap((later) =>
            [1, 2, 3, 4, 5].map((period) =>
              entry(plusDays(day(monday), later), period, { room: one }),
            ),
          ),
        )
        .slice(0, many);
    const last = (many: number) =>
      told(
        functionRooms,
        'fading-log',
        [...filled('2026-11-02', 20), ...filled('2026-11-09', 19), ...filled('2026-11-16', many)],
        { others: { timetable: lessons } },
      ).length;
    expect([last(18), last(17)]).toEqual([0, 1]);
  });
});

const world = worldWith({ calendar: autumn, timetable: rowsOf(...timetable) });

testLaws({
  rule: ruleOf(functionRooms, 'used-without-entry'),
  register: functionRooms,
  rows: fc
    .subarray([...week('2026-11-18', 2), ...week('2026-11-23', 2)], { minLength: 2 })
    .map((rows) => [entry('2026-11-17', 1), ...rows]),
  unrelated: fc.constantFrom(entry('2026-11-23', 2, { room: '音乐教室' }), {}),
  world,
});

testLaws({
  rule: ruleOf(functionRooms, 'fading-log'),
  register: functionRooms,
  rows: fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.nat(4), fc.nat(4))
    .map(([first, second, third]) => [
      ...week('2026-11-02', first),
      ...week('2026-11-09', second),
      ...week('2026-11-16', third),
    ]),
  unrelated: fc.constantFrom(entry('2026-11-18', 2, { room: '音乐教室' }), {}),
  world,
});
