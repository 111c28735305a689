import { describe, expect, test } from 'vitest';
import { stocktakes } from '#schema/registers/stock/stocktakes.ts';
import { measured, planned, says } from '../../said.ts';

describe('盘点安排', () => {
  test('past its last day and not ended', () => {
    const open = { name: '盘点', end: '2026-11-23', state: 'open' };
    expect(
      says(stocktakes, 'past-its-end', [
        open,
        { ...open, state: 'ended' },
        { ...open, end: '2026-11-24' },
      ]),
    ).toEqual([[0, '盘点已到期，请结束或改日期']]);
  });

  test('each month of school since the first has one; a plan alone is none', () => {
    const of = (start: string, state = 'ended') => ({ start, state });
    expect(
      says(stocktakes, 'month-without', [
        of('2026-08-31'),
        of('2026-09-30'),
        of('2026-10-30', 'planned'),
      ]),
    ).toEqual([['2026-10', '10月没有盘点，请补盘或补登记']]);
    expect(says(stocktakes, 'month-without', [of('2026-09-30'), of('2026-10-30')])).toEqual([]);
    expect(says(stocktakes, 'month-without', [])).toEqual([]);
  });

  test('begun in the period', () => {
    expect(
      measured(stocktakes, 'held', [
        { start: '2026-11-02', state: 'ended' },
        { start: '2026-11-23', state: 'open' },
        { start: '2026-11-30', state: 'planned' },
        { start: '2026-10-30', state: 'ended' },
      ]),
    ).toBe(2);
  });

  test('the plan has the stocktake of the month, unless somebody planned one; and what was not ended', () => {
    expect(planned(stocktakes, [])).toEqual([['月末盘点全部库存', '库管员', '2026-12-31']]);
    expect(
      planned(stocktakes, [
        { name: '年终盘点', start: '2026-12-28', end: '2026-12-30', state: 'planned' },
        { name: '抽盘', start: '2026-11-23', end: '2026-11-25', state: 'open', leader: '丁小军' },
      ]),
    ).toEqual([['结束抽盘', '丁小军', '2026-12-01']]);
  });
});
