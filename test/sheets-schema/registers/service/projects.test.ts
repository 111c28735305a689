import { describe, expect, test } from 'vitest';
import { projectProgress } from '#schema/registers/service/project-progress.ts';
import { projects } from '#schema/registers/service/projects.ts';
import { measured, planned, says } from '../../said.ts';

const project = (more = {}) => ({
  name: '换水龙头',
  started: '2026-11-02',
  due: '2026-12-20',
  what: '全部更换',
  scope: 60,
  unit: '个',
  buildings: '1号楼、2号楼',
  leader: '王大勇',
  state: 'open',
  ...more,
});
const progress = (more = {}) => ({
  day: '2026-11-20',
  project: '换水龙头',
  building: '1号楼',
  done: 30,
  by: '王大勇',
  ...more,
});
const ended = { state: 'done', doneOn: '2026-11-20', effect: '好' };

describe('专项整治', () => {
  const around = (...rows: readonly object[]) => ({
    others: { projectProgress: rows.map((row) => progress(row)) },
  });

  test('past its day, with how far it has come; due today is not late', () => {
    const rows = [project({ due: '2026-11-23' }), project({ due: '2026-11-24' })];
    expect(says(projects, 'late', rows, around({}))).toEqual([[0, '已过期限，完成30/60，请赶完']]);
    expect(says(projects, 'late', [project({ due: '2026-11-23', ...ended })], around({}))).toEqual(
      [],
    );
  });

  test('standing still for more than ten days since the last progress', () => {
    expect(says(projects, 'standing-still', [project()], around({ day: '2026-11-13' }))).toEqual([
      [0, '11天没有进度，请登记或写停止'],
    ]);
    expect(says(projects, 'standing-still', [project()], around({ day: '2026-11-14' }))).toEqual(
      [],
    );
    expect(says(projects, 'standing-still', [project({ started: '2026-11-13' })])).toHaveLength(1);
  });

  test('called done before its scope is', () => {
    const rows = [project(ended)];
    expect(says(projects, 'not-all-done', rows, around({}, { done: 29 }))).toEqual([
      [0, '才做59，总数60，请补登记进度'],
    ]);
    expect(says(projects, 'not-all-done', rows, around({}, { building: '2号楼' }))).toEqual([]);
  });

  test('a building in which nothing was done when the day is near', () => {
    const near = project({ due: '2026-12-01' });
    expect(says(projects, 'building-left-out', [near], around({}))).toEqual([
      [0, '2号楼还没有进度，请核对'],
    ]);
    expect(says(projects, 'building-left-out', [project()], around({}))).toEqual([]);
    expect(says(projects, 'building-left-out', [near], around({}, { building: '２号楼' }))).toEqual(
      [],
    );
  });

  test('ended with its day and effect; one name once; the day due after the beginning', () => {
    expect(says(projects, 'needed-ended', [project({ state: 'stopped' }), project()])).toEqual([
      [0, '不再进行，请补填完成日期'],
    ]);
    expect(says(projects, 'unique-name', [project(), project()])).toHaveLength(1);
    expect(says(projects, 'in-order-started-due', [project({ due: '2026-11-01' })])).toHaveLength(
      1,
    );
    expect(
      says(projects, 'in-order-started-doneOn', [project({ doneOn: '2026-11-01' })]),
    ).toHaveLength(1);
  });

  test('of somebody who left', () => {
    const others = { people: [{ name: '王大勇', joined: '2020-01-01', left: '2026-11-01' }] };
    expect(says(projects, 'handed-over-leader', [project(), project(ended)], { others })).toEqual([
      [0, '王大勇已离岗，请交给别人'],
    ]);
  });

  test('begun in the period, and done by the day', () => {
    const rows = [
      project({ ...ended, due: '2026-11-20' }),
      project({ ...ended, due: '2026-11-19' }),
      project({ due: '2026-11-23' }),
      project({ due: '2026-11-30' }),
      project({ due: '2026-11-10', state: 'stopped' }),
    ];
    expect(measured(projects, 'started', rows)).toBe(5);
    expect(measured(projects, 'inTime', rows)).toEqual([1, 3]);
  });

  test('open ones in the plan, late ones on its first workday', () => {
    expect(planned(projects, [project(), project({ due: '2026-11-20' }), project(ended)])).toEqual([
      ['专项整治：换水龙头', '王大勇', '2026-12-20'],
      ['专项整治：换水龙头', '王大勇', '2026-12-01'],
    ]);
  });
});

describe('整治进度', () => {
  const around = { others: { projects: [project({ doneOn: '2026-11-22' })] } };

  test('beyond the scope, at the row that goes beyond', () => {
    const rows = [progress(), progress(), progress({ done: 1 })];
    expect(says(projectProgress, 'not-beyond-project', rows, around)).toEqual([
      [2, '总数60，已做61，请核对数量'],
    ]);
  });

  test('a building that the project does not name', () => {
    const rows = [progress({ building: '3号楼' }), progress({ building: '2号楼' })];
    expect(says(projectProgress, 'elsewhere', rows, around)).toEqual([
      [0, '专项里没有“3号楼”，请核对楼栋'],
    ]);
  });

  test('before the project began or after it was done', () => {
    const on = (day: string) => progress({ day });
    const rows = [on('2026-11-01'), on('2026-11-02'), on('2026-11-22'), on('2026-11-23')];
    expect(says(projectProgress, 'outside', rows, around)).toEqual([
      [0, '专项11月2日才开始，请核对日期'],
      [3, '专项11月22日已完成，请核对日期'],
    ]);
  });

  test('as many parts as pieces', () => {
    const item = '水龙头 不锈钢 4分';
    const rows = [
      progress({ item, used: 28 }),
      progress({ item, used: 30 }),
      progress({ item }),
      progress(),
    ];
    expect(says(projectProgress, 'parts-differ', rows)).toEqual([[0, '做了30，配件用28，请核对']]);
    expect(says(projectProgress, 'together-item-used', rows)).toEqual([
      [2, '填了所用配件，请补填配件用量'],
    ]);
  });

  test('what was done in the period', () => {
    const rows = [progress(), progress({ done: 12 }), progress({ day: '2026-10-31' })];
    expect(measured(projectProgress, 'done', rows)).toBe(42);
    expect(measured(projectProgress, 'entries', rows)).toBe(2);
  });
});
