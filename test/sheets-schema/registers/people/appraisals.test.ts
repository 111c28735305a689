import { describe, expect, test } from 'vitest';
import { appraisals } from '#schema/registers/people/appraisals.ts';
import { measured, says } from '../../said.ts';

const others = {
  appraisalRules: [
    { name: '卫生不合格', kind: 'deduction', points: 2 },
    { name: '拾金不昧', kind: 'reward', points: 3 },
  ],
  inspections: [
    { happened: '2026-11-20T16:00:00', item: '教学楼 卫生', result: 'failed', found: '楼梯有垃圾' },
  ],
};
const points = (more = {}) => ({
  day: '2026-11-21',
  person: '杨玉珍',
  clause: '卫生不合格',
  points: -2,
  source: 'inspections',
  recordDay: '2026-11-20',
  record: '教学楼卫生',
  ...more,
});

describe('考核', () => {
  test('points have a record behind them: that register, that day, those words', () => {
    expect(
      says(
        appraisals,
        'no-record',
        [
          points(),
          points({ record: '楼梯有垃圾！' }),
          points({ record: '宿舍卫生' }),
          points({ recordDay: '2026-11-19' }),
          points({ record: undefined }),
          points({ recordDay: undefined }),
        ],
        { others },
      ),
    ).toEqual([
      [2, '检查记录11月20日没有“宿舍卫生”，请核对'],
      [3, '检查记录11月19日没有“教学楼卫生”，请核对'],
      [4, '没有依据，请填记录日期和内容'],
      [5, '没有依据，请填记录日期和内容'],
    ]);
  });

  test('points that rest on paper show it', () => {
    const paper = { source: 'paper', recordDay: undefined, record: undefined };
    expect(
      says(appraisals, 'no-record', [
        points(paper),
        points({ ...paper, photo: 'https://example.edu.cn/1.jpg' }),
      ]),
    ).toEqual([[0, '依据是纸质记录，请附照片']]);
  });

  test('as many as the clause says, with its sign, or a reason', () => {
    expect(
      says(
        appraisals,
        'by-clause',
        [
          points(),
          points({ points: -3 }),
          points({ points: -3, reason: '第二次' }),
          points({ clause: '拾金不昧', points: -3 }),
          points({ clause: '没有的条款', points: -9 }),
        ],
        { others },
      ),
    ).toEqual([
      [1, '细则是 -2 分，请改分数或写说明'],
      [3, '细则是 3 分，请改分数或写说明'],
    ]);
  });

  test('a dorm is judged as a whole: each of the staff who live there', () => {
    const beds = [
      { room: '宿舍3号楼 302', kind: 'staff', resident: '潘国庆' },
      { room: '宿舍3号楼 302', kind: 'staff', resident: '余振华' },
      { room: '宿舍3号楼 302', kind: 'staff', resident: '邓立军', until: '2026-10-01' },
    ];
    const dorm = (person: string) =>
      points({ person, source: 'dormChecks', record: '宿舍3号楼302' });
    expect(says(appraisals, 'whole-dorm', [dorm('潘国庆')], { others: { beds } })).toEqual([
      [0, '同寝室的余振华还没考核，请补上'],
    ]);
    expect(
      says(appraisals, 'whole-dorm', [dorm('潘国庆'), dorm('余振华')], { others: { beds } }),
    ).toEqual([]);
    expect(
      says(appraisals, 'whole-dorm', [points({ person: '潘国庆' })], { others: { beds } }),
    ).toEqual([]);
  });

  test('one thing is judged once, and not before it happened', () => {
    expect(
      says(appraisals, 'unique-person-clause-source-recordDay-record', [points(), points()]),
    ).toEqual([[1, '杨玉珍同一件事打了两次分，请删一行']]);
    expect(
      says(appraisals, 'before-the-record', [
        points({ day: '2026-11-19' }),
        points({ day: '2026-11-20' }),
      ]),
    ).toEqual([[0, '考核日期早于记录日期，请核对']]);
  });

  test('given, taken, and how many rest on a record', () => {
    const rows = [
      points(),
      points({ record: '别的' }),
      points({ points: 3, clause: '拾金不昧' }),
      points({ day: '2026-10-31' }),
    ];
    expect(
      ['entries', 'rewards', 'deductions', 'backed'].map((figure) =>
        measured(appraisals, figure, rows, { others }),
      ),
    ).toEqual([3, 3, 4, [2, 3]]);
  });
});
