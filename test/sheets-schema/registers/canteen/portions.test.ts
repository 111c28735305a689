import { describe, expect, test } from 'vitest';
import { portions } from '#schema/registers/canteen/portions.ts';
import { measured, says } from '../../said.ts';

const portion = (more = {}) => ({
  noticed: '2026-11-20T12:20:00',
  meal: 'lunch',
  dish: '青椒肉丝',
  source: 'complaint',
  standard: 150,
  weighed: 150,
  by: '林小梅',
  ...more,
});

describe('饭菜分量', () => {
  test('a complaint is weighed within a day', () => {
    const rows = [
      portion({ weighed: undefined }),
      portion({ weighed: undefined, noticed: '2026-11-23T12:20:00' }),
      portion({ standard: undefined }),
      portion(),
    ];
    expect(says(portions, 'not-weighed', rows).map(([place]) => place)).toEqual([0, 2]);
  });

  test('a tenth less is let pass, more is put right', () => {
    const rows = [
      portion({ weighed: 135 }),
      portion({ weighed: 134 }),
      portion({ weighed: 100, measure: '补打' }),
    ];
    expect(says(portions, 'short', rows)).toEqual([[1, '少 16 克，请补足并写怎么办']]);
    expect(measured(portions, 'full', rows)).toEqual([1, 3]);
  });

  test('what was weighed has its standard and whoever weighed', () => {
    const rows = [portion({ by: undefined }), portion({ weighed: undefined, by: undefined })];
    expect(says(portions, 'needed-weighed', rows)).toEqual([[0, '称了，请补填称重人']]);
  });

  test('the same dish short twice within a month', () => {
    const short = (noticed: string, more = {}) => portion({ noticed, weighed: 100, ...more });
    const rows = [
      short('2026-10-01T12:00:00'),
      short('2026-11-02T12:00:00'),
      short('2026-11-20T12:00:00', { dish: '木须肉' }),
      short('2026-11-23T12:00:00'),
    ];
    expect(says(portions, 'too-often-dish', rows)).toEqual([
      [3, '“青椒肉丝”30天内2次不足，请查原因'],
    ]);
  });

  test('complaints, not spot checks, are counted', () => {
    const rows = [portion(), portion({ source: 'spotCheck' })];
    expect(measured(portions, 'complaints', rows)).toBe(1);
  });
});
