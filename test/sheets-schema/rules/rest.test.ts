import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roster } from '#schema/registers/people/roster.ts';
import { findingsOf, rowsOf, ruleOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { anyDuty, duty, people, posts } from './roster-rules.ts';

function says(...duties: readonly ReturnType<typeof duty>[]) {
  const rows = rowsOf(...duties);
  const world = worldWith({ roster: rows, posts, people });
  return findingsOf(ruleOf(roster, 'rest'), roster, rows, world).map(
    ({ place, severity, says: message }) => [place, severity, message],
  );
}

describe('rest around night and long duties', () => {
  test('a day duty straight after the night is a finding at the later one', () => {
    expect(says(duty('26', '夜班', '韩卫东'), duty('27', '白班', '韩卫东'))).toEqual([
      [1, 'must', '两班间只休息 0 小时，应 12，请换人'],
    ]);
  });

  test('what has begun already can only be looked at', () => {
    expect(says(duty('03', '夜班', '韩卫东'), duty('04', '白班', '韩卫东'))[0]?.[1]).toBe('look');
  });

  test('twelve hours between two long duties suffice', () => {
    expect(says(duty('26', '白班', '韩卫东'), duty('27', '白班', '韩卫东'))).toEqual([]);
  });

  test('two short duties may follow each other', () => {
    expect(
      says(duty('26', '早查', '韩卫东'), {
        ...duty('26', '早查', '韩卫东'),
        ...{ from: '08:00:00', until: '09:00:00' },
      }),
    ).toEqual([]);
  });

  test('the rest of one person says nothing of another', () => {
    expect(says(duty('26', '夜班', '韩卫东'), duty('27', '白班', '唐志刚'))).toEqual([]);
  });
});

testLaws({
  rule: ruleOf(roster, 'rest'),
  register: roster,
  rows: fc.array(anyDuty, { maxLength: 6 }),
  unrelated: anyDuty.map((one) => ({ ...one, person: '梁雅琴' })),
  world: worldWith({ posts, people }),
});

describe('of which duties the rest is taken', () => {
  test('in the order of time, whichever row was written first', () => {
    expect(says(duty('27', '白班', '韩卫东'), duty('26', '夜班', '韩卫东'))).toEqual([
      [0, 'must', '两班间只休息 0 小时，应 12，请换人'],
    ]);
  });

  test('in whole hours', () => {
    const later = { ...duty('27', '白班', '韩卫东'), from: '15:30:00', until: '21:00:00' };
    expect(says(duty('26', '夜班', '韩卫东'), later)).toEqual([
      [1, 'must', '两班间只休息 8 小时，应 12，请换人'],
    ]);
  });

  test('a duty that begins this minute can only be looked at', () => {
    const rows = rowsOf(duty('26', '夜班', '韩卫东'), duty('27', '白班', '韩卫东'));
    const severity = (now: string) =>
      findingsOf(ruleOf(roster, 'rest'), roster, rows, worldWith({ posts, people }, { now })).map(
        (found) => found.severity,
      );
    expect(severity('2026-11-27T06:59:59')).toEqual(['must']);
    expect(severity('2026-11-27T07:00:00')).toEqual(['look']);
  });

  test('a duty of nobody, or on a post that is not there, is none', () => {
    expect(says(duty('26', '夜班'), duty('27', '白班'))).toEqual([]);
    expect(says(duty('26', '没有的岗', '韩卫东'), duty('27', '白班', '韩卫东'))).toEqual([]);
  });
});
