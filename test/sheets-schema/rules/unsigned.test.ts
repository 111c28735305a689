import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roster } from '#schema/registers/people/roster.ts';
import type { Row } from '#schema/row.ts';
import { findingsOf, rowsOf, ruleOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { anyDuty, duty, people, posts } from './roster-rules.ts';

function says(rows: readonly Row[], now: string, dutySigns: readonly Row[] = []) {
  const world = worldWith({ roster: rows, posts, people, dutySigns }, { now });
  return findingsOf(ruleOf(roster, 'unsigned-signed'), roster, rows, world).map(
    ({ says: message }) => message,
  );
}

describe('a duty is signed within a day of its end', () => {
  const night = rowsOf(duty('05', '夜班', '韩卫东'));

  test('the night of the 5th ends on the 6th at seven, and may be signed until the 7th at seven', () => {
    expect(says(night, '2026-11-07T07:00:00')).toEqual([]);
    expect(says(night, '2026-11-07T07:01:00')).toEqual(['11月5日夜班没签到，请补签']);
  });

  test('signed in the row, it is signed', () => {
    expect(says(rowsOf(duty('05', '夜班', '韩卫东', '06T07:10')), '2026-11-20T08:00:00')).toEqual(
      [],
    );
  });

  test('signed by the form, for the same day, post and person, it is signed', () => {
    const day = '2026-11-05';
    const now = '2026-11-20T08:00:00';
    expect(says(night, now, rowsOf({ day, post: '夜班', person: '韩卫东' }))).toEqual([]);
    expect(says(night, now, rowsOf({ day, post: '夜班', person: '唐志刚' }))).toHaveLength(1);
  });

  test('a duty on a post that is not there has no end', () => {
    expect(says(rowsOf(duty('05', '没有的岗', '韩卫东')), '2026-11-20T08:00:00')).toEqual([]);
  });

  test('a duty that lies ahead need not be signed', () => {
    expect(says(night, '2026-11-05T12:00:00')).toEqual([]);
  });
});

testLaws({
  rule: ruleOf(roster, 'unsigned-signed'),
  register: roster,
  rows: fc.array(anyDuty, { maxLength: 3 }),
  unrelated: anyDuty,
  world: worldWith({
    posts,
    people,
    dutySigns: rowsOf({ day: '2026-11-22', post: '夜班', person: '韩卫东' }),
  }),
});
