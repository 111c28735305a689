import { describe, expect, test } from 'vitest';
import { assetCounts } from '#schema/registers/assets/asset-counts.ts';
import { measured, planned, says, worldAround } from '../../said.ts';

const assets = [
  { number: 'XC-1', place: '东门', bought: '2020-09-01', state: 'inUse' },
  { number: 'XC-2', place: '东门', bought: '2020-09-01', state: 'inUse' },
  { number: 'XC-3', place: '食堂', bought: '2020-09-01', state: 'idle' },
  { number: 'XC-4', place: '东门', bought: '2020-09-01', state: 'disposed' },
];
const others = { assets };
const seen = (asset: string, more = {}) => ({
  at: '2026-11-02T09:00:00',
  campaign: '秋季清查',
  asset,
  result: 'found',
  place: '东门',
  ...more,
});

describe('校产清查', () => {
  test('counted twice in one count; another count is another', () => {
    const rows = [seen('XC-1'), seen('XC-1', { campaign: '期末清查' }), seen('xc-1')];
    expect(says(assetCounts, 'unique-asset-campaign', rows)).toEqual([
      [2, 'xc-1这次清查点了两遍，请核对'],
    ]);
  });

  test('missing; damaged is there', () => {
    const result = (said: string) => says(assetCounts, 'missing', [seen('XC-1', { result: said })]);
    expect(result('missing')).toEqual([[0, '没找到，请查去向或办处置']]);
    expect(result('damaged')).toEqual([]);
  });

  test('counted elsewhere than 校产 says; what is missing was not seen anywhere', () => {
    const elsewhere = (more: object) =>
      says(assetCounts, 'elsewhere', [seen('XC-3', more)], { others });
    expect(elsewhere({})).toEqual([[0, '该在食堂，请搬回或办移交']]);
    expect(elsewhere({ place: '食堂' })).toEqual([]);
    expect(elsewhere({ result: 'missing' })).toEqual([]);
    expect(elsewhere({ asset: 'XC-9' })).toEqual([]);
  });

  describe('left out', () => {
    const leftOut = (now: string, ...rows: readonly ReturnType<typeof seen>[]) =>
      says(assetCounts, 'left-out', rows, { others, now });

    test('once the count has had its three weeks; not what was disposed of', () => {
      const counted = [seen('XC-1'), seen('XC-3', { at: '2026-11-05T09:00:00' })];
      expect(leftOut('2026-11-24T00:00:00', ...counted)).toEqual([
        ['秋季清查', '秋季清查漏1件，如XC-2，请补点'],
      ]);
      expect(leftOut('2026-11-23T23:00:00', ...counted)).toEqual([]);
      expect(leftOut('2026-11-24T00:00:00', ...counted, seen('XC-2'))).toEqual([]);
    });

    test('a count that began later counts alone', () => {
      const before = ['XC-1', 'XC-2', 'XC-3'].map((one) =>
        seen(one, { campaign: '春季清查', at: '2026-04-02T09:00:00' }),
      );
      expect(leftOut('2026-11-24T00:00:00', ...before)).toEqual([]);
      expect(leftOut('2026-11-24T00:00:00', seen('XC-1'), ...before)).toEqual([
        ['秋季清查', '秋季清查漏2件，如XC-2，请补点'],
      ]);
    });

    test('not what was bought after the count began', () => {
      const later = [...assets, { number: 'XC-5', bought: '2026-11-03', state: 'inUse' }];
      const rows = ['XC-1', 'XC-2', 'XC-3'].map((one) => seen(one));
      expect(says(assetCounts, 'left-out', rows, { others: { assets: later } })).toEqual([]);
    });
  });

  test('the sheet of a place lists what should be there', () => {
    const world = worldAround(assetCounts, [], { others });
    const [sheet] = assetCounts.batches ?? [];
    expect(sheet?.rows(world, { place: '东门' })).toEqual([{ asset: 'XC-1' }, { asset: 'XC-2' }]);
    expect(sheet?.rows(world, {})).toEqual([]);
  });

  test('counted of those kept, and found in their place', () => {
    const rows = [seen('XC-1'), seen('XC-3'), seen('XC-1', { result: 'missing' })];
    expect(measured(assetCounts, 'counts', rows, { others })).toBe(3);
    expect(measured(assetCounts, 'covered', rows, { others })).toEqual([2, 3]);
    expect(measured(assetCounts, 'inPlace', rows, { others })).toEqual([1, 3]);
  });

  test('in the plan of the month in which a term ends', () => {
    expect(planned(assetCounts, [], { month: '2027-01' })).toEqual([
      ['期末清查全部校产', '后勤副主任', '2027-01-22'],
    ]);
    expect(planned(assetCounts, [])).toEqual([]);
  });
});
