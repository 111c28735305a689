import { describe, expect, test } from 'vitest';
import { assignedWork } from '#schema/registers/plan/assigned-work.ts';
import { measured, planned, says } from '../../said.ts';

const matter = (more = {}) => ({
  assigned: '2026-11-12',
  by: '校长',
  group: 'stores',
  what: '摸底课桌椅损坏数量',
  owner: '叶红梅',
  due: '2026-11-20',
  state: 'open',
  ...more,
});
const done = (doneOn: string, more = {}) =>
  matter({ state: 'done', doneOn, result: '已报', ...more });

describe('交办督办', () => {
  test('late from the day after; an agreed new day counts instead', () => {
    expect(
      says(assignedWork, 'late', [
        matter({ due: '2026-11-23' }),
        matter({ due: '2026-11-24' }),
        matter({ newDue: '2026-11-30', why: '等报价' }),
        matter({ newDue: '2026-11-22', why: '等报价' }),
        done('2026-11-23'),
        matter({ state: 'dropped' }),
      ]),
    ).toEqual([
      [0, '已拖 1 天，请办结，或报告后写延期'],
      [3, '已拖 2 天，请办结，或报告后写延期'],
    ]);
  });

  test('a fortnight without telling whoever assigned it', () => {
    const since = (assigned: string, more = {}) => matter({ assigned, ...more });
    expect(
      says(assignedWork, 'untold', [
        since('2026-11-09'),
        since('2026-11-10'),
        since('2026-11-01', { told: '2026-11-10' }),
        done('2026-11-02', { assigned: '2026-10-01' }),
      ]),
    ).toEqual([[0, '15 天没汇报进展，请报告交办人']]);
  });

  test('done with its day and result, moved with a reason, open while open', () => {
    expect(
      says(assignedWork, 'needed-done', [
        done('2026-11-20'),
        matter({ state: 'done', doneOn: '2026-11-20' }),
      ]),
    ).toEqual([[1, '已办结，请补填办理结果']]);
    expect(says(assignedWork, 'needed-moved', [matter({ newDue: '2026-12-01' })])).toEqual([
      [0, '延期了，请补填延期原因'],
    ]);
    expect(
      says(assignedWork, 'done-but-open', [matter({ progress: 100 }), matter({ progress: 99 })]),
    ).toEqual([[0, '看着已办完，请改状态']]);
  });

  test('whoever left hands it over', () => {
    const others = { people: [{ name: '叶红梅', joined: '2020-01-01', left: '2026-11-20' }] };
    expect(
      says(assignedWork, 'handed-over-owner', [matter(), done('2026-11-20')], { others }),
    ).toEqual([[0, '叶红梅已离岗，请交给别人']]);
  });

  test('the office’s own on-time rate keeps the day that was first asked for', () => {
    const rows = [
      done('2026-11-20'),
      done('2026-11-21'),
      done('2026-11-25', { newDue: '2026-11-30' }),
      matter(),
      matter({ due: '2026-11-28' }),
      matter({ state: 'dropped' }),
    ];
    expect(
      ['assigned', 'onTime', 'late'].map((figure) => measured(assignedWork, figure, rows)),
    ).toEqual([5, [1, 4], 3]);
  });

  test('in the plan: what is due in the month, ★ what is late', () => {
    expect(
      planned(assignedWork, [
        matter(),
        matter({ due: '2026-12-08' }),
        matter({ due: '2027-01-04' }),
        done('2026-11-20'),
      ]),
    ).toEqual([
      ['摸底课桌椅损坏数量', '叶红梅', '2026-12-01'],
      ['摸底课桌椅损坏数量', '叶红梅', '2026-12-08'],
    ]);
  });
});
