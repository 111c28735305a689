import { describe, expect, test } from 'vitest';
import { pestControl } from '#schema/registers/canteen/pest-control.ts';
import { measured, planned, says } from '../../said.ts';

const treatment = (done: string, next: string, more = {}) => ({
  done,
  area: '食堂及周边',
  target: 'all',
  firm: '安居公司',
  traces: 'none',
  next,
  by: '林小梅',
  ...more,
});

describe('有害生物防制', () => {
  test('what was announced is done; a later treatment settles it, another area does not', () => {
    const rows = [
      treatment('2026-09-20', '2026-10-20'),
      treatment('2026-10-20', '2026-11-23'),
      treatment('2026-11-01', '2026-11-29', { area: '宿舍' }),
      treatment('2026-11-01', '2026-11-30', { area: '库房' }),
    ];
    expect(says(pestControl, 'expiry-next', rows)).toEqual([
      [1, '11月23日该消杀没做，请安排'],
      [2, '11月29日该消杀，请约消杀单位'],
    ]);
  });

  test('traces call for a measure, and the next time comes after this one', () => {
    const rows = [
      treatment('2026-11-20', '2026-12-20', { traces: 'found' }),
      treatment('2026-11-20', '2026-12-20', { traces: 'found', measure: '堵洞' }),
      treatment('2026-11-20', '2026-11-10'),
    ];
    expect(says(pestControl, 'needed-traces', rows)).toEqual([[0, '有踪迹，请补填封堵措施']]);
    expect(says(pestControl, 'in-order-done-next', rows).map(([place]) => place)).toEqual([2]);
    expect([measured(pestControl, 'done', rows), measured(pestControl, 'traced', rows)]).toEqual([
      3, 2,
    ]);
  });

  test('the plan has what falls due, and what is late from its first day', () => {
    const rows = [
      treatment('2026-10-20', '2026-11-23'),
      treatment('2026-11-20', '2026-12-20', { area: '宿舍', by: '许慧芳' }),
      treatment('2026-11-20', '2027-01-02', { area: '库房' }),
    ];
    expect(planned(pestControl, rows)).toEqual([
      ['食堂及周边灭鼠灭虫', '林小梅', '2026-12-01'],
      ['宿舍灭鼠灭虫', '许慧芳', '2026-12-20'],
    ]);
  });
});
