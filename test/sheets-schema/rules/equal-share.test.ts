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

describe('only people who were there the whole month are compared', () => {
  const unequal = rowsOf(
    ...days('冯树林', '02', '04', '06', '08', '10'),
    ...days('韩卫东', '03'),
    ...days('唐志刚', '05'),
  );
  const saysOf = (staff: readonly Row[], leave: readonly Row[] = []) =>
    findingsOf(
      ruleOf(roster, 'equal-share'),
      roster,
      unequal,
      worldWith({ roster: unequal, posts, people: staff, leave }),
    ).map(({ says: message }) => message);
  const guard = (name: string, dates: object = {}) => ({ name, team: '保安', ...dates });

  test('whoever has the most and the least, in whatever order they are listed', () => {
    expect(saysOf(people)).toEqual(['11月冯树林 5 班，最少 1 班，请匀']);
    expect(saysOf(rowsOf(guard('韩卫东'), guard('冯树林'), guard('唐志刚')))).toHaveLength(1);
    expect(saysOf(rowsOf(guard('冯树林')))).toEqual([]);
  });

  test('from its first day to its last', () => {
    const least = (dates: object) => saysOf(rowsOf(guard('冯树林'), guard('韩卫东', dates))).length;
    expect([least({ joined: '2026-11-01' }), least({ joined: '2026-11-02' })]).toEqual([1, 0]);
    expect([least({ left: '2026-11-30' }), least({ left: '2026-11-29' })]).toEqual([1, 0]);
  });

  test('leave on one of its days takes somebody out, leave around it does not', () => {
    const staff = rowsOf(guard('冯树林'), guard('韩卫东'));
    const away = (from: string, to: string, person = '韩卫东') =>
      saysOf(staff, rowsOf({ person, from, to, state: 'approved' })).length;
    expect([away('2026-10-01', '2026-10-31'), away('2026-10-01', '2026-11-01')]).toEqual([1, 0]);
    expect([away('2026-12-01', '2026-12-02'), away('2026-11-30', '2026-12-02')]).toEqual([1, 0]);
    expect(away('2026-11-10', '2026-11-10', '别人')).toBe(1);
  });

  test('posts that other people share are another matter', () => {
    const twoTeams = rowsOf(
      { name: '白班', team: '保安', onWorkdays: 1, from: '07:00:00', until: '19:00:00' },
      { name: '夜班', team: '宿管', onWorkdays: 1, from: '19:00:00', until: '07:00:00' },
    );
    const staff = rowsOf(
      guard('冯树林'),
      guard('韩卫东'),
      { name: '甲', team: '宿管' },
      { name: '乙', team: '宿管' },
    );
    const rows = rowsOf(
      ...days('冯树林', '02', '04', '06'),
      ...['03', '05', '07'].map((on) => duty(on, '夜班', '甲')),
    );
    const about = findingsOf(
      ruleOf(roster, 'equal-share'),
      roster,
      [...rows, ...rowsOf(...days('冯树林', '08'), duty('09', '夜班', '甲'))],
      worldWith({ posts: twoTeams, people: staff }),
    ).map((found) => found.about);
    expect(about).toEqual(['2026-11 白班', '2026-11 夜班']);
  });
});

testLaws({
  rule: ruleOf(roster, 'equal-share'),
  register: roster,
  rows: fc.array(anyDuty, { maxLength: 12 }),
  unrelated: anyDuty.map((one) => ({ ...one, post: '早查' })),
  world: worldWith({ posts, people }),
});
