import { describe, expect, test } from 'vitest';
import { functionRooms } from '#schema/registers/safety/function-rooms.ts';
import { plusDays } from '#schema/time.ts';
import { day } from '../../autumn.ts';
import { rowsOf } from '../../made.ts';
import { measured, november, says, worldAround } from '../../said.ts';

const room = '实验楼 物理实验室';
const timetable = (['monday', 'wednesday'] as const).flatMap((weekday) =>
  [2, 3].map((period) => ({ weekday, period, room, klass: `2025级${period}班` })),
);
const others = { timetable };
const entry = (on: string, period: number, more = {}) => ({
  day: on,
  period,
  room,
  klass: `2025级${period}班`,
  before: 'tidy',
  after: 'tidy',
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

describe('功能室使用', () => {
  test('used by the timetable, and no entry: one finding a day and room', () => {
    const rows = [entry('2026-11-16', 2), entry('2026-11-18', 2)];
    expect(says(functionRooms, 'used-without-entry', rows, { others })).toEqual([
      ['2026-11-18 实验楼 物理实验室', '11月18日实验楼 物理实验室 1 节没登记，请补'],
      ['2026-11-23 实验楼 物理实验室', '11月23日实验楼 物理实验室 2 节没登记，请补'],
    ]);
  });

  test('neither before the first entry, nor today, nor longer ago than is looked back', () => {
    expect(
      says(functionRooms, 'used-without-entry', [entry('2026-11-23', 2), entry('2026-11-23', 3)], {
        others,
      }),
    ).toEqual([]);
    expect(
      says(
        functionRooms,
        'used-without-entry',
        [entry('2026-11-02', 2), ...week('2026-11-23', 2)],
        {
          others,
          now: '2026-11-25T09:00:00',
        },
      ).map(([about]) => about),
    ).toEqual(['2026-11-18 实验楼 物理实验室']);
  });

  test('a fill rate that falls two weeks running and is low; one that recovers is left alone', () => {
    const fading = [...week('2026-11-02', 4), ...week('2026-11-09', 3), ...week('2026-11-16', 2)];
    expect(says(functionRooms, 'fading-log', fading, { others })).toEqual([
      ['2026-11-16', '第12周填报率降到50%，连降2周，请督促'],
    ]);
    const recovered = [
      ...week('2026-11-02', 3),
      ...week('2026-11-09', 2),
      ...week('2026-11-16', 3),
    ];
    expect(says(functionRooms, 'fading-log', recovered, { others })).toEqual([]);
    expect(says(functionRooms, 'fading-log', fading.slice(4), { others })).toEqual([]);
  });

  test('a lesson stands once, and what is untidy is described', () => {
    expect(
      says(functionRooms, 'unique-room-day-period', [
        ...week('2026-11-16', 1),
        entry('2026-11-16', 2),
      ]),
    ).toEqual([[1, '实验楼 物理实验室这一节登记了两次，请删一行']]);
    expect(
      says(functionRooms, 'needed-bad', [
        entry('2026-11-16', 2, { before: 'broken' }),
        entry('2026-11-16', 3, { after: 'untidy', found: '椅子' }),
      ]),
    ).toEqual([[0, '没收拾或有损坏，请补填情况']]);
  });

  test('entries, fill rate since the first, left tidy, week by week', () => {
    const rows = [
      ...week('2026-11-09', 4),
      ...week('2026-11-16', 3),
      entry('2026-11-23', 2, { after: 'untidy' }),
    ];
    expect(
      ['entries', 'filled', 'tidy'].map((figure) =>
        measured(functionRooms, figure, rows, { others }),
      ),
    ).toEqual([8, [8, 10], [7, 8]]);
    expect(
      functionRooms.breakdowns?.filledByWeek?.split(
        rowsOf(...rows),
        november,
        worldAround(functionRooms, rowsOf(...rows), { others }),
      ),
    ).toEqual([
      { name: '11-09那周', value: 100 },
      { name: '11-16那周', value: 75 },
    ]);
  });
});
