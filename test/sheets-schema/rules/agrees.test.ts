import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orders } from '#schema/registers/stock/orders.ts';
import { agrees } from '#schema/rules/agrees.ts';
import { findingsOf, rowsOf, ruleOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';

const rule = ruleOf(orders, 'agrees-item-request');
const world = worldWith({
  purchaseRequests: rowsOf({ name: 'SG-1 抽纸', item: '抽纸' }, { name: 'SG-2 待定' }),
});
const says = (request: string | undefined, item: string | undefined) =>
  findingsOf(rule, orders, rowsOf({ request, item }), world).map(({ says: words }) => words);

describe('a row says the same as the row it comes from', () => {
  test('another item than was asked for', () => {
    expect(says('SG-1 抽纸', '粉笔')).toEqual(['申购单上是“抽纸”，请核对物品']);
  });

  test('the same in another width, or nothing said on either side', () => {
    expect(says('ｓｇ-1 抽纸', ' 抽纸 ')).toEqual([]);
    expect(says('SG-1 抽纸', undefined)).toEqual([]);
    expect(says('SG-2 待定', '粉笔')).toEqual([]);
    expect(says('SG-9 没有', '粉笔')).toEqual([]);
    expect(says(undefined, '粉笔')).toEqual([]);
  });

  test('a column that the register does not have is named by its key', () => {
    const odd = agrees({ link: 'from', to: 'purchaseRequests', mine: 'thing', theirs: 'item' });
    const rows = rowsOf({ from: 'SG-1 抽纸', thing: '粉笔' });
    expect(findingsOf(odd, orders, rows, world).map(({ says: words }) => words)).toEqual([
      'from上是“抽纸”，请核对thing',
    ]);
  });

  testLaws({
    rule,
    register: orders,
    world,
    rows: fc.array(
      fc.record({
        request: fc.constantFrom('SG-1 抽纸', 'SG-2 待定'),
        item: fc.constantFrom('抽纸', '粉笔'),
      }),
      { maxLength: 3 },
    ),
    unrelated: fc.record({ item: fc.constantFrom('抽纸', '粉笔') }),
  });
});
