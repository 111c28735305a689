import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roster } from '#schema/registers/people/roster.ts';
import { findingsOf, rowsOf, ruleOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { anyDuty, duty, people, posts } from './roster-rules.ts';

function says(state: string, ...duties: readonly ReturnType<typeof duty>[]) {
  const rows = rowsOf(...duties);
  const leave = rowsOf({ person: '韩卫东', from: '2026-11-26', to: '2026-11-27', state });
  const world = worldWith({ roster: rows, posts, people, leave });
  return findingsOf(ruleOf(roster, 'absent-person'), roster, rows, world);
}

describe('on duty while on leave', () => {
  test('each day of an approved leave, the last included', () => {
    expect(
      says(
        'approved',
        duty('25', '白班', '韩卫东'),
        duty('26', '白班', '韩卫东'),
        duty('27', '白班', '韩卫东'),
        duty('28', '白班', '韩卫东'),
      ).map(({ place, says: message }) => [place, message]),
    ).toEqual([
      [1, '韩卫东这天请假，请换人'],
      [2, '韩卫东这天请假，请换人'],
    ]);
  });

  test('from today on somebody else must come; a day gone by can only be looked at', () => {
    const days = ['2026-11-23', '2026-11-24', '2026-11-25'];
    const rows = rowsOf(...days.map((day) => ({ day, post: '白班', person: '韩卫东' })));
    const away = { person: '韩卫东', from: '2026-11-20', to: '2026-11-30', state: 'approved' };
    const world = worldWith({ roster: rows, posts, people, leave: rowsOf(away) });
    const found = findingsOf(ruleOf(roster, 'absent-person'), roster, rows, world);
    expect(found.map(({ severity }) => severity)).toEqual(['look', 'must', 'must']);
  });

  test('leave that was only asked for, or refused, keeps nobody away', () => {
    expect(says('asked', duty('26', '白班', '韩卫东'))).toEqual([]);
    expect(says('refused', duty('26', '白班', '韩卫东'))).toEqual([]);
  });

  test('somebody else may be on duty', () => {
    expect(says('approved', duty('26', '白班', '唐志刚'))).toEqual([]);
  });
});

testLaws({
  rule: ruleOf(roster, 'absent-person'),
  register: roster,
  rows: fc.array(anyDuty, { maxLength: 3 }),
  unrelated: anyDuty.map((one) => ({ ...one, person: '梁雅琴' })),
  world: worldWith({
    posts,
    people,
    leave: rowsOf(
      { person: '韩卫东', from: '2026-11-23', to: '2026-11-24', state: 'approved' },
      { person: '冯树林', from: '2026-11-25', to: '2026-11-26', state: 'asked' },
    ),
  }),
});
