import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { trainings } from '#schema/registers/people/trainings.ts';
import { rowsOf, ruleOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { told } from './told.ts';

const people = [{ name: '王大勇', team: '维修班' }, { name: '任永强' }];
const teams = [{ name: '食堂' }];
const says = (expected: string | undefined, others: object = { people, teams }) =>
  told(trainings, 'meant-expected', [{ expected }], { others: { ...others } });

describe('whoever is to come can be told', () => {
  test('everybody, a team of either list, a name', () => {
    for (const said of ['全体', '维修班', '食堂', '任永强', '食堂、王大勇', '', undefined])
      expect(says(said)).toEqual([]);
  });

  test('a word that is none of them; of several the first', () => {
    expect(says('维修组')).toEqual([[0, 'expected', 'must', '没有“维修组”，请写全体、班组或姓名']]);
    expect(says('食堂、王小勇、维修组')).toEqual([
      [0, 'expected', 'must', '没有“王小勇”，请写全体、班组或姓名'],
    ]);
  });

  test('nothing is said while there is no staff list', () => {
    expect(says('维修组', { teams })).toEqual([]);
    expect(says('维修组', { people: people.slice(0, 1) })).toHaveLength(1);
  });

  test('reads its column and both lists', () => {
    const { columns, reads } = ruleOf(trainings, 'meant-expected');
    expect([columns, reads]).toEqual([['expected'], ['people', 'teams']]);
  });
});

const anyRow = fc.record({ expected: fc.constantFrom('全体', '食堂', '维修组', '', undefined) });

testLaws({
  rule: ruleOf(trainings, 'meant-expected'),
  register: trainings,
  rows: fc.array(anyRow, { maxLength: 3 }),
  unrelated: anyRow,
  world: worldWith({ people: rowsOf(...people), teams: rowsOf(...teams) }),
});
