import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { dormChecks } from '#schema/registers/safety/dorm-checks.ts';
import type { Values } from '#schema/row.ts';
import { rowsOf, ruleOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { told, whereTold } from './told.ts';

const places = [
  { name: '1号楼 101', building: '1号楼', kind: 'dormRoom' },
  { name: '1号楼 102', building: '1号楼', kind: 'dormRoom' },
  { name: '1号楼 103', building: '1号楼', kind: 'dormRoom', outOfUse: true },
];
const check = (day: string, more: object = {}) => ({
  checked: `2026-${day}T19:40:00`,
  building: '1号楼',
  room: '1号楼 101',
  result: 'failed',
  ...more,
});
const passed = { result: 'passed' };

describe('a room that failed its check', () => {
  const says = (...rows: readonly Values<Columns>[]) => told(dormChecks, 'failed-twice', rows);

  test('fails again: at the second time, and at each one after it', () => {
    expect(says(check('11-16'))).toEqual([]);
    expect(says(check('11-16'), check('11-17'), check('11-18'))).toEqual([
      [1, 'result', 'must', '连续 2 次不合格，请找寝室长整改'],
      [2, 'result', 'must', '连续 3 次不合格，请找寝室长整改'],
    ]);
  });

  test('is talked about no more once it has passed', () => {
    expect(says(check('11-16'), check('11-17', passed), check('11-18'))).toEqual([]);
  });

  test('is not another room, in whatever width it is written', () => {
    expect(says(check('11-16'), check('11-17', { room: '1号楼 102' }))).toEqual([]);
    expect(says(check('11-16'), check('11-17', { room: '１号楼 101 ' }))).toHaveLength(1);
  });

  test('follows the time, and of one time the order in which it was written', () => {
    expect(whereTold(says(check('11-17'), check('11-16')))).toEqual([0]);
    expect(says(check('11-16'), check('11-17'), check('11-17', passed))).toHaveLength(1);
    expect(says(check('11-16'), check('11-17', passed), check('11-17'))).toEqual([]);
  });

  test('counts only rows that say when, where and how it was', () => {
    const partial = [
      check('11-17', { room: undefined }),
      check('11-17', { result: undefined }),
      check('11-17', { checked: undefined }),
    ];
    for (const row of partial) expect(says(check('11-16'), row)).toEqual([]);
    expect(
      says(check('11-16'), check('11-17', { result: undefined }), check('11-18')),
    ).toHaveLength(1);
    expect(says(check('11-16', { room: '' }), check('11-17', { room: '' }))).toEqual([]);
  });
});

describe('each room is drawn in its time', () => {
  const drawn = { drawn: true, room: '1号楼 101' };
  const says = (...rows: readonly Values<Columns>[]) =>
    told(dormChecks, 'never-drawn', rows, { others: { places } });

  test('forty-five days after the register began, and not before', () => {
    expect(says(check('10-10', { room: '1号楼 109' }))).toEqual([]);
    expect(says(check('10-09', { room: '1号楼 109' }))).toEqual([
      ['1号楼 101', undefined, 'look', '1号楼 101还没抽查过，请抽一次'],
      ['1号楼 102', undefined, 'look', '1号楼 102还没抽查过，请抽一次'],
    ]);
    expect(says()).toEqual([]);
  });

  test('a draw holds for forty-five days', () => {
    const began = check('09-01', { ...drawn, room: '1号楼 102' });
    const other = check('11-20', { ...drawn, room: '1号楼 102' });
    expect(says(began, other, check('10-10', drawn))).toEqual([]);
    expect(says(began, other, check('10-09', drawn))).toEqual([
      ['1号楼 101', undefined, 'look', '1号楼 101：10月9日后没抽过，请抽'],
    ]);
  });

  test('a room that stands twice in 场所 is told of once, one without a name not at all', () => {
    const twice = [...places, ...places.slice(0, 1), { building: '1号楼', kind: 'dormRoom' }];
    const old = [check('09-01', { room: '1号楼 109' })];
    expect(whereTold(told(dormChecks, 'never-drawn', old, { others: { places: twice } }))).toEqual([
      '1号楼 101',
      '1号楼 102',
    ]);
  });
});

describe('a building that nobody walked through', () => {
  const copied = { result: 'passed', copied: true };
  const says = (...rows: readonly Values<Columns>[]) => told(dormChecks, 'nobody-looked', rows);

  test('is one where every room of a day was left as prefilled and none has a photo', () => {
    const one = check('11-20', copied);
    expect(says(one, { ...one, room: '1号楼 102' })).toEqual([
      ['2026-11-20 1号楼', undefined, 'look', '11月20日1号楼像没进屋查，请抽查核对'],
    ]);
    const touched = [{ copied: false }, { copied: undefined }, { photo: 'https://a.cn/1.jpg' }];
    for (const more of touched)
      expect(says(one, check('11-20', { ...copied, ...more }))).toEqual([]);
  });

  test('is judged day by day and building by building', () => {
    const seen = { copied: false };
    expect(whereTold(says(check('11-20', copied), check('11-21', seen)))).toEqual([
      '2026-11-20 1号楼',
    ]);
    expect(
      whereTold(says(check('11-20', copied), check('11-20', { ...seen, building: '2号楼' }))),
    ).toEqual(['2026-11-20 1号楼']);
  });

  test('is not judged by rows without a day or a building', () => {
    expect(says(check('11-20', { ...copied, building: undefined }))).toEqual([]);
    expect(says({ ...check('11-20', copied), checked: undefined })).toEqual([]);
  });
});

const anyCheck = fc.record({
  checked: fc.constantFrom('2026-09-20T19:00:00', '2026-10-30T19:00:00', '2026-11-20T19:00:00'),
  building: fc.constant('1号楼'),
  room: fc.constantFrom('1号楼 101', '1号楼 102'),
  result: fc.constantFrom('passed', 'failed', 'failed'),
  copied: fc.constantFrom(true, true, true, false),
  drawn: fc.boolean(),
});
const world = worldWith({ places: rowsOf(...places) });

for (const key of ['failed-twice', 'never-drawn', 'nobody-looked'])
  testLaws({
    rule: ruleOf(dormChecks, key),
    register: dormChecks,
    rows: fc
      .array(anyCheck, { maxLength: 5 })
      .map((rows) => [check('09-01', { room: '2号楼 201', building: '2号楼' }), ...rows]),
    unrelated: fc.constant({ room: '1号楼 101' }),
    world,
  });
