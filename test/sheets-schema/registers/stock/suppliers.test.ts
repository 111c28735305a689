import { describe, expect, test } from 'vitest';
import { suppliers } from '#schema/registers/stock/suppliers.ts';
import { rowsOf } from '../../made.ts';
import { november, planned, says, worldAround } from '../../said.ts';

describe('供应商', () => {
  test('a licence that ended, or ends within a month; not of one that is no longer used', () => {
    const of = (licenceUntil: string, stopped = false) => ({ name: '甲', licenceUntil, stopped });
    expect(
      says(suppliers, 'expiry-licenceUntil', [
        of('2026-11-23'),
        of('2026-12-24'),
        of('2026-12-25'),
        of('2026-11-01', true),
      ]),
    ).toEqual([
      [0, '许可证11月23日已过期，请换证或停用'],
      [1, '许可证12月24日到期，请催换新证'],
    ]);
  });

  test('designated until', () => {
    const of = (designatedUntil: string, designated = true) => ({
      name: '甲',
      designatedUntil,
      designated,
    });
    expect(
      says(suppliers, 'expiry-designatedUntil', [
        of('2026-11-01'),
        of('2026-11-30'),
        of('2026-11-01', false),
      ]),
    ).toEqual([
      [0, '定点11月1日已到期，请重新议定'],
      [1, '定点11月30日到期，请准备议定'],
    ]);
  });

  test('food needs its licence, a designated supplier its term', () => {
    const food = { name: '甲', kind: 'food' };
    expect(
      says(suppliers, 'needed-food', [
        food,
        { ...food, stopped: true },
        { name: '乙', kind: 'goods' },
      ]),
    ).toEqual([[0, '食品供应商，请补填许可证号']]);
    expect(
      says(suppliers, 'needed-designated', [{ name: '甲', designated: true }, { name: '乙' }]),
    ).toEqual([[0, '定点供应商，请补填定点到期']]);
  });

  test('the score: deliveries accepted whole, by supplier', () => {
    const rows = rowsOf({ name: '甲' }, { name: '乙' }, { name: '丙' });
    const receipt = (order: string, rejected = 0) => ({
      received: '2026-11-10T09:00:00',
      order,
      rejected,
    });
    const others = {
      orders: [
        { name: 'CG-1', supplier: '甲' },
        { name: 'CG-2', supplier: '乙' },
      ],
      receipts: [receipt('CG-1'), receipt('CG-1', 2), receipt('CG-1'), receipt('CG-2')],
    };
    expect(
      suppliers.breakdowns?.score?.split(rows, november, worldAround(suppliers, rows, { others })),
    ).toEqual([
      { name: '乙', value: 100 },
      { name: '甲', value: 66.7 },
    ]);
  });

  test('the plan of the month in which a licence ends', () => {
    expect(
      planned(suppliers, [
        { name: '甲', licenceUntil: '2026-12-12' },
        { name: '乙', licenceUntil: '2027-01-12' },
      ]),
    ).toEqual([['换甲的许可证复印件', '采购员', '2026-12-12']]);
  });
});
