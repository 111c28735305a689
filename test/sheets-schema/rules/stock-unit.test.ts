import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { movements } from '#schema/registers/stock/movements.ts';
import { findingsOf, rowsOf, ruleOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';

const items = rowsOf(
  { name: '84消毒液 500ml', unit: '瓶', packUnit: '箱', packFactor: 24 },
  { name: '拖把', unit: '把' },
);
const says = (item: string, unit: string | undefined) =>
  findingsOf(
    ruleOf(movements, 'stock-unit-unit'),
    movements,
    rowsOf({ item, unit }),
    worldWith({ items }),
  ).map(({ says: message }) => message);

describe('the unit of an item', () => {
  test.each(['瓶', '箱', ' 瓶 ', undefined, ''])('may be %s', (unit) => {
    expect(says('84消毒液 500ml', unit)).toEqual([]);
  });

  test('another is refused with those there are', () => {
    expect(says('84消毒液 500ml', '盒')).toEqual(['没有“盒”这个单位，请填“瓶”或“箱”']);
    expect(says('拖把', '箱')).toEqual(['没有“箱”这个单位，请填“把”']);
  });

  test('an item that the catalogue lacks is left to the rule for lists', () => {
    expect(says('扫把', '捆')).toEqual([]);
  });
});

const anyRow = fc.record({
  item: fc.constantFrom('84消毒液 500ml', '拖把', '没有的东西'),
  unit: fc.constantFrom('瓶', '箱', '把', undefined),
});

testLaws({
  rule: ruleOf(movements, 'stock-unit-unit'),
  register: movements,
  rows: fc.array(anyRow, { maxLength: 3 }),
  unrelated: anyRow,
  world: worldWith({ items }),
});
