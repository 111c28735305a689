import { describe, expect, test } from 'vitest';
import { assets } from '#schema/registers/assets/assets.ts';
import { measured, says } from '../../said.ts';

const asset = (number: string, more = {}) => ({
  number,
  name: '台式电脑',
  category: 'computer',
  place: '东门',
  custodian: '周敏',
  value: 4600,
  bought: '2026-11-02',
  state: 'inUse',
  ...more,
});
const moved = (more = {}) => ({
  moved: '2026-11-20T10:00:00',
  asset: 'XC-1',
  kind: 'transfer',
  toPlace: '食堂',
  toPerson: '张桂兰',
  ...more,
});

describe('校产', () => {
  test('two with one number', () => {
    expect(says(assets, 'unique-number', [asset('XC-1'), asset('xc-1'), asset('XC-2')])).toEqual([
      [1, '编号“xc-1”已有一件，请另编'],
    ]);
  });

  test('one without custodian, unless disposed of', () => {
    const alone = { custodian: undefined };
    expect(says(assets, 'needed-kept', [asset('XC-1', alone)])).toEqual([
      [0, '校产要有人管，请补填保管人'],
    ]);
    expect(says(assets, 'needed-kept', [asset('XC-1', { ...alone, state: 'disposed' })])).toEqual(
      [],
    );
  });

  test('a warranty that ends within thirty days; one that has ended is no finding', () => {
    const until = (warrantyUntil: string) =>
      says(assets, 'expiry-warrantyUntil', [asset('XC-1', { warrantyUntil })]);
    expect(until('2026-12-24')).toEqual([[0, '保修12月24日到期，还有30天，有毛病快报修']]);
    expect(until('2026-12-25')).toEqual([]);
    expect(until('2026-11-24')).toHaveLength(1);
    expect(until('2026-11-23')).toEqual([]);
  });

  test('a warranty that ends before it began', () => {
    const rows = [asset('XC-1', { warrantyUntil: '2026-11-01' })];
    expect(says(assets, 'in-order-bought-warrantyUntil', rows)).toHaveLength(1);
  });

  describe('stands as its last move says', () => {
    const asMoved = (own: object, assetMoves: readonly ReturnType<typeof moved>[]) =>
      says(assets, 'as-moved', [asset('XC-1', own)], { others: { assetMoves } });

    test('place and custodian', () => {
      expect(asMoved({}, [moved()])).toEqual([[0, '最近移交给“食堂”，请改成一致']]);
      expect(asMoved({ place: '食堂' }, [moved()])).toEqual([
        [0, '最近移交给“张桂兰”，请改成一致'],
      ]);
      expect(asMoved({ place: '食堂', custodian: '张桂兰' }, [moved()])).toEqual([]);
    });

    test('by the last transfer; loans do not count', () => {
      const back = moved({ moved: '2026-11-21T10:00:00', toPlace: '东门', toPerson: '周敏' });
      expect(asMoved({}, [moved(), back])).toEqual([]);
      expect(asMoved({}, [moved({ kind: 'loan' })])).toEqual([]);
    });

    test('and is marked when it was disposed of', () => {
      expect(asMoved({}, [moved({ kind: 'disposal' })])).toEqual([
        [0, '已登记处置，请把状态改为已处置'],
      ]);
      expect(asMoved({ state: 'disposed' }, [moved({ kind: 'disposal' })])).toEqual([]);
    });
  });

  test('how many, worth what, with a custodian, and what is new', () => {
    const rows = [
      asset('XC-1'),
      asset('XC-2', { custodian: undefined, bought: '2020-09-01' }),
      asset('XC-3', { state: 'disposed', bought: '2020-09-01' }),
    ];
    expect(measured(assets, 'kept', rows)).toBe(2);
    expect(measured(assets, 'worth', rows)).toBe(9200);
    expect(measured(assets, 'answeredFor', rows)).toEqual([1, 2]);
    expect(measured(assets, 'added', rows)).toBe(1);
    expect(measured(assets, 'addedWorth', rows)).toBe(4600);
  });
});
