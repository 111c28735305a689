import { describe, expect, test } from 'vitest';
import { additives } from '#schema/registers/canteen/additives.ts';
import { measured, says } from '../../said.ts';

const use = (more = {}) => ({
  used: '2026-11-23T05:10:00',
  additive: '无铝泡打粉',
  dish: '馒头',
  grams: 80,
  food: 25,
  limit: 5,
  kept: 'yes',
  weighedBy: '胡秀英',
  checkedBy: '林小梅',
  ...more,
});

describe('食品添加剂', () => {
  test('two people', () => {
    expect(
      says(additives, 'second-person-checkedBy', [use(), use({ checkedBy: '胡秀英' })]),
    ).toEqual([[1, '称量和复核要两个人，请换人']]);
  });

  test('a school has no nitrite', () => {
    expect(says(additives, 'forbidden', [use({ additive: '食用亚硝酸钠' }), use()])).toEqual([
      [0, '学校食堂禁用“亚硝酸钠”，请封存并报告'],
    ]);
  });

  test('never above the limit; the limit itself is allowed, and one that is not known binds nobody', () => {
    const rows = [
      use({ grams: 125 }),
      use({ grams: 126 }),
      use({ grams: 500, limit: undefined }),
      use({ grams: 500, food: undefined }),
    ];
    expect(says(additives, 'limits-grams', rows)).toEqual([
      [1, '用了 126 克，最多 125 克，请停用核对'],
    ]);
  });

  test('locked away', () => {
    expect(says(additives, 'not-locked', [use({ kept: 'no' }), use()])).toEqual([
      [0, '添加剂没锁，请锁好后改成已锁'],
    ]);
  });

  test('uses, and those without a fault', () => {
    const rows = [use(), use({ checkedBy: '胡秀英' })];
    expect([measured(additives, 'uses', rows), measured(additives, 'sound', rows)]).toEqual([
      2,
      [1, 2],
    ]);
  });
});
