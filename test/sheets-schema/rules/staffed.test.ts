import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roster } from '#schema/registers/people/roster.ts';
import { findingsOf, rowsOf, ruleOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { anyDuty, duty, people, posts } from './roster-rules.ts';

function says(rule: string, ...duties: readonly ReturnType<typeof duty>[]) {
  const rows = rowsOf(...duties);
  const calendar = rowsOf({ kind: 'holiday', name: '校庆', from: '2026-11-27', to: '2026-11-27' });
  const world = worldWith({ roster: rows, posts, people, calendar });
  return findingsOf(ruleOf(roster, rule), roster, rows, world).map(
    ({ about, severity, says: message }) => [about, severity, message],
  );
}

describe('every post has its people', () => {
  test('a post left empty between the first and last day of the roster is a finding about day and post', () => {
    expect(
      says(
        'staffed',
        duty('24', '白班', '韩卫东'),
        duty('24', '夜班', '唐志刚'),
        duty('25', '白班', '韩卫东'),
      ),
    ).toEqual([['2026-11-25 夜班', 'must', '11月25日夜班缺 1 人，请安排']]);
  });

  test('for days gone by it can only be looked at', () => {
    expect(says('staffed', duty('03', '夜班', '唐志刚'))).toEqual([
      ['2026-11-03 白班', 'look', '11月3日白班缺 1 人，请安排'],
    ]);
  });

  test('a row without a person fills nothing', () => {
    expect(says('staffed', duty('25', '白班'), duty('25', '夜班', '韩卫东'))).toEqual([
      ['2026-11-25 白班', 'must', '11月25日白班缺 1 人，请安排'],
    ]);
  });

  test('the same person twice fills one place', () => {
    expect(says('staffed', duty('25', '白班', '韩卫东'), duty('25', '白班', '韩卫东'))).toEqual([
      ['2026-11-25 夜班', 'must', '11月25日夜班缺 1 人，请安排'],
    ]);
  });

  test('at the week-end and on a holiday nobody is needed at night', () => {
    expect(says('staffed', duty('27', '白班', '韩卫东'))).toEqual([]);
    expect(says('staffed', duty('28', '白班', '韩卫东'))).toEqual([]);
  });
});

describe('holiday duty is led by a school leader', () => {
  test('a holiday on which only guards are on duty is a finding', () => {
    expect(says('led-on-holidays', duty('27', '白班', '韩卫东'))).toEqual([
      ['2026-11-27', 'must', '11月27日放假无校领导带班，请安排'],
    ]);
  });

  test('with a leader on duty it is not, nor is an ordinary day', () => {
    expect(
      says('led-on-holidays', duty('27', '白班', '韩卫东'), duty('27', '早查', '梁雅琴')),
    ).toEqual([]);
    expect(says('led-on-holidays', duty('26', '白班', '韩卫东'))).toEqual([]);
  });
});

describe('today and the roster as a whole', () => {
  test('today can still be mended, yesterday only be looked at', () => {
    expect(says('staffed', duty('24', '夜班', '韩卫东'))[0]?.[1]).toBe('must');
    expect(says('staffed', duty('23', '夜班', '韩卫东'))[0]?.[1]).toBe('look');
  });

  test('an empty roster lacks nobody', () => {
    expect(says('staffed')).toEqual([]);
    expect(says('led-on-holidays')).toEqual([]);
  });

  test('a post for two is filled by two different people', () => {
    const pair = rowsOf({ name: '门口', onWorkdays: 2, from: '07:00:00', until: '19:00:00' });
    const lacking = (...names: readonly string[]) => {
      const rows = rowsOf(...names.map((name) => duty('25', '门口', name)));
      const world = worldWith({ roster: rows, posts: pair, people });
      return findingsOf(ruleOf(roster, 'staffed'), roster, rows, world).length;
    };
    expect([lacking('韩卫东', '唐志刚'), lacking('韩卫东', '韩卫东')]).toEqual([0, 1]);
  });

  test('a holiday that has begun is still to be led; one gone by is looked at', () => {
    const led = (day: string, staff = people) => {
      const rows = rowsOf(duty(day, '白班', '韩卫东'));
      const on = `2026-11-${day}`;
      const calendar = rowsOf({ kind: 'holiday', name: '校庆', from: on, to: on });
      const world = worldWith({ roster: rows, posts, people: staff, calendar });
      return findingsOf(ruleOf(roster, 'led-on-holidays'), roster, rows, world).map(
        ({ severity }) => severity,
      );
    };
    expect([led('24'), led('23')]).toEqual([['must'], ['look']]);
    expect(led('24', people.slice(0, 3))).toEqual([]);
  });
});

for (const key of ['staffed', 'led-on-holidays'])
  describe(key, () => {
    testLaws({
      rule: ruleOf(roster, key),
      register: roster,
      rows: fc.array(anyDuty, { maxLength: 12 }),
      unrelated: fc.record({
        day: fc.constant('2026-11-24'),
        post: fc.constant('白班'),
        person: fc.constant(undefined),
      }),
      world: worldWith({
        posts: posts.slice(0, 1),
        people,
        calendar: rowsOf({ kind: 'holiday', name: '校庆', from: '2026-11-22', to: '2026-11-23' }),
      }),
    });
  });
