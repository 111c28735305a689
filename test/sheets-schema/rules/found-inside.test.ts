import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moment, yesNo } from '#schema/columns.ts';
import { valueAt } from '#schema/row.ts';
import { foundInside } from '#schema/rules/found-inside.ts';
import { findingsOf, rowsOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { smallRegister } from './small-register.ts';

const columns = {
  seen: moment({ zh: '时间', en: 'When' }),
  found: yesNo({ zh: '校内发现', en: 'Found inside' }),
};
const rule = foundInside({
  at: 'found',
  happened: 'seen',
  isFound: (row) => valueAt(row, 'found') === true,
  posts: () => ['门卫白班', '门卫夜班'],
});
const gate = smallRegister(columns, rule);
const world = worldWith({
  posts: rowsOf(
    { name: '门卫白班', team: '保安', from: '07:00:00', until: '19:00:00' },
    { name: '门卫夜班', team: '保安', from: '19:00:00', until: '07:00:00' },
    { name: '食堂早班', team: '食堂', from: '05:00:00', until: '11:30:00' },
  ),
  roster: rowsOf(
    { day: '2026-11-23', post: '食堂早班', person: '马春生' },
    { day: '2026-11-23', post: '门卫白班', person: '唐志刚' },
    { day: '2026-11-23', post: '门卫夜班', person: '曹德明' },
  ),
});
const says = (seen: string, found = true) =>
  findingsOf(rule, gate, rowsOf({ seen, found }), world).map(({ says: said }) => said);

describe('somebody found inside who is in no row', () => {
  test('is told against whoever had the gate then, through midnight too', () => {
    expect(says('2026-11-23T10:00:00')).toEqual(['有人没登记进校，当班唐志刚，请查明']);
    expect(says('2026-11-24T02:00:00')).toEqual(['有人没登记进校，当班曹德明，请查明']);
  });

  test('when nobody had it, the post is asked', () => {
    expect(says('2026-11-22T10:00:00')).toEqual(['有人没登记进校，请查当时谁在岗']);
  });

  test('a visitor who was registered is no finding', () => {
    expect(says('2026-11-23T10:00:00', false)).toEqual([]);
  });
});

const anyRow = fc.record({
  seen: fc.constantFrom('2026-11-23T10:00:00', '2026-11-22T10:00:00', undefined),
  found: fc.boolean(),
});

testLaws({
  rule,
  register: gate,
  rows: fc.array(anyRow, { maxLength: 3 }),
  unrelated: anyRow,
  world,
});
