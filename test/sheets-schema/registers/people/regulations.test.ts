import { describe, expect, test } from 'vitest';
import { regulationReadings } from '#schema/registers/people/regulation-readings.ts';
import { regulations } from '#schema/registers/people/regulations.ts';
import { measured, planned, says } from '../../said.ts';

const people = ['韩卫东', '唐志刚'].map((name) => ({ name, team: '保安', joined: '2020-01-01' }));
const regulation = (more = {}) => ({
  title: '门卫管理制度',
  version: '2026-2',
  effective: '2026-10-01',
  binds: '保安',
  reviewDue: '2027-10-01',
  keeper: '韩卫东',
  ...more,
});
const read = (person: string, version = '2026-2') => ({
  regulation: '门卫管理制度',
  version,
  person,
});

describe('规章制度', () => {
  test('read and signed by those it binds within thirty days, in the version in force', () => {
    const unread = (readings: readonly object[], more = {}, now = '2026-11-01T09:00:00') =>
      says(regulations, 'left-out-unread', [regulation(more)], {
        others: { people, regulationReadings: readings.map((one) => ({ ...one })) },
        now,
      });
    expect(unread([read('韩卫东')])).toEqual([[0, '唐志刚还没学签，请补签']]);
    expect(unread([read('韩卫东'), read('唐志刚', '2026-1')])).toHaveLength(1);
    expect(unread([])).toEqual([[0, '韩卫东等 2 人还没学签，请补签']]);
    expect(unread([read('韩卫东'), read('唐志刚')])).toEqual([]);
    expect(unread([], {}, '2026-10-31T09:00:00')).toEqual([]);
    expect(unread([], { repealed: true })).toEqual([]);
  });

  test('reviewed in time: soon, overdue, or repealed', () => {
    const due = (reviewDue: string, more = {}) =>
      says(regulations, 'expiry-reviewDue', [regulation({ reviewDue, ...more })]);
    expect(due('2026-11-23')).toEqual([[0, '11月23日就该修订，请修订或改日期']]);
    expect(due('2026-12-24')).toEqual([[0, '12月24日前要修订，请安排']]);
    expect(due('2026-12-25')).toEqual([]);
    expect(due('2026-11-23', { repealed: true })).toEqual([]);
  });

  test('binds everybody, a team or a person on the list', () => {
    const binding = ['全体', '保安', '唐志刚', '保按'].map((binds) => regulation({ binds }));
    expect(says(regulations, 'meant-binds', binding, { others: { people } })).toEqual([
      [3, '没有“保按”，请写全体、班组或姓名'],
    ]);
  });

  test('whatever is in force has a review and a keeper', () => {
    expect(
      says(regulations, 'needed-in-force', [
        regulation({ reviewDue: undefined }),
        regulation({ keeper: undefined }),
        regulation({ keeper: undefined, repealed: true }),
      ]),
    ).toEqual([
      [0, '在用的制度，请补填下次修订日期'],
      [1, '在用的制度，请补填负责人'],
    ]);
  });

  test('in force, reviewed in time, and read by those bound', () => {
    const rows = [
      regulation(),
      regulation({ title: '旧制度', reviewDue: '2026-11-01' }),
      regulation({ repealed: true }),
    ];
    const others = { people, regulationReadings: [read('韩卫东')] };
    expect(
      ['inForce', 'reviewed', 'read'].map((figure) =>
        measured(regulations, figure, rows, { others }),
      ),
    ).toEqual([2, [1, 2], [1, 4]]);
  });

  test('in the plan when a review falls due', () => {
    expect(
      planned(regulations, [
        regulation({ reviewDue: '2026-12-20' }),
        regulation({ reviewDue: '2026-11-02' }),
        regulation(),
      ]),
    ).toEqual([
      ['修订门卫管理制度', '韩卫东', '2026-12-20'],
      ['修订门卫管理制度', '韩卫东', '2026-12-31'],
    ]);
  });
});

describe('制度学签', () => {
  test('one version is signed once; the next is signed anew', () => {
    expect(
      says(regulationReadings, 'unique-person-regulation-version', [
        read('韩卫东'),
        read('韩卫东'),
        read('韩卫东', '2026-1'),
      ]),
    ).toEqual([[1, '韩卫东这个版本签过了，请删一行']]);
  });

  test('a version that the regulation never had; an earlier one was right in its time', () => {
    const others = { regulations: [regulation()] };
    expect(
      says(
        regulationReadings,
        'version-in-force',
        [read('韩卫东', '2026-3'), read('韩卫东', '2026-1'), read('唐志刚')],
        { others },
      ),
    ).toEqual([[0, '现行版本是“2026-2”，请核对']]);
  });
});
