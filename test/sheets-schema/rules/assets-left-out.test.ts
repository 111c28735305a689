import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assetCounts } from '#schema/registers/assets/asset-counts.ts';
import { rowsOf, ruleOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { told } from './told.ts';

const assets = [
  { number: 'ZC-1', bought: '2020-09-01' },
  { number: 'ZC-2', bought: '2026-11-02' },
  { number: 'ZC-3', bought: '2026-11-03' },
  { number: 'ZC-4', bought: '2020-09-01', state: 'disposed' },
  { bought: '2020-09-01' },
];
const counted = (asset: string, day = '02', campaign = '2026年清查') => ({
  at: `2026-11-${day}T09:00:00`,
  campaign,
  asset,
});
const says = (rows: readonly ReturnType<typeof counted>[], now?: string) =>
  told(assetCounts, 'left-out', rows, {
    others: { assets },
    ...(now === undefined ? {} : { now }),
  });

describe('a count of all assets', () => {
  test('that has had its three weeks names how many were left out, and one of them', () => {
    expect(says([counted('ZC-9')])).toEqual([
      ['2026年清查', undefined, 'must', '2026年清查漏2件，如ZC-1，请补点'],
    ]);
    expect(says([counted('ZC-1')])).toEqual([
      ['2026年清查', undefined, 'must', '2026年清查漏1件，如ZC-2，请补点'],
    ]);
  });

  test('asks for what was there when it began, in any case and width, and for nothing disposed of', () => {
    expect(says([counted('ZC-1'), counted('zc-２', '20')])).toEqual([]);
  });

  test('goes on for its last day', () => {
    expect(says([counted('ZC-1')], '2026-11-23T23:59:59')).toEqual([]);
    expect(says([counted('ZC-1')], '2026-11-24T00:00:00')).toHaveLength(1);
  });

  test('gives way to the one that began after it', () => {
    const last = [counted('ZC-1', '01', '上次'), counted('ZC-1'), counted('ZC-2')];
    expect(says(last)).toEqual([]);
    expect(says([counted('ZC-2', '01', '上次'), ...last.slice(1, 2)])).toHaveLength(1);
  });

  test('has not begun while nothing was counted', () => {
    expect(says([])).toEqual([]);
    expect(says([counted('ZC-1', '02', '')])).toEqual([]);
  });
});

testLaws({
  rule: ruleOf(assetCounts, 'left-out'),
  register: assetCounts,
  rows: fc
    .subarray(['ZC-1', 'ZC-2', 'ZC-3'], { minLength: 1 })
    .map((numbers) => numbers.map((number) => counted(number))),
  unrelated: fc.constantFrom(counted('ZC-1', '02', ''), counted('ZC-1', '01', '上次'), {}),
  world: worldWith({ assets: rowsOf(...assets) }),
});
