import { describe, expect, test } from 'vitest';
import { doors } from '#schema/registers/safety/doors.ts';
import { electricity } from '#schema/registers/safety/electricity.ts';
import { rowsOf } from '../../made.ts';
import { measured, november, says, worldAround } from '../../said.ts';

const check = (at: string, state: string, more = {}) => ({
  checked: `2026-11-${at}:00`,
  gate: '东门',
  state,
  onDuty: '曹德明',
  why: '去关操场门',
  handled: '当场落锁',
  ...more,
});

describe('门岗检查', () => {
  test('unmanned or unlocked is a finding until it is handled', () => {
    expect(
      says(doors, 'lapse', [
        check('20T18:05', 'unlocked', { handled: undefined }),
        check('20T18:05', 'both', { handled: undefined }),
        check('20T18:05', 'unmanned'),
        check('20T18:05', 'fine', { handled: undefined }),
      ]),
    ).toEqual([
      [0, '11月20日18点没落锁，请处理'],
      [1, '11月20日18点无人又没落锁，请处理'],
    ]);
  });

  test('who was on duty, and why', () => {
    expect(
      says(doors, 'needed-lapse', [
        check('20T18:05', 'unmanned', { why: undefined }),
        check('20T18:05', 'fine', { why: undefined }),
      ]),
    ).toEqual([[0, '门岗失守，请补填原因']]);
  });

  test('the time of day when it happens: three lapses of one gate in one hour', () => {
    const rows = [
      check('10T18:05', 'unlocked'),
      check('12T18:55', 'unmanned'),
      check('20T18:30', 'both'),
    ];
    expect(says(doors, 'repeated-same-hour', rows)).toEqual([
      [2, '东门18点前后30天内 3 次，请加人'],
    ]);
    for (const apart of [
      check('20T19:00', 'both'),
      check('20T18:30', 'fine'),
      check('20T18:30', 'both', { gate: '门卫室' }),
    ])
      expect(says(doors, 'repeated-same-hour', rows.with(2, apart))).toEqual([]);
    expect(says(doors, 'repeated-same-hour', rows, { now: '2026-12-11T09:00:00' })).toEqual([]);
  });

  test('checks, lapses, manned and locked, by hour', () => {
    const rows = [
      check('10T18:05', 'unlocked'),
      check('11T07:05', 'fine'),
      check('12T18:55', 'unmanned'),
    ];
    expect(['checks', 'lapses', 'manned'].map((figure) => measured(doors, figure, rows))).toEqual([
      3,
      2,
      [1, 3],
    ]);
    expect(
      doors.breakdowns?.byHour?.split(
        rowsOf(...rows),
        november,
        worldAround(doors, rowsOf(...rows)),
      ),
    ).toEqual([{ name: '18点', value: 2 }]);
  });
});

describe('用电检查', () => {
  const found = (day: string, kind: string, more = {}) => ({
    day: `2026-11-${day}`,
    place: '宿舍1号楼 202',
    kind,
    thing: '电热毯',
    handled: '已收走',
    ...more,
  });

  test('a place that repeats within thirty days', () => {
    expect(
      says(electricity, 'repeated-place', [found('02', 'appliance'), found('20', 'wire')]),
    ).toEqual([[1, '宿舍1号楼 202：30天内 2 次，请盯住']]);
    expect(
      says(electricity, 'repeated-place', [found('02', 'appliance'), found('20', 'fine')]),
    ).toEqual([]);
    expect(
      says(electricity, 'repeated-place', [
        found('02', 'appliance'),
        found('20', 'wire', { place: '宿舍1号楼 203' }),
      ]),
    ).toEqual([]);
  });

  test('what was found is named and handled', () => {
    expect(
      says(electricity, 'needed-fault', [
        found('02', 'plug', { handled: undefined }),
        found('02', 'fine', { handled: undefined }),
      ]),
    ).toEqual([[0, '有问题，请补填处理']]);
    expect(
      says(electricity, 'needed-appliance', [
        found('02', 'appliance', { thing: undefined }),
        found('02', 'plug', { thing: undefined }),
      ]),
    ).toEqual([[0, '私用电器，请补填电器名称']]);
  });

  test('checks, appliances, plugs left in', () => {
    const rows = [
      found('02', 'appliance'),
      found('03', 'wire'),
      found('04', 'plug', { quantity: 3 }),
      found('05', 'fine'),
    ];
    expect(
      ['checks', 'appliances', 'plugs'].map((figure) => measured(electricity, figure, rows)),
    ).toEqual([4, 2, 3]);
  });
});
