import { describe, expect, test } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { publicityPlacements } from '#schema/registers/publicity/publicity-placements.ts';
import { publicityRuns } from '#schema/registers/publicity/publicity-runs.ts';
import type { Values } from '#schema/row.ts';
import { measured, planned, says } from '../../said.ts';

const hung = (values: Values<Columns> = {}) => ({
  at: '2026-05-10',
  run: '提示牌',
  use: 'hung',
  place: '教学楼 A201',
  copies: 1,
  state: 'good',
  ...values,
});

describe('宣传品去向', () => {
  test('no more placed than printed', () => {
    const others = { publicityRuns: [{ name: '校刊 第2期', copies: 800 }] };
    const given = (copies: number) => ({ run: '校刊 第2期', use: 'given', copies });
    expect(
      says(publicityPlacements, 'not-beyond-run', [given(620), given(180), given(1)], { others }),
    ).toEqual([[2, '印了 800 份，去向共 801，请核对']]);
  });

  test('a sign is looked at every three months; one taken down, or given away, is not', () => {
    expect(
      says(publicityPlacements, 'not-seen', [
        hung({ seen: '2026-08-23' }),
        hung({ seen: '2026-08-24' }),
        hung(),
        hung({ state: 'removed' }),
        hung({ use: 'given' }),
      ]),
    ).toEqual([
      [0, '超过3个月没看过，请查看后写日期'],
      [2, '超过3个月没看过，请查看后写日期'],
    ]);
  });

  test('what is damaged does not stay', () => {
    expect(
      says(publicityPlacements, 'damaged', [
        hung({ state: 'damaged' }),
        hung(),
        hung({ use: 'kept', state: 'damaged' }),
      ]),
    ).toEqual([[0, '破损了，请更换或摘除后改状况']]);
  });

  test('where it hangs, to whom it went', () => {
    expect(says(publicityPlacements, 'needed-hung', [hung({ place: undefined }), hung()])).toEqual([
      [0, '悬挂张贴，请补填地点'],
    ]);
    expect(
      says(publicityPlacements, 'needed-given', [{ use: 'given' }, { use: 'given', to: '各班' }]),
    ).toEqual([[0, '发放赠送，请补填发给谁']]);
  });

  test('signs in good state; the plan has those that will be due', () => {
    const rows = [hung({ seen: '2026-09-20' }), hung({ state: 'damaged', seen: '2026-11-20' })];
    expect(measured(publicityPlacements, 'good', rows)).toEqual([1, 2]);
    expect(planned(publicityPlacements, rows)).toEqual([
      ['查看悬挂的标识牌 1 处', '安全员', '2026-12-31'],
    ]);
  });
});

describe('宣传品印制', () => {
  test('copies printed, and left of them', () => {
    const runs = [
      { printed: '2026-11-02', name: '校刊', kind: 'magazine', copies: 800 },
      { printed: '2026-11-03', name: '年历', kind: 'calendar', copies: 300 },
    ];
    const others = {
      publicityPlacements: [
        { run: '校刊', copies: 700 },
        { run: '校刊', copies: 30 },
      ],
    };
    expect(measured(publicityRuns, 'copies', runs, { others })).toBe(1100);
    expect(measured(publicityRuns, 'left', runs, { others })).toBe(370);
  });
});
