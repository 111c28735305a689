import { describe, expect, test } from 'vitest';
import { canteenControl } from '#schema/registers/canteen/canteen-control.ts';
import { day } from '../../autumn.ts';
import { measured, planned, says } from '../../said.ts';

const control = (on: string, level = 'daily', more = {}) => ({
  done: `${on}T16:30:00`,
  level,
  by: '林小梅',
  checked: '晨检、留样、消毒',
  result: 'clear',
  ...more,
});

describe('日管控、周排查、月调度', () => {
  test('a day, a week, a month without', () => {
    const rows = [
      control('2026-10-30'),
      ...[
        '02',
        '03',
        '04',
        '05',
        '06',
        '09',
        '10',
        '11',
        '12',
        '13',
        '16',
        '17',
        '18',
        '20',
        '23',
      ].map((one) => control(`2026-11-${one}`)),
      control('2026-11-13', 'weekly'),
      control('2026-11-20', 'weekly'),
    ];
    expect(says(canteenControl, 'cadence-level', rows)).toEqual([
      ['daily 2026-11-19 ', '11月19日没有日管控记录，请补查补记'],
      ['weekly 2026-11-02 ', '11月2日那周没有周排查，请补'],
    ]);
    const december = { now: '2026-12-01T09:00:00' };
    expect(says(canteenControl, 'cadence-level', [control('2026-11-01')], december).at(-1)).toEqual(
      ['monthly 2026-11-01 ', '11月没有月调度，请补'],
    );
    const period = { from: day('2026-11-16'), to: day('2026-11-22') };
    expect(measured(canteenControl, 'kept', rows, { period })).toEqual([5, 6]);
  });

  test('a risk has its measure, and is mended in three days', () => {
    const found = (on: string, more = {}) =>
      control(on, 'daily', { result: 'found', found: '封条松', measure: '换封条', ...more });
    const rows = [
      found('2026-11-20'),
      found('2026-11-21'),
      found('2026-11-02', { mended: '2026-11-02' }),
      found('2026-11-23', { measure: undefined }),
    ];
    expect(says(canteenControl, 'not-mended', rows)).toEqual([[0, '“封条松”4天没解决，请处理']]);
    expect(says(canteenControl, 'needed-found', rows)).toEqual([[3, '有风险，请补填防范措施']]);
    expect([
      measured(canteenControl, 'risks', rows),
      measured(canteenControl, 'entries', rows),
    ]).toEqual([4, 4]);
  });

  test('twenty days running without any risk look copied', () => {
    const days = Array.from({ length: 20 }, (_, index) =>
      control(`2026-11-${String(index + 1).padStart(2, '0')}`),
    );
    expect(says(canteenControl, 'copied-by', days)).toEqual([
      [19, '林小梅连续20天零风险，请现场抽查'],
    ]);
    expect(says(canteenControl, 'copied-by', days.slice(1))).toEqual([]);
  });

  test('the plan has one line for the month', () => {
    expect(planned(canteenControl, [])).toEqual([
      ['食品安全日管控、周排查、月调度', '食品安全员', '2026-12-31'],
    ]);
  });
});
