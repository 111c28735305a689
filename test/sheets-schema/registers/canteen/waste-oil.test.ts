import { describe, expect, test } from 'vitest';
import { wasteOil } from '#schema/registers/canteen/waste-oil.ts';
import { measured, planned, says } from '../../said.ts';

const load = (taken: string, more = {}) => ({
  taken: `${taken}T14:00:00`,
  kind: 'swill',
  weight: 80,
  firm: '青山环境餐厨处理公司',
  licence: 'CC-2025-018',
  manifest: 'LD-1',
  takenBy: '程师傅',
  handedBy: '高建华',
  ...more,
});
const contract = {
  others: { settings: [{ key: 'wasteOil.firms', value: '青山环境餐厨处理公司、绿地环保' }] },
};

describe('废弃油脂和泔水', () => {
  test('taken by a firm under contract; where none is named nobody is doubted', () => {
    const rows = [load('2026-11-23'), load('2026-11-23', { firm: '路边收油的' })];
    expect(says(wasteOil, 'unknown-firm', rows, contract)).toEqual([
      [1, '“路边收油的”没签合同，请查明去向'],
    ]);
    expect(says(wasteOil, 'unknown-firm', rows)).toEqual([]);
  });

  test('with its manifest and the signature of whoever took it', () => {
    const rows = [
      load('2026-11-23', { manifest: undefined }),
      load('2026-11-23', { takenBy: undefined }),
      load('2026-11-24', { takenBy: undefined }),
    ];
    expect(says(wasteOil, 'no-manifest', rows)).toEqual([[0, '没有联单号，请向收运单位补要']]);
    expect(says(wasteOil, 'signed-by-takenBy', rows)).toEqual([[1, '收运人没签名，请补签']]);
    expect(measured(wasteOil, 'papers', rows)).toEqual([2, 3]);
  });

  test('swill stands four days at most, oil a month; what was never taken is not missed', () => {
    expect(says(wasteOil, 'left-standing', [load('2026-11-20')])).toEqual([]);
    expect(says(wasteOil, 'left-standing', [load('2026-11-02'), load('2026-11-19')])).toEqual([
      ['swill', '泔水剩饭5天没收走，请联系收运单位'],
    ]);
    const oil = (taken: string) => load(taken, { kind: 'oil' });
    expect(says(wasteOil, 'left-standing', [oil('2026-10-24')])).toEqual([]);
    expect(says(wasteOil, 'left-standing', [oil('2026-10-23')]).map(([about]) => about)).toEqual([
      'oil',
    ]);
  });

  test('times and kilograms', () => {
    const rows = [load('2026-11-20'), load('2026-11-23', { weight: 41.5 })];
    expect([measured(wasteOil, 'taken', rows), measured(wasteOil, 'weight', rows)]).toEqual([
      2, 121.5,
    ]);
    expect(planned(wasteOil, rows)).toEqual([
      ['废弃油脂、泔水交签约单位收运', '食堂班长', '2026-12-31'],
    ]);
  });
});
