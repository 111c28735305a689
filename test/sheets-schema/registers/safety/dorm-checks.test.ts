import { describe, expect, test } from 'vitest';
import { dormChecks } from '#schema/registers/safety/dorm-checks.ts';
import { rowsOf } from '../../made.ts';
import { measured, says, worldAround } from '../../said.ts';

const places = [
  { name: '1号楼 101', building: '1号楼', kind: 'dormRoom' },
  { name: '1号楼 102', building: '1号楼', kind: 'dormRoom' },
  { name: '1号楼 103', building: '1号楼', kind: 'dormRoom', outOfUse: true },
  { name: '1号楼', building: '1号楼', kind: 'building' },
];
const others = { places };
const check = (day: string, room = '1号楼 101', more = {}) => ({
  checked: `2026-${day}T19:40:00`,
  building: '1号楼',
  room,
  result: 'passed',
  inspector: '许慧芳',
  ...more,
});
const bad = { result: 'failed', found: '地面未扫' };

describe('寝室检查', () => {
  test('failed twice running: at the second, and until it passes, whatever the order of the rows', () => {
    expect(
      says(dormChecks, 'failed-twice', [
        check('11-16', '1号楼 101', bad),
        check('11-09', '1号楼 101', bad),
        check('11-16', '1号楼 102', bad),
        check('11-17', '1号楼 101', bad),
        check('11-18'),
        check('11-19', '1号楼 101', bad),
      ]),
    ).toEqual([
      [0, '连续 2 次不合格，请找寝室长整改'],
      [3, '连续 3 次不合格，请找寝室长整改'],
    ]);
  });

  test('a room that was never drawn, or not for long; a check without photo is no draw', () => {
    const drawn = { drawn: true, photo: 'https://example.edu.cn/1.jpg' };
    const old = check('10-09', '1号楼 101', drawn);
    expect(says(dormChecks, 'never-drawn', [old, check('11-23', '1号楼 102')], { others })).toEqual(
      [
        ['1号楼 101', '1号楼 101：10月9日后没抽过，请抽'],
        ['1号楼 102', '1号楼 102还没抽查过，请抽一次'],
      ],
    );
    expect(
      says(
        dormChecks,
        'never-drawn',
        [
          old,
          check('11-02', '1号楼 101', drawn),
          check('11-23', '1号楼 102', { photo: drawn.photo }),
        ],
        { others },
      ),
    ).toEqual([]);
  });

  test('nothing is said of draws while the register is younger than the time to draw all', () => {
    expect(says(dormChecks, 'never-drawn', [check('10-10')], { others })).toEqual([]);
    expect(says(dormChecks, 'never-drawn', [check('10-09')], { others })).toHaveLength(2);
  });

  test('a spot check needs its photo, a failure what was found', () => {
    expect(
      says(dormChecks, 'needed-drawn', [
        check('11-23', '1号楼 101', { drawn: true }),
        check('11-23'),
      ]),
    ).toEqual([[0, '抽查，请补填照片']]);
    expect(
      says(dormChecks, 'needed-failed', [check('11-23', '1号楼 101', { result: 'failed' })]),
    ).toEqual([[0, '不合格，请补填发现的问题']]);
  });

  test('who is on duty signs each day', () => {
    expect(
      says(dormChecks, 'duty-unsigned', [
        check('11-23', '1号楼 101', { dutySigned: false }),
        check('11-23', '1号楼 102', { dutySigned: true }),
        check('11-23', '1号楼 103'),
      ]),
    ).toEqual([[0, '值日生没签字，请寝室长当天补']]);
  });

  test('a building left as prefilled, without a single photo', () => {
    const copied = { copied: true };
    const round = [check('11-23', '1号楼 101', copied), check('11-23', '1号楼 102', copied)];
    expect(says(dormChecks, 'nobody-looked', round)).toEqual([
      ['2026-11-23 1号楼', '11月23日1号楼像没进屋查，请抽查核对'],
    ]);
    for (const touched of [
      { copied: false },
      { copied: true, photo: 'https://example.edu.cn/1.jpg' },
    ])
      expect(
        says(dormChecks, 'nobody-looked', [...round, check('11-23', '1号楼 103', touched)]),
      ).toEqual([]);
  });

  test('a week in which a building was not checked', () => {
    const world = { others, now: '2026-11-24T09:00:00' };
    expect(says(dormChecks, 'cadence-building', [check('11-09'), check('11-23')], world)).toEqual([
      ['weekly 2026-11-16 1号楼', '11月16日那周1号楼没查寝，请补查'],
    ]);
    expect(says(dormChecks, 'cadence-building', [check('11-09'), check('11-20')], world)).toEqual(
      [],
    );
  });

  test('all passed again and again', () => {
    const days = Array.from({ length: 15 }, (_, index) =>
      check(`11-${String(index + 1).padStart(2, '0')}`),
    );
    expect(says(dormChecks, 'copied-inspector', days)).toEqual([
      [14, '许慧芳连续15次全部合格，请复查几间'],
    ]);
    expect(
      says(dormChecks, 'copied-inspector', days.with(7, check('11-08', '1号楼 101', bad))),
    ).toEqual([]);
  });

  test('checks, spot checks, passed, signed by who was on duty', () => {
    const rows = [
      check('11-02', '1号楼 101', { dutySigned: true, drawn: true }),
      check('11-03', '1号楼 101', { ...bad, dutySigned: false }),
      check('11-04'),
      check('10-31'),
    ];
    expect(
      ['checks', 'drawn', 'passed', 'dutySigned'].map((figure) =>
        measured(dormChecks, figure, rows),
      ),
    ).toEqual([3, 1, [2, 3], [1, 2]]);
  });

  test('the sheet of a building lists its rooms in use as passed', () => {
    const world = worldAround(dormChecks, rowsOf(), { others });
    expect(dormChecks.batches?.[0]?.rows(world, { building: '1号楼' })).toEqual([
      { room: '1号楼 101', result: 'passed', dutySigned: true },
      { room: '1号楼 102', result: 'passed', dutySigned: true },
    ]);
  });
});
