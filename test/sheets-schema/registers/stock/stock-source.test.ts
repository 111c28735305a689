import { describe, expect, test } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { movements } from '#schema/registers/stock/movements.ts';
import type { Values } from '#schema/row.ts';
import { row, rowsOf } from '../../made.ts';
import { says, worldAround } from '../../said.ts';

const items = [
  { name: '抽纸', code: 'QJ-1', unit: '包', packUnit: '箱', packFactor: 48, price: 3 },
];
const said = (
  rule: string,
  entries: readonly Values<Columns>[],
  others: Readonly<Record<string, readonly Values<Columns>[]>> = {},
) => says(movements, rule, entries, { others: { items, ...others } });

describe('where entries of the ledger come from', () => {
  test('no more into stock than was accepted, packs and pieces alike', () => {
    const receipts = [
      { name: 'YS-1', item: '抽纸', quantity: 2, unit: '箱', accepted: 1, rejected: 1 },
      { name: 'YS-2', item: '抽纸', quantity: 5, unit: '箱', accepted: 0, rejected: 5 },
    ];
    const into = (receipt: string, quantity: number, unit = '包') => ({
      direction: 'in',
      item: '抽纸',
      receipt,
      quantity,
      unit,
    });
    expect(said('not-beyond-receipt', [into('YS-1', 1, '箱')], { receipts })).toEqual([]);
    expect(said('not-beyond-receipt', [into('YS-1', 40), into('YS-1', 9)], { receipts })).toEqual([
      [1, '验收合格 48，入库 49，请核对'],
    ]);
    expect(said('not-beyond-receipt', [into('YS-2', 1)], { receipts })).toEqual([
      [0, '这批没有验收合格，不能入库'],
    ]);
  });

  test('no more out than was asked for; what comes back counts against it; nothing on a refusal', () => {
    const requisitions = [
      { name: 'LY-1', item: '抽纸', quantity: 6, state: 'approved' },
      { name: 'LY-2', item: '抽纸', quantity: 6, state: 'refused' },
    ];
    const out = (requisition: string, quantity: number, direction = 'out') => ({
      direction,
      item: '抽纸',
      requisition,
      quantity,
    });
    const rule = 'not-beyond-requisition';
    expect(said(rule, [out('LY-1', 6), out('LY-1', 2)], { requisitions })).toEqual([
      [1, '申领 6，已发 8，请核对数量'],
    ]);
    expect(
      said(rule, [out('LY-1', 6), out('LY-1', 2, 'return'), out('LY-1', 2)], { requisitions }),
    ).toEqual([]);
    expect(said(rule, [out('LY-2', 1)], { requisitions })).toEqual([
      [0, '这张申领单没批，请退回或补批'],
    ]);
  });

  test('what is worth something is asked for; small things, repairs and distributions are not', () => {
    const out = { direction: 'out', item: '抽纸', quantity: 34, department: '教务处' };
    const repair = row(9, {});
    expect(
      said('issued-unasked', [
        out,
        { ...out, quantity: 33 },
        { ...out, requisition: 'LY-1' },
        { ...out, distribution: '教材' },
        { ...out, repair: repair.id },
        { ...out, direction: 'writeOff' },
      ]),
    ).toEqual([[0, '领用约 102 元没有申领单，请补填']]);
  });

  test('an adjustment names its stocktake, and the item was counted in it', () => {
    const stocktakes = [{ name: '10月盘点' }];
    const adjustment = { direction: 'adjustment', item: '抽纸', quantity: -1 };
    const named = { ...adjustment, stocktake: '10月盘点' };
    const counted = (values: Values<Columns>) => [{ stocktake: '10月盘点', ...values }];
    expect(said('adjusted-uncounted', [adjustment, { direction: 'out' }], { stocktakes })).toEqual([
      [0, '盘点调整请填是哪次盘点'],
    ]);
    expect(
      said('adjusted-uncounted', [named], { stocktakes, counts: counted({ item: '粉笔' }) }),
    ).toEqual([[0, '这次盘点没盘“抽纸”，请补盘点记录']]);
    expect(
      said('adjusted-uncounted', [named], { stocktakes, counts: counted({ code: 'qj-1' }) }),
    ).toEqual([]);
  });

  test('the count or repair that an entry was made from is there', () => {
    const [count] = rowsOf({ item: '抽纸' });
    if (!count) throw new Error('one row');
    const entries = rowsOf(
      { count: count.id },
      { count: row(5, {}).id },
      { repair: row(6, {}).id },
    );
    const world = worldAround(movements, entries, { others: { counts: [{ item: '抽纸' }] } });
    const gone = movements.rules
      .filter(({ key }) => key.startsWith('chain-'))
      .flatMap((rule) => rule.check(movements, entries, world))
      .map(({ row: id, column }) => [entries.findIndex((entry) => entry.id === id), column]);
    expect(gone).toEqual([
      [1, 'count'],
      [2, 'repair'],
    ]);
  });
});
