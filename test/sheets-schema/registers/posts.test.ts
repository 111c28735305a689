import { expect, test } from 'vitest';
import { posts } from '#schema/registers/people/posts.ts';
import { namesIn } from '#schema/roster/posts.ts';
import { findings, rowsOf, worldWith } from '../made.ts';

const world = worldWith({ people: rowsOf({ name: '韩卫东' }, { name: '唐志刚' }) });
const says = (rule: string, post: object) =>
  findings(posts, rule, [{ name: '白班', ...post }], world).map(({ says: message }) => message);

test.each(['韩卫东、唐志刚', '韩卫东，唐志刚', '韩卫东 唐志刚', '韩卫东,唐志刚；'])(
  'names as written in “%s”',
  (written) => {
    expect(namesIn(written)).toEqual(['韩卫东', '唐志刚']);
  },
);

test('whoever may take a post is on the staff list', () => {
  expect(says('names-are-staff', { may: '韩卫东、唐志强' })).toEqual([
    '人员名单里没有“唐志强”，请改',
  ]);
  expect(says('names-are-staff', { may: '韩卫东、唐志刚' })).toEqual([]);
  expect(says('names-are-staff', {})).toEqual([]);
});

test('a post says how many people it needs', () => {
  expect(says('nobody-needed', { onWorkdays: 0 })).toEqual(['请填每天需要几人，否则不排班']);
  expect(says('nobody-needed', { onHolidays: 1 })).toEqual([]);
});
