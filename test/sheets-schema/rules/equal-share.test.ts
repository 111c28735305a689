import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roster } from '#schema/registers/people/roster.ts';
import type { Row } from '#schema/row.ts';
import { findingsOf, rowsOf, ruleOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { anyDuty, duty, people, posts } from './roster-rules.ts';

function says(rows: readonly Row[], leave: readonly Row[] = []) {
  const world = worldWith({ roster: rows, posts, people, leave });
  return findingsOf(ruleOf(roster, 'equal-share'), roster, rows, world).map(
    ({ about, says: message }) => [about, message],
  );
}

const days = (person: string, ...all: readonly string[]) =>
  all.map((day) => duty(day, '白班', person));

describe('duties are shared', () => {
  test('four duties more than the least is a finding, day and night together', () => {
    const rows = rowsOf(
      ...days('韩卫东', '02', '04', '06', '08'),
      duty('10', '夜班', '韩卫东'),
      ...days('唐志刚', '03', '05'),
      ...days('冯树林', '07'),
    );
    expect(says(rows)).toEqual([['2026-11 白班 夜班', '11月韩卫东 5 班，最少 1 班，请匀']]);
  });

  test('three more is within the school’s setting', () => {
    const rows = rowsOf(
      ...days('韩卫东', '02', '04', '06', '08'),
      ...days('唐志刚', '03'),
      ...days('冯树林', '07'),
    );
    expect(says(rows)).toEqual([]);
  });

  test('somebody with leave in the month is not compared', () => {
    const rows = rowsOf(
      ...days('韩卫东', '02', '04', '06', '08', '10'),
      ...days('唐志刚', '03', '05'),
    );
    const away = rowsOf({
      person: '冯树林',
      from: '2026-11-01',
      to: '2026-11-20',
      state: 'approved',
    });
    expect(says(rows)).toHaveLength(1);
    expect(says(rows, away)).toEqual([]);
  });
});

testLaws({
  rule: ruleOf(roster, 'equal-share'),
  register: roster,
  rows: fc.array(anyDuty, { maxLength: 12 }),
  unrelated: anyDuty.map((one) => ({ ...one, post: '早查' })),
  world: worldWith({ posts, people }),
});
