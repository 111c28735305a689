import { describe, expect, test } from 'vitest';
import { safetyLog } from '#schema/registers/safety/safety-log.ts';
import { measured, says } from '../../said.ts';

const items = [
  'exits',
  'extinguishers',
  'electricity',
  'gas',
  'doors',
  'stairs',
  'grounds',
  'buildings',
];
const entry = (day: string, more = {}) => ({
  day: `2026-11-${day}`,
  kind: 'daily',
  officer: '郑文博',
  ...Object.fromEntries(items.map((item) => [item, 'fine'])),
  ...more,
});

describe('每日安全台帐', () => {
  test('a school day without an entry; week-ends need none, extra rounds do not count', () => {
    const rows = [entry('18'), entry('19', { kind: 'extra' }), entry('20'), entry('23')];
    expect(says(safetyLog, 'cadence-kind', rows)).toEqual([
      ['daily 2026-11-19 安全员', '11月19日没有安全台帐，请补查补记'],
    ]);
    expect(says(safetyLog, 'cadence-kind', [...rows, entry('19')])).toEqual([]);
  });

  test('an item that was skipped, or several', () => {
    expect(
      says(safetyLog, 'skipped', [
        entry('20', { gas: undefined }),
        entry('23', { doors: undefined, stairs: undefined }),
        entry('24'),
      ]),
    ).toEqual([
      [0, '燃气没查，请补查'],
      [1, '门岗门锁等 2 项没查，请补查'],
    ]);
  });

  test('all fine ten days running looks copied; one thing mended breaks the row', () => {
    const days = Array.from({ length: 10 }, (_, index) => entry(String(index + 11)));
    expect(says(safetyLog, 'copied-officer', days)).toEqual([
      [9, '郑文博连续10天全部正常，请抽查核对'],
    ]);
    expect(says(safetyLog, 'copied-officer', days.with(4, entry('15', { gas: 'mended' })))).toEqual(
      [],
    );
    expect(says(safetyLog, 'copied-officer', days.slice(1))).toEqual([]);
  });

  test('a problem says where, and where it was reported', () => {
    const problem = { doors: 'problem' };
    expect(
      says(safetyLog, 'needed-problem', [
        entry('20', problem),
        entry('23', { ...problem, found: '东门锁坏' }),
        entry('24', { ...problem, found: '东门锁坏', passedOn: 'repairs' }),
        entry('25', { doors: 'mended' }),
      ]),
    ).toEqual([
      [0, '有问题，请补填问题和处理'],
      [1, '有问题，请补填转到'],
    ]);
  });

  test('said to be passed on, and not there', () => {
    const others = {
      hazards: [{ reported: '2026-11-20T10:00:00' }],
      repairs: [{ reported: '2026-11-19T10:00:00' }],
    };
    expect(
      says(
        safetyLog,
        'not-passed-on',
        [
          entry('20', { passedOn: 'hazards' }),
          entry('20', { passedOn: 'repairs' }),
          entry('20', { passedOn: 'nobody' }),
        ],
        { others },
      ),
    ).toEqual([[1, '11月20日报修没有登记，请补报']]);
  });

  test('a day stands once', () => {
    expect(
      says(safetyLog, 'unique-day-kind-officer', [
        entry('20'),
        entry('20'),
        entry('20', { kind: 'extra' }),
      ]),
    ).toEqual([[1, '这天的台帐记了两次，请删一行']]);
  });

  test('days, the share of school days since the first, entries without a gap, problems', () => {
    const rows = [entry('18'), entry('20', { gas: undefined }), entry('23', { gas: 'problem' })];
    expect(
      ['days', 'kept', 'whole', 'problems'].map((figure) => measured(safetyLog, figure, rows)),
    ).toEqual([3, [3, 4], [2, 3], 1]);
  });
});
