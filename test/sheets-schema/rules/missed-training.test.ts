import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { trainings } from '#schema/registers/people/trainings.ts';
import { rowsOf, ruleOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { told } from './told.ts';

const people = [
  { name: '王大勇', team: '维修班' },
  { name: '刘海峰', team: '维修班' },
  { name: '张桂兰', team: '食堂' },
  { name: '钱守义', team: '维修班', left: '2026-11-09' },
  { name: '新来的', team: '维修班', joined: '2026-11-11' },
];
const fire = (more: object = {}) => ({
  name: '灭火器使用',
  expected: '维修班',
  state: 'held',
  held: '2026-11-10T15:00:00',
  ...more,
});
const came = (person: string, state = 'present', training = '灭火器使用') => ({
  training,
  person,
  state,
});
const says = (
  rows: readonly ReturnType<typeof fire>[],
  attendance: readonly ReturnType<typeof came>[] = [],
) => told(trainings, 'left-out-missed', rows, { others: { people, attendance } });

describe('whoever missed a training makes up for it', () => {
  test('one is named; of several the first, and how many', () => {
    expect(says([fire()], [came('王大勇')])).toEqual([
      [0, 'expected', 'must', '刘海峰没参加，请补训补签'],
    ]);
    expect(says([fire()])).toEqual([[0, 'expected', 'must', '王大勇等 2 人没参加，请补训补签']]);
  });

  test('present, late and made up for count as there; leave and absence do not', () => {
    const withThe = (state: string) => says([fire()], [came('王大勇'), came('刘海峰', state)]);
    expect(['present', 'late', 'madeUp'].flatMap(withThe)).toEqual([]);
    expect(withThe('leave')).toHaveLength(1);
    expect(withThe('absent')).toHaveLength(1);
  });

  test('whoever had left, or had not come yet, is not asked', () => {
    expect(says([fire()], [came('王大勇'), came('刘海峰')])).toEqual([]);
    expect(says([fire({ held: '2026-11-11T15:00:00' })], [came('王大勇'), came('刘海峰')])).toEqual(
      [[0, 'expected', 'must', '新来的没参加，请补训补签']],
    );
  });

  test('a week is given for it', () => {
    expect(says([fire({ held: '2026-11-17T15:00:00', expected: '食堂' })])).toEqual([]);
    expect(says([fire({ held: '2026-11-16T15:00:00', expected: '食堂' })])).toHaveLength(1);
  });

  test('who signed in for another training did not come to this one', () => {
    expect(
      says([fire({ expected: '食堂' })], [came('张桂兰', 'present', '食品安全')]),
    ).toHaveLength(1);
    expect(says([fire({ expected: '食堂' })], [came(' 张桂兰', 'present', ' 灭火器使用')])).toEqual(
      [],
    );
  });

  test('one that was not held, or has no day, is missed by nobody', () => {
    expect(says([fire({ state: 'planned' })])).toEqual([]);
    expect(says([fire({ held: undefined })])).toEqual([]);
  });
});

const anyTraining = fc.record({
  name: fc.constant('灭火器使用'),
  expected: fc.constantFrom('维修班', '食堂', '全体'),
  state: fc.constantFrom('held', 'planned'),
  held: fc.constantFrom('2026-11-10T15:00:00', '2026-11-20T15:00:00', undefined),
});

testLaws({
  rule: ruleOf(trainings, 'left-out-missed'),
  register: trainings,
  rows: fc.array(anyTraining, { maxLength: 3 }),
  unrelated: anyTraining.map((one) => ({ ...one, name: '食品安全' })),
  world: worldWith({
    people: rowsOf(...people),
    attendance: rowsOf(came('王大勇'), came('刘海峰', 'late')),
  }),
});
