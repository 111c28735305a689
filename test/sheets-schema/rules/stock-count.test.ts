import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { counts } from '#schema/registers/stock/counts.ts';
import type { Values } from '#schema/row.ts';
import { sinceCount } from '#schema/rules/stock-count.ts';
import { rowsOf, ruleOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { told, whereTold } from './told.ts';

const items = [
  { code: 'QJ-1', name: '抽纸', unit: '包', packUnit: '箱', packFactor: 10, custodian: '叶红梅' },
  { code: 'QJ-2', name: '拖把', unit: '把', custodian: ' 叶红梅' },
  { code: 'WX-1', name: '灯管', unit: '支', custodian: '丁小军' },
  { code: 'WX-9', name: '旧锁', unit: '把', custodian: '丁小军', discontinued: true },
];
const stocktakes = [
  { name: '10月盘点', start: '2026-10-30', end: '2026-10-30', state: 'open' },
  { name: '11月盘点', start: '2026-11-23', end: '2026-11-24', state: 'open' },
  { name: '抽盘', start: '2026-11-23', end: '2026-11-30', state: 'ended' },
];
const movements = [
  { happened: '2026-10-01T08:00:00', direction: 'opening', item: '抽纸', quantity: 30 },
  { happened: '2026-10-01T08:00:00', direction: 'opening', item: '拖把', quantity: 5 },
];
const others = { items, stocktakes, movements };
const count = (more: object = {}) => ({
  at: '2026-10-30T15:00:00',
  stocktake: '10月盘点',
  item: '抽纸',
  place: '总库房',
  counted: 30,
  ...more,
});
const says = (rule: string, ...rows: readonly Values<Columns>[]) =>
  told(counts, rule, rows, { others });

describe('counted once at a place in a stocktake', () => {
  const rule = 'counted-twice';

  test('the second count is told, by name or by code', () => {
    expect(says(rule, count(), count())).toEqual([
      [1, 'item', 'must', '“抽纸”这里盘过了，请只留一行'],
    ]);
    expect(
      whereTold(says(rule, count(), count({ item: undefined, code: 'qj-1' }), count())),
    ).toEqual([1, 2]);
  });

  test('names that only read alike when they are put together are others', () => {
    const alike = [{ name: '12' }, { name: '1' }];
    const rows = [count({ item: '12', place: '3' }), count({ item: '1', place: '23' })];
    expect(told(counts, rule, rows, { others: { items: alike } })).toEqual([]);
  });

  test('of another item, at another place, in another stocktake it is another count', () => {
    for (const more of [{ item: '拖把' }, { place: '食堂' }, { stocktake: '抽盘' }])
      expect(says(rule, count(), count(more))).toEqual([]);
    expect(says(rule, count(), count({ place: ' 总库房' }))).toHaveLength(1);
  });

  test('follows the time of the counts', () => {
    expect(whereTold(says(rule, count(), count({ at: '2026-10-30T14:00:00' })))).toEqual([0]);
  });

  test('a count of nothing that is known, or of no stocktake, is left to other rules', () => {
    const odd = [{ item: '没有的' }, { item: undefined }, { stocktake: undefined }];
    for (const more of odd) expect(says(rule, count(more), count(more))).toEqual([]);
  });
});

describe('book and shelf agree', () => {
  const rule = 'difference';

  test('or the difference has its cause, in the unit of the item', () => {
    expect(says(rule, count())).toEqual([]);
    expect(says(rule, count({ counted: 3, unit: '箱' }))).toEqual([]);
    expect(says(rule, count({ counted: 29 }))).toEqual([
      [0, 'cause', 'must', '账上 30，实盘 29，请写明差异原因'],
    ]);
    expect(says(rule, count({ counted: 31 }))).toHaveLength(1);
    expect(says(rule, count({ counted: 29, cause: '破损' }))).toEqual([]);
    expect(says(rule, count({ counted: 29, cause: ' ' }))).toHaveLength(1);
  });

  test('what is in the ledger and was not found has words of its own', () => {
    expect(says(rule, count({ item: '拖把', counted: 0 }))).toEqual([
      [0, 'cause', 'must', '账上 5 把没找到，请查清写原因'],
    ]);
    expect(says(rule, count({ item: '灯管', counted: 0 }))).toEqual([]);
  });

  test('stands at the last of several counts; a cause at any of them is enough', () => {
    const early = count({ counted: 10, place: '食堂', at: '2026-10-30T16:00:00' });
    const late = count({ counted: 10 });
    expect(whereTold(says(rule, early, late))).toEqual([0]);
    expect(says(rule, early, { ...late, cause: '破损' })).toEqual([]);
    expect(says(rule, { ...early, cause: '破损' }, late)).toEqual([]);
  });

  test('is judged when the stocktake is over: blind until then', () => {
    const at = '2026-11-23T15:00:00';
    const running = count({ at, stocktake: '11月盘点', counted: 1 });
    const tomorrow = { others, now: '2026-11-25T00:00:00' };
    expect(says(rule, running)).toEqual([]);
    expect(told(counts, rule, [running], tomorrow)).toHaveLength(1);
    expect(says(rule, count({ at, stocktake: '抽盘', counted: 1 }))).toHaveLength(1);
    expect(says(rule, count({ stocktake: '没有的', counted: 1 }))).toEqual([]);
  });
});

describe('no item goes uncounted for long', () => {
  const rule = 'not-counted-lately';
  const on = (day: string, item = '抽纸') => count({ at: `2026-${day}T09:00:00`, item });

  test('for thirty-five days it may; then one finding a custodian', () => {
    expect(says(rule, on('10-20'))).toEqual([]);
    expect(says(rule, on('10-19'))).toEqual([
      ['叶红梅', undefined, 'look', '叶红梅保管的2样超35天没盘，请盘点'],
      ['丁小军', undefined, 'look', '丁小军保管的1样超35天没盘，请盘点'],
    ]);
    expect(says(rule, on('10-19', '别的'), on('11-20'), on('11-20', '灯管'))).toEqual([
      ['叶红梅', undefined, 'look', '叶红梅保管的1样超35天没盘，请盘点'],
    ]);
  });

  test('from its last count on, else from the first of all; silent before that', () => {
    expect(says(rule)).toEqual([]);
    expect(says(rule, { item: '抽纸' }, { at: '10月', item: '抽纸' })).toEqual([]);
    const rows = rowsOf(
      on('11-10', '拖把'),
      on('11-01', '拖把'),
      on('11-05'),
      { at: '月底', item: '拖把' },
      { at: '1月', item: '抽纸' },
    );
    const days = sinceCount(rows, worldWith({ items: rowsOf(...items) })).map(
      ({ item, days: since }) => [item.values.name, since],
    );
    expect(days).toEqual([
      ['抽纸', 19],
      ['拖把', 14],
      ['灯管', 23],
    ]);
  });

  test('the English words say how long it has been', () => {
    const rows = rowsOf(on('10-01'), on('10-15'));
    const world = worldWith({ items: rowsOf(...items.slice(0, 2)), counts: rows });
    expect(ruleOf(counts, rule).check(counts, rows, world)[0]?.message.en).toBe(
      '2 items of 叶红梅 not counted for up to 54 days',
    );
  });
});

const anyCount = fc.record({
  at: fc.constantFrom('2026-10-30T15:00:00', '2026-10-30T16:00:00', '2026-11-20T15:00:00'),
  stocktake: fc.constant('10月盘点'),
  item: fc.constantFrom('抽纸', '拖把', '灯管'),
  place: fc.constantFrom('总库房', '食堂'),
  counted: fc.constantFrom(0, 5, 30),
  cause: fc.constantFrom(undefined, '破损'),
});
const world = worldWith({
  items: rowsOf(...items),
  stocktakes: rowsOf(...stocktakes),
  movements: rowsOf(...movements),
});

for (const key of ['counted-twice', 'difference'])
  testLaws({
    rule: ruleOf(counts, key),
    register: counts,
    rows: fc.array(anyCount, { maxLength: 4 }),
    unrelated: fc.constantFrom({ item: '没有的', at: '2026-11-20T15:00:00' }, {}),
    world,
  });

testLaws({
  rule: ruleOf(counts, 'not-counted-lately'),
  register: counts,
  rows: fc
    .subarray(['抽纸', '拖把', '灯管'], { minLength: 2 })
    .map((named) => [
      count({ at: '2026-10-02T09:00:00', item: '旧锁' }),
      ...named.map((item) => count({ at: '2026-11-20T09:00:00', item })),
    ]),
  unrelated: fc.constantFrom({ item: '没有的', at: '2026-11-20T15:00:00' }, {}),
  world,
});
