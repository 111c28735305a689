import { describe, expect, test } from 'vitest';
import { leave } from '#schema/registers/people/leave.ts';
import { says } from '../said.ts';

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
