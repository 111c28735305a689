import { describe, expect, test } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { receipts } from '#schema/registers/stock/receipts.ts';
import type { Values } from '#schema/row.ts';
import { row } from '../../made.ts';
import { measured, says, worldAround } from '../../said.ts';

const items = [{ name: '抽纸', unit: '包', packUnit: '箱', packFactor: 48 }];
const orders = [
  {
    name: 'CG-1',
    item: '抽纸',
    quantity: 10,
    unit: '箱',
    price: 144,
    supplier: '恒洁',
    buyer: '吴晓琳',
    state: 'ordered',
  },
  {
    name: 'CG-2',
    item: '抽纸',
    quantity: 10,
    unit: '箱',
    supplier: '恒洁',
    buyer: '吴晓琳',
    state: 'ordered',
  },
];
const others = { items, orders };
const receipt = (values: Values<Columns> = {}) => ({
  received: '2026-11-20T09:00:00',
  name: 'YS-1',
  order: 'CG-1',
  item: '抽纸',
  quantity: 10,
  unit: '箱',
  accepted: 10,
  checkedBy: '叶红梅',
  ...values,
});
const said = (rule: string, ...rows: readonly Values<Columns>[]) =>
  says(receipts, rule, rows, { others });

describe('到货验收', () => {
  test('checked within a day, by somebody else than the buyer', () => {
    const unchecked = receipt({ checkedBy: undefined });
    expect(
      said(
        'signed-by-checkedBy',
        unchecked,
        { ...unchecked, received: '2026-11-23T18:00:00' },
        receipt(),
      ),
    ).toEqual([[0, '到货还没验收，请验收并签名']]);
    expect(said('checked-by-buyer', receipt(), receipt({ checkedBy: '吴晓琳' }))).toEqual([
      [1, '采购人不能自己验收，请换人验收'],
    ]);
  });

  test('a check says how many; a rejection says what is wrong and what became of it', () => {
    expect(said('needed-checked', receipt({ accepted: undefined }), receipt())).toEqual([
      [0, '已验收，请补填合格数量'],
    ]);
    const rejected = receipt({ accepted: 9, rejected: 1 });
    expect(
      said('needed-rejected', rejected, { ...rejected, fault: '破' }, receipt({ rejected: 0 })),
    ).toEqual([
      [0, '有不合格，请补填质量问题'],
      [1, '有不合格，请补填不合格处理'],
    ]);
  });

  test('accepted and rejected are what arrived', () => {
    expect(
      said(
        'adds-up',
        receipt({ accepted: 9 }),
        receipt({ accepted: 9, rejected: 1 }),
        receipt({ accepted: undefined }),
      ),
    ).toEqual([[0, '到货 10，合格加不合格 9，请核对']]);
  });

  test('no more than was ordered; what was rejected does not count', () => {
    expect(
      said(
        'not-beyond-order',
        receipt({ accepted: 9, rejected: 1 }),
        receipt({ quantity: 48, accepted: 48, unit: '包' }),
        receipt({ quantity: 1, accepted: 1, unit: '包' }),
      ),
    ).toEqual([[2, '订购 480，收下 481，请核对或退回']]);
    expect(said('not-beyond-order', receipt({ checkedBy: undefined, quantity: 11 }))).toHaveLength(
      1,
    );
  });

  test('what was ordered', () => {
    expect(said('agrees-item-order', receipt({ item: '粉笔' }))).toEqual([
      [0, '采购单上是“抽纸”，请核对物品'],
    ]);
  });

  test('a supplier that fails twice within sixty days', () => {
    const fails = (received: string, order = 'CG-1') => receipt({ received, order, rejected: 1 });
    expect(
      said(
        'too-often-rejected',
        fails('2026-10-01T09:00:00'),
        fails('2026-11-20T09:00:00', 'CG-2'),
      ),
    ).toEqual([[1, '恒洁60天内2次不合格，请约谈']]);
    expect(
      said(
        'too-often-rejected',
        fails('2026-09-01T09:00:00'),
        fails('2026-11-20T09:00:00'),
        receipt(),
      ),
    ).toEqual([]);
  });

  test('what was accepted goes into stock at the price of the order, once it is checked', () => {
    const opened = (values: Values<Columns>, movements: readonly Values<Columns>[] = []) => {
      const one = row(0, values);
      const world = worldAround(receipts, [one], { others: { ...others, movements } });
      return receipts.opens?.flatMap(({ from }) => [...from(one, world)]);
    };
    expect(opened(receipt({ accepted: 9, rejected: 1 }))).toEqual([
      {
        part: 'in',
        values: {
          happened: '2026-11-20T09:00:00',
          direction: 'in',
          item: '抽纸',
          quantity: 9,
          unit: '箱',
          price: 144,
          receipt: 'YS-1',
          handledBy: '叶红梅',
        },
      },
    ]);
    expect(opened(receipt({ checkedBy: undefined }))).toEqual([]);
    expect(opened(receipt({ accepted: 0, rejected: 10 }))).toEqual([]);
    expect(opened(receipt(), [{ receipt: 'ys-1' }])).toEqual([]);
  });

  test('a delivery lists the orders that have not come whole', () => {
    const [delivery] = receipts.batches ?? [];
    const world = worldAround(receipts, [row(0, receipt())], { others });
    expect(delivery?.rows(world, {})).toEqual([
      {
        order: 'CG-2',
        item: '抽纸',
        quantity: 10,
        unit: '箱',
        accepted: 10,
      },
    ]);
  });

  test('figures: checked, accepted whole of those checked', () => {
    const rows = [receipt(), receipt({ rejected: 1 }), receipt({ checkedBy: undefined })];
    expect(measured(receipts, 'checked', rows)).toEqual([2, 3]);
    expect(measured(receipts, 'passed', rows)).toEqual([1, 2]);
  });
});
