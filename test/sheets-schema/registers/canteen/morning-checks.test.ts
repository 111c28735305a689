import { describe, expect, test } from 'vitest';
import { morningChecks } from '#schema/registers/canteen/morning-checks.ts';
import { day } from '../../autumn.ts';
import { measured, says } from '../../said.ts';

const check = (on: string, more = {}) => ({
  done: `${on}T05:25:00`,
  what: 'morning',
  expected: 6,
  present: 6,
  unfit: 0,
  by: '林小梅',
  ...more,
});

describe('食堂晨检', () => {
  test('a school day without', () => {
    const rows = [check('2026-11-19'), check('2026-11-23')];
    expect(says(morningChecks, 'cadence-what', rows)).toEqual([
      ['daily 2026-11-20 ', '11月20日没有晨检记录，请补登记'],
    ]);
    const period = { from: day('2026-11-19'), to: day('2026-11-23') };
    expect(measured(morningChecks, 'kept', rows, { period })).toEqual([2, 3]);
  });

  test('who is unfit does not touch food, and it is said what was done', () => {
    const rows = [
      check('2026-11-19', { unfit: 1, finding: '发热', measure: 'stayed' }),
      check('2026-11-20', { unfit: 1, finding: '割伤', measure: 'otherWork' }),
      check('2026-11-23', { unfit: 1, finding: '发热' }),
      check('2026-11-24'),
    ];
    expect(says(morningChecks, 'unfit-at-work', rows)).toEqual([
      [0, '身体异常不能碰食品，请调离岗位'],
    ]);
    expect(says(morningChecks, 'needed-unfit', rows)).toEqual([[2, '有人异常，请补填处理']]);
    expect(measured(morningChecks, 'unfit', rows)).toBe(3);
  });

  test('the three numbers agree', () => {
    const rows = [
      check('2026-11-19', { present: 7 }),
      check('2026-11-20', { present: 1, unfit: 2 }),
      check('2026-11-23', { present: 5, unfit: 5 }),
    ];
    expect(says(morningChecks, 'more-present', rows).map(([place]) => place)).toEqual([0, 1]);
  });
});
