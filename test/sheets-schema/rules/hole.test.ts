import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leave } from '#schema/registers/people/leave.ts';
import { rowsOf, ruleOf, worldWith } from '../made.ts';
import { says } from '../said.ts';
import { testLaws } from './laws.ts';
import { told } from './told.ts';

const posts = [
  { name: '门卫白班', from: '07:00:00', until: '19:00:00', onWorkdays: 1 },
  { name: '门卫夜班', from: '19:00:00', until: '07:00:00', onWorkdays: 1 },
];
const duty = (day: string, post: string, person: string) => ({
  day: `2026-11-${day}`,
  post,
  person,
});
const away = (person: string, more = {}) => ({
  person,
  kind: 'swap',
  from: '2026-11-26',
  to: '2026-11-27',
  state: 'approved',
  ...more,
});
const holes = (
  roster: readonly ReturnType<typeof duty>[],
  ...leaves: readonly ReturnType<typeof away>[]
) => says(leave, 'hole', leaves, { others: { posts, roster } });

describe('leave and swaps leave no hole in the roster', () => {
  const night = duty('26', '门卫夜班', '唐志刚');

  test('somebody must be named for each duty of those days', () => {
    expect(holes([night], away('唐志刚'))).toEqual([[0, '11月26日门卫夜班没人顶，请填顶班人']]);
    expect(holes([night], away('唐志刚', { cover: '冯树林' }))).toEqual([]);
  });

  test('without a duty on those days there is no hole', () => {
    expect(holes([duty('28', '门卫夜班', '唐志刚')], away('唐志刚'))).toEqual([]);
    expect(holes([duty('26', '门卫夜班', '冯树林')], away('唐志刚'))).toEqual([]);
  });

  test('whoever covers is not away', () => {
    expect(
      holes([night], away('唐志刚', { cover: '冯树林' }), away('冯树林', { to: '2026-11-26' })),
    ).toEqual([[0, '顶班人11月26日也请假，请换人']]);
    expect(
      holes([night], away('唐志刚', { cover: '冯树林' }), away('冯树林', { state: 'asked' })),
    ).toEqual([]);
  });

  test('whoever covers is not on another duty at that time; the one before it is no hindrance', () => {
    expect(
      holes([night, duty('26', '门卫夜班', '冯树林')], away('唐志刚', { cover: '冯树林' })),
    ).toEqual([[0, '顶班人11月26日自己有班，请换人']]);
    expect(
      holes([night, duty('26', '门卫白班', '冯树林')], away('唐志刚', { cover: '冯树林' })),
    ).toEqual([]);
  });

  test('asked for is warned of already; refused, or gone by, is not', () => {
    expect(holes([night], away('唐志刚', { state: 'asked' }))).toHaveLength(1);
    expect(holes([night], away('唐志刚', { state: 'refused' }))).toEqual([]);
    expect(
      holes([duty('23', '门卫夜班', '唐志刚')], away('唐志刚', { from: '2026-11-23' })),
    ).toEqual([]);
  });
});

describe('the days of a leave', () => {
  const on = (...days: readonly string[]) => days.map((day) => duty(day, '门卫夜班', '唐志刚'));

  test('from its first to its last, and a single day when it has no last', () => {
    expect(holes(on('25'), away('唐志刚'))).toEqual([]);
    expect(holes(on('26'), away('唐志刚'))).toHaveLength(1);
    expect(holes(on('27'), away('唐志刚'))).toHaveLength(1);
    expect(holes(on('28'), away('唐志刚'))).toEqual([]);
    expect(holes(on('26'), away('唐志刚', { to: undefined }))).toHaveLength(1);
    expect(holes(on('27'), away('唐志刚', { to: undefined }))).toEqual([]);
  });

  test('of today the hole can still be filled', () => {
    expect(holes(on('24'), away('唐志刚', { from: '2026-11-24' }))).toHaveLength(1);
  });

  test('the earliest hole is told, at the column for whoever covers', () => {
    const others = { posts, roster: on('27', '26') };
    expect(told(leave, 'hole', [away('唐志刚')], { others })).toEqual([
      [0, 'cover', 'must', '11月26日门卫夜班没人顶，请填顶班人'],
    ]);
    expect(
      told(leave, 'hole', [away('唐志刚')], { others: { posts, roster: on('26', '27') } }),
    ).toHaveLength(1);
  });

  test('one that is covered does not hide one that is not', () => {
    const roster = [...on('26', '27'), duty('27', '门卫夜班', '冯树林')];
    expect(holes(roster, away('唐志刚', { cover: '冯树林' }))).toEqual([
      [0, '顶班人11月27日自己有班，请换人'],
    ]);
  });

  test('a leave without days, or of nobody, leaves no hole', () => {
    expect(holes(on('26'), away('唐志刚', { from: undefined }))).toEqual([]);
    expect(holes(on('26'), away('唐志刚', { from: undefined, to: undefined }))).toEqual([]);
    expect(holes(on('26'), away('唐志刚', { to: '下周' }))).toEqual([]);
    expect(holes([duty('26', '门卫夜班', '')], away(''))).toEqual([]);
  });
});

const anyLeave = fc.record({
  person: fc.constantFrom('唐志刚', '冯树林'),
  from: fc.constantFrom('2026-11-25', '2026-11-26'),
  to: fc.constantFrom('2026-11-27', undefined),
  cover: fc.constantFrom('冯树林', '韩卫东', undefined),
  state: fc.constantFrom('approved', 'asked', 'refused'),
});

testLaws({
  rule: ruleOf(leave, 'hole'),
  register: leave,
  rows: fc.array(anyLeave, { maxLength: 3 }),
  unrelated: anyLeave.map((one) => ({ ...one, person: '别人' })),
  world: worldWith({
    posts: rowsOf(...posts),
    roster: rowsOf(duty('26', '门卫夜班', '唐志刚'), duty('27', '门卫夜班', '冯树林')),
  }),
});
