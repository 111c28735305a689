import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checklists } from '#schema/registers/safety/checklists.ts';
import { findingsOf, rowsOf, ruleOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';

const places = rowsOf(
  { name: '教学楼', building: '教学楼', kind: 'building' },
  { name: '教学楼 A201', building: '教学楼', kind: 'classroom' },
  { name: '食堂 后厨', building: '食堂', kind: 'canteen' },
  { name: '旧仓库', building: '旧仓库', kind: 'store', outOfUse: true },
  { name: '操场', kind: 'outdoors' },
);
const says = (...areas: readonly { area: string; stopped?: boolean }[]) =>
  findingsOf(
    ruleOf(checklists, 'covered-area'),
    checklists,
    rowsOf(...areas),
    worldWith({ places }),
  ).map(({ about, says: message }) => [about, message]);

describe('an area that nobody inspects', () => {
  test('is found once a building', () => {
    expect(says({ area: '操场' })).toEqual([
      ['教学楼', '教学楼没有检查项目，请补一行'],
      ['食堂', '食堂没有检查项目，请补一行'],
    ]);
  });

  test('one room stands for its building', () => {
    expect(says({ area: '教学楼 A201' }, { area: '食堂 后厨' }, { area: '操场' })).toEqual([]);
  });

  test('a place without a name is none', () => {
    const nameless = worldWith({ places: rowsOf({ kind: 'classroom' }, { name: '操场' }) });
    expect(
      findingsOf(ruleOf(checklists, 'covered-area'), checklists, [], nameless).map(
        ({ about }) => about,
      ),
    ).toEqual(['操场']);
  });

  test('a stopped line covers nothing', () => {
    expect(
      says({ area: '教学楼' }, { area: '食堂 后厨' }, { area: '操场', stopped: true }),
    ).toEqual([['操场', '操场没有检查项目，请补一行']]);
  });
});

testLaws({
  rule: ruleOf(checklists, 'covered-area'),
  register: checklists,
  rows: fc.array(
    fc.record({
      area: fc.constantFrom('教学楼', '教学楼 A201', '食堂 后厨', '操场'),
      stopped: fc.constantFrom(true, undefined),
    }),
    { maxLength: 8 },
  ),
  unrelated: fc.constantFrom({ area: '旧仓库' }, {}, { area: '没有的地方' }),
  world: worldWith({ places }),
});
