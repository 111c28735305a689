import { describe, expect, test } from 'vitest';
import { people } from '#schema/registers/people/people.ts';
import { roster } from '#schema/registers/people/roster.ts';
import { daysOfMonth } from '#schema/time.ts';
import { localDate } from '#schema/values.ts';
import { findings, rowsOf, worldWith } from '../made.ts';

const post = {
  name: '门卫夜班',
  team: '保安',
  onWorkdays: 1,
  onWeekends: 2,
  onHolidays: 2,
  from: '19:00:00',
  until: '07:00:00',
};
const duty = { day: '2026-11-20', post: '门卫夜班', person: '韩卫东' };
const period = { from: localDate.parse('2026-11-01'), to: localDate.parse('2026-11-24') };

describe('值班表', () => {
  test('the same person on two posts at once', () => {
    const world = worldWith({ posts: rowsOf(post) });
    const other = { ...duty, post: '巡逻', from: '22:00:00', until: '23:00:00' };
    expect(
      findings(roster, 'twice-at-once', [duty, other], world).map(({ place, says }) => [
        place,
        says,
      ]),
    ).toEqual([[1, '韩卫东同时还有门卫夜班，请换人']]);
    expect(
      findings(
        roster,
        'twice-at-once',
        [duty, { ...other, from: '08:00:00', until: '09:00:00' }],
        world,
      ),
    ).toEqual([]);
  });

  test('its share of the plan is one line with the duties of the month', () => {
    const world = worldWith({ posts: rowsOf(post) });
    const tasks =
      roster.plan?.tasks?.([], { month: '2026-11', ...daysOfMonth('2026-11') }, world) ?? [];
    // 21 workdays with one guard, nine days of week-ends with two.
    expect(tasks.map(({ standard }) => standard)).toEqual(['全月 39 班次，缺 0，24 小时内签到']);
  });

  test('without posts there is nothing to plan', () => {
    expect(
      roster.plan?.tasks?.([], { month: '2026-11', ...daysOfMonth('2026-11') }, worldWith({})),
    ).toEqual([]);
  });

  test('signed are those in the row or by the form, of the duties that have ended', () => {
    const signs = [{ ...duty, day: '2026-11-21' }];
    const world = worldWith({ posts: rowsOf(post), dutySigns: rowsOf(...signs) });
    const rows = rowsOf(
      { ...duty, signed: '2026-11-21T07:10:00' },
      { ...duty, day: '2026-11-21' },
      { ...duty, day: '2026-11-22' },
      { ...duty, day: '2026-11-24' },
    );
    expect(roster.figures.planned?.measure(rows, period, world).value).toBe(4);
    expect(roster.figures.signed?.measure(rows, period, world)).toMatchObject({
      part: 2,
      whole: 3,
    });
  });
});

test('staff are counted on the last day of the period, by team', () => {
  const rows = rowsOf(
    { name: '韩卫东', team: '保安' },
    { name: '钱守义', team: '维修班', joined: '2020-03-01', left: '2026-11-24' },
    { name: '王大勇', team: '维修班', left: '2026-11-23' },
    { name: '新同事', team: '保安', joined: '2026-11-25' },
  );
  const world = worldWith({});
  expect(people.figures.atWork?.measure(rows, period, world).value).toBe(2);
  expect(people.figures.atWork?.measure([], period, world).value).toBeUndefined();
  expect(people.breakdowns?.byTeam?.split(rows, period, world)).toEqual([
    { name: '保安', value: 1 },
    { name: '维修班', value: 1 },
  ]);
});
