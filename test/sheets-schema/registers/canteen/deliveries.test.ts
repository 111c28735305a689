import { describe, expect, test } from 'vitest';
import { deliveries } from '#schema/registers/canteen/deliveries.ts';
import { rowsOf, worldWith } from '../../made.ts';
import { measured, says } from '../../said.ts';

const goods = (more = {}) => ({
  arrived: '2026-11-23T06:00:00',
  supplier: '绿源蔬菜批发部',
  goods: '小白菜',
  kind: 'vegetables',
  quantity: 30,
  unit: '公斤',
  price: 4,
  ticket: 'LY-1',
  result: 'accepted',
  acceptedBy: '林小梅',
  witness: '张桂兰',
  ...more,
});

describe('进货验收', () => {
  test('nothing past its day is taken in, and little that is nearly so', () => {
    const milk = (produced: string, more = {}) =>
      goods({ kind: 'dairy', produced, shelfDays: 9, ...more });
    const rows = [
      milk('2026-11-13'),
      milk('2026-11-16'),
      milk('2026-11-17'),
      milk('2026-11-13', { result: 'returned' }),
    ];
    expect(says(deliveries, 'shelf-life', rows)).toEqual([
      [0, '11月22日已过期，请退货并改验收结果'],
      [1, '保质期只剩 2 天，请尽快用完或退货'],
    ]);
  });

  test('papers: a note and a second person for all, a certificate for meat, days for what is packed', () => {
    const rows = [
      goods({ ticket: ' ' }),
      goods({ witness: undefined }),
      goods({ kind: 'meat' }),
      goods({ kind: 'staples', produced: '2026-11-01' }),
      goods({ kind: 'meat', ticket: undefined, result: 'returned' }),
    ];
    const said = (rule: string) => says(deliveries, rule, rows);
    expect(said('needed-accepted')).toEqual([
      [0, '收货，请补填送货单号'],
      [1, '收货，请补填复核人'],
    ]);
    expect(said('needed-meat')).toEqual([[2, '收了肉，请补填检疫合格证号']]);
    expect(said('needed-packaged')).toEqual([[3, '包装食品，请补填保质期']]);
    expect(said('needed-returned')).toEqual([[4, '退回，请补填不合格原因']]);
  });

  test('frozen food comes frozen', () => {
    const frozen = (temperature: number, more = {}) =>
      goods({ kind: 'frozen', temperature, ...more });
    const rows = [
      frozen(-9),
      frozen(-8),
      frozen(-2, { result: 'returned' }),
      goods({ temperature: 6 }),
    ];
    expect(says(deliveries, 'limits-temperature', rows)).toEqual([
      [1, '到货 -8℃，应在 -9℃ 以下，请退货'],
    ]);
  });

  test('two people', () => {
    expect(
      says(deliveries, 'second-person-witness', [goods({ witness: '林小梅' }), goods()]),
    ).toEqual([[0, '验收和复核是同一人，请换人']]);
  });

  test('the supplier had a licence that day', () => {
    const suppliers = [{ name: '绿源蔬菜批发部', licenceUntil: '2026-11-22' }];
    const rows = [goods(), goods({ arrived: '2026-11-22T06:00:00' })];
    expect(says(deliveries, 'valid-supplier', rows, { others: { suppliers } })).toEqual([
      [0, '供货商许可证11月22日到期，请停收换证'],
    ]);
  });

  test('two returns within a month call for a talk', () => {
    const returned = (arrived: string) => goods({ arrived, result: 'returned', reason: '烂叶' });
    const rows = [
      returned('2026-10-01T06:00:00'),
      returned('2026-11-05T06:00:00'),
      returned('2026-11-23T06:00:00'),
    ];
    expect(says(deliveries, 'too-often-supplier', rows)).toEqual([
      [2, '绿源蔬菜批发部30天退货2次，请约谈或更换'],
    ]);
  });

  test('a load begins with what the supplier brought last, without its quantities', () => {
    const world = worldWith({
      deliveries: rowsOf(
        goods({ arrived: '2026-11-20T06:00:00', goods: '土豆' }),
        goods(),
        goods({ goods: '西红柿', price: 5.2 }),
        goods({ supplier: '放心肉食品公司', goods: '后腿肉', arrived: '2026-11-24T06:00:00' }),
      ),
    });
    const [batch] = deliveries.batches ?? [];
    expect(batch?.rows(world, { supplier: '绿源蔬菜批发部' })).toEqual([
      { goods: '小白菜', kind: 'vegetables', unit: '公斤', price: 4 },
      { goods: '西红柿', kind: 'vegetables', unit: '公斤', price: 5.2 },
    ]);
    expect(batch?.rows(world, {})).toEqual([]);
  });

  test('accepted of what came, with its note, and what it cost', () => {
    const rows = [
      goods(),
      goods({ ticket: undefined, price: undefined }),
      goods({ result: 'returned', reason: '烂叶' }),
    ];
    const figure = (name: string) => measured(deliveries, name, rows);
    expect([figure('accepted'), figure('sound'), figure('papers'), figure('spent')]).toEqual([
      3,
      [2, 3],
      [1, 2],
      120,
    ]);
  });
});
