import { describe, expect, test } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { counts } from '#schema/registers/stock/counts.ts';
import type { Values } from '#schema/row.ts';
import { rowsOf } from '../../made.ts';
import { measured, says, worldAround } from '../../said.ts';

const items = [
  {
    code: 'QJ-1',
    name: '抽纸',
    unit: '包',
    packUnit: '箱',
    packFactor: 48,
    category: 'cleaning',
    shelf: 'B-1',
    place: '总库房',
    custodian: '叶红梅',
    price: 3,
  },
  {
    code: 'QJ-2',
    name: '拖把',
    unit: '把',
    category: 'cleaning',
    shelf: 'A-1',
    place: '总库房',
    custodian: '叶红梅',
  },
  {
    code: 'WX-1',
    name: '灯管',
    unit: '支',
    category: 'repair',
    place: '总库房',
    custodian: '丁小军',
  },
  { code: 'WX-9', name: '旧锁', unit: '把', category: 'repair', discontinued: true },
];
const stocktakes = [
  { name: '10月盘点', start: '2026-10-30', end: '2026-10-30', scope: 'all', state: 'ended' },
  { name: '抽盘', start: '2026-11-23', end: '2026-11-26', scope: 'cleaning', state: 'open' },
];
const movements = [
  { happened: '2026-10-01T08:00:00', direction: 'opening', item: '抽纸', quantity: 100 },
  { happened: '2026-10-30T14:00:00', direction: 'out', item: '抽纸', quantity: 4 },
  { happened: '2026-10-30T16:00:00', direction: 'out', item: '抽纸', quantity: 10 },
  { happened: '2026-10-01T08:00:00', direction: 'opening', item: '拖把', quantity: 5 },
];
const others = { items, stocktakes, movements };
const count = (values: Values<Columns>) => ({
  at: '2026-10-30T15:00:00',
  stocktake: '10月盘点',
  ...values,
});
const said = (rule: string, ...rows: readonly Values<Columns>[]) =>
  says(counts, rule, rows, { others });

describe('盘点记录', () => {
  test('an item by its name or its code', () => {
    expect(said('nameless', count({ counted: 1 }), count({ code: 'QJ-1' }))).toEqual([
      [0, '请选物品或填物品编号'],
    ]);
    expect(
      said(
        'unknown-code',
        count({ code: 'QJ-7' }),
        count({ code: 'qj-1' }),
        count({ code: 'QJ-1', item: '拖把' }),
      ),
    ).toEqual([
      [0, '目录里没有编号“QJ-7”，请核对'],
      [2, '编号是“抽纸”的，请核对物品'],
    ]);
  });

  test('once at a place in a stocktake', () => {
    expect(
      said(
        'counted-twice',
        count({ item: '抽纸', place: '总库房' }),
        count({ code: 'QJ-1', place: '总库房', at: '2026-10-30T15:10:00' }),
        count({ item: '抽纸', place: '食堂 冷库' }),
        count({ item: '抽纸', place: '总库房', stocktake: '抽盘', at: '2026-11-23T15:00:00' }),
      ),
    ).toEqual([[1, '“抽纸”这里盘过了，请只留一行']]);
  });

  test('nothing is left out of a stocktake that is over', () => {
    expect(
      said(
        'campaign-served-item',
        count({ code: 'QJ-1', counted: 96 }),
        count({ item: '灯管', counted: 0 }),
      ),
    ).toEqual([['10月盘点', '10月盘点漏盘1样，如拖把，请补盘']]);
  });

  test('the ledger at the time of the count, in the unit of the item', () => {
    expect(said('difference', count({ item: '抽纸', counted: 96 }))).toEqual([]);
    expect(said('difference', count({ item: '抽纸', counted: 2, unit: '箱' }))).toEqual([]);
    expect(said('difference', count({ item: '抽纸', counted: 90 }))).toEqual([
      [0, '账上 96，实盘 90，请写明差异原因'],
    ]);
  });

  test('two places add up; the cause may stand at either', () => {
    const there = count({ item: '抽纸', counted: 50, place: '总库房' });
    const here = count({
      item: '抽纸',
      counted: 45,
      place: '食堂 冷库',
      at: '2026-10-30T15:20:00',
    });
    expect(said('difference', there, here)).toEqual([[1, '账上 96，实盘 95，请写明差异原因']]);
    expect(said('difference', { ...there, cause: '破损' }, here)).toEqual([]);
  });

  test('in the ledger and not found', () => {
    expect(said('difference', count({ item: '拖把', counted: 0 }))).toEqual([
      [0, '账上 5 把没找到，请查清写原因'],
    ]);
  });

  test('blind: not a word of a difference while the stocktake runs', () => {
    const running = count({
      at: '2026-11-23T15:00:00',
      stocktake: '抽盘',
      item: '抽纸',
      counted: 1,
    });
    expect(said('difference', running)).toEqual([]);
    expect(said('campaign-served-item', running)).toEqual([
      ['10月盘点', '10月盘点漏盘3样，如灯管，请补盘'],
    ]);
    const sheet = counts.batches?.find(({ key }) => key === 'shelf');
    const world = worldAround(counts, [], { others });
    expect(sheet?.rows(world, { stocktake: '抽盘' })).toEqual([
      { code: 'QJ-2', item: '拖把', unit: '把', place: '总库房' },
      { code: 'QJ-1', item: '抽纸', unit: '包', place: '总库房' },
    ]);
    expect(sheet?.each).not.toContain('book');
    expect(sheet?.rows(world, {})).toEqual([]);
  });

  test('how long ago, one finding a custodian; silent before the first count', () => {
    expect(said('not-counted-lately', count({ at: '2026-10-19T09:00:00', item: '抽纸' }))).toEqual([
      ['叶红梅', '叶红梅保管的2样超35天没盘，请盘点'],
      ['丁小军', '丁小军保管的1样超35天没盘，请盘点'],
    ]);
    expect(said('not-counted-lately', count({ at: '2026-10-20T09:00:00', item: '抽纸' }))).toEqual(
      [],
    );
    expect(said('not-counted-lately')).toEqual([]);
  });

  test('a difference with its cause and an approval becomes an adjustment, once', () => {
    const [whole, unapproved, same] = rowsOf(
      count({ item: '抽纸', counted: 90, cause: '破损', approvedBy: '周敏', counter: '叶红梅' }),
      count({ item: '抽纸', counted: 90, cause: '破损', stocktake: '另一次' }),
      count({ item: '拖把', counted: 5, cause: '无', approvedBy: '周敏' }),
    );
    if (!whole || !unapproved || !same) throw new Error('three rows');
    const open = (row: typeof whole, entries: readonly Values<Columns>[] = movements) =>
      counts.opens?.flatMap(({ from }) => [
        ...from(
          row,
          worldAround(counts, [whole, unapproved, same], {
            others: { ...others, movements: entries },
          }),
        ),
      ]);
    expect(open(whole)).toEqual([
      {
        part: 'adjustment',
        values: {
          happened: '2026-10-30T15:00:00',
          direction: 'adjustment',
          item: '抽纸',
          quantity: -6,
          unit: '包',
          stocktake: '10月盘点',
          count: whole.id,
          reason: '破损',
          handledBy: '叶红梅',
        },
      },
    ]);
    expect(open(unapproved)).toEqual([]);
    expect(open(same)).toEqual([]);
    const adjusted = {
      happened: '2026-10-30T15:00:00',
      direction: 'adjustment',
      item: '抽纸',
      quantity: -6,
      stocktake: '10月盘点',
    };
    expect(open(whole, [...movements, { ...adjusted, count: whole.id }])).toEqual([]);
    expect(
      says(counts, 'difference', [count({ item: '抽纸', counted: 90 })], {
        others: { ...others, movements: [...movements, adjusted] },
      }),
    ).toHaveLength(1);
  });

  test('figures: counted of those in use, as in the ledger, missing at the usual price, longest ago', () => {
    const rows = [
      count({ at: '2026-11-02T09:00:00', item: '抽纸', counted: 84 }),
      count({ at: '2026-11-02T09:10:00', item: '拖把', counted: 5 }),
    ];
    const around = { others };
    expect(measured(counts, 'covered', rows, around)).toEqual([2, 3]);
    expect(measured(counts, 'exact', rows, around)).toEqual([1, 2]);
    expect(measured(counts, 'lost', rows, around)).toBe(6);
    expect(measured(counts, 'staleness', rows, around)).toBe(22);
  });
});
