import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { registers } from '#schema/registers/index.ts';
import { appraisals } from '#schema/registers/people/appraisals.ts';
import { pointSources, recordBehind } from '#schema/rules/points.ts';
import { findingsOf, rowsOf, ruleOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { told } from './told.ts';

const others = {
  appraisalRules: [
    { name: '卫生不合格', kind: 'deduction', points: 2 },
    { name: '拾金不昧', kind: 'reward', points: 3 },
    { name: '口头提醒', kind: 'deduction' },
  ],
  inspections: [{ happened: '2026-11-20T16:00:00', item: '教学楼 卫生', found: '楼梯有垃圾' }],
};
const points = (more: object = {}) => ({
  day: '2026-11-21',
  person: '杨玉珍',
  clause: '卫生不合格',
  points: -2,
  source: 'inspections',
  recordDay: '2026-11-20',
  record: '楼梯有垃圾',
  ...more,
});

describe('points have a record behind them', () => {
  const says = (more: object) => told(appraisals, 'no-record', [points(more)], { others });

  test('of that register, that day and those words', () => {
    expect(says({})).toEqual([]);
    expect(says({ record: '教学楼，卫生' })).toEqual([]);
    expect(says({ record: '宿舍卫生' })).toEqual([
      [0, 'record', 'must', '检查记录11月20日没有“宿舍卫生”，请核对'],
    ]);
    expect(says({ recordDay: '2026-11-21' })).toEqual([
      [0, 'record', 'must', '检查记录11月21日没有“楼梯有垃圾”，请核对'],
    ]);
    expect(says({ source: 'dormChecks' })).toEqual([
      [0, 'record', 'must', '寝室检查11月20日没有“楼梯有垃圾”，请核对'],
    ]);
  });

  test('with its day and its words filled in, the day first', () => {
    const words = '没有依据，请填记录日期和内容';
    expect(says({ record: undefined })).toEqual([[0, 'record', 'must', words]]);
    expect(says({ recordDay: undefined })).toEqual([[0, 'recordDay', 'must', words]]);
    expect(says({ recordDay: undefined, record: undefined })).toEqual([
      [0, 'recordDay', 'must', words],
    ]);
  });

  test('or a photo of the paper', () => {
    expect(says({ source: 'paper' })).toEqual([[0, 'photo', 'must', '依据是纸质记录，请附照片']]);
    expect(says({ source: 'paper', photo: 'https://example.edu.cn/1.jpg' })).toEqual([]);
  });

  test('without a source the rule for required cells speaks', () => {
    expect(says({ source: undefined, record: undefined })).toEqual([]);
  });

  test('a source that is no longer one is told by the rule for choices', () => {
    expect(says({ source: 'abolished' })).toEqual([]);
  });

  test('nothing can be told while that register is switched off', () => {
    const of = registers.filter(({ key }) => key !== 'inspections');
    const row = rowsOf(points({ record: '宿舍卫生' }));
    expect(findingsOf(recordBehind, appraisals, row, worldWith({}, { of }))).toEqual([]);
    expect(findingsOf(recordBehind, appraisals, row, worldWith({}))).toHaveLength(1);
  });

  test('reads every register that points may rest on; paper is none', () => {
    expect([...recordBehind.reads, 'paper']).toEqual(Object.keys(pointSources));
  });
});

describe('points are those of the clause', () => {
  const says = (more: object) => told(appraisals, 'by-clause', [points(more)], { others });

  test('deductions below nothing, rewards above', () => {
    expect(says({})).toEqual([]);
    expect(says({ points: 2 })).toEqual([[0, 'points', 'must', '细则是 -2 分，请改分数或写说明']]);
    expect(says({ clause: '拾金不昧', points: 3 })).toEqual([]);
    expect(says({ clause: ' 拾金不昧 ', points: -3 })).toEqual([
      [0, 'points', 'must', '细则是 3 分，请改分数或写说明'],
    ]);
    expect(says({ clause: '口头提醒', points: -1 })).toHaveLength(1);
  });

  test('unless a reason says why not', () => {
    expect(says({ points: -3, reason: '第二次' })).toEqual([]);
  });

  test('nothing is said of a clause that is not there, or before points are given', () => {
    expect(says({ clause: '没有的条款' })).toEqual([]);
    expect(says({ points: undefined })).toEqual([]);
  });
});

const anyPoints = fc.record({
  clause: fc.constantFrom('卫生不合格', '拾金不昧', undefined),
  points: fc.constantFrom(-2, 3, undefined),
  reason: fc.constantFrom(undefined, undefined, '第二次'),
  source: fc.constantFrom('inspections', 'paper', undefined),
  recordDay: fc.constantFrom('2026-11-20', undefined),
  record: fc.constantFrom('楼梯有垃圾', '别的', undefined),
});

for (const key of ['no-record', 'by-clause'])
  testLaws({
    rule: ruleOf(appraisals, key),
    register: appraisals,
    rows: fc.array(anyPoints, { maxLength: 3 }),
    unrelated: anyPoints,
    world: worldWith({
      appraisalRules: rowsOf(...others.appraisalRules),
      inspections: rowsOf(...others.inspections),
    }),
  });
