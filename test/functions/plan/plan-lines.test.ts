import { describe, expect, it } from 'vitest';
import { lastMonth } from '#functions/plan/last-month.ts';
import { missedRun } from '#functions/plan/missed-run.ts';
import { mergedWithSheet, planLines, planValues } from '#functions/plan/plan-lines.ts';
import { planRowId, rosterRowId } from '#functions/plan/row-ids.ts';
import type { PlanTask } from '#schema/plan.ts';
import { localDate } from '#schema/values.ts';
import { row, rowsOf, worldWith } from '../../sheets-schema/made.ts';

const task: PlanTask = {
  key: 'routine-1',
  group: 'stores',
  what: '年度校产盘点',
  standard: '账物相符',
  owner: '库管员',
  due: localDate.parse('2026-12-25'),
};

/** A line of the sheet: by default as the plan wrote it. */
function line(values: Record<string, string>, id = planRowId('2026-12', task.key)) {
  return { ...row(1, { ...planValues('2026-12', { number: 1, task }), ...values }), id };
}

describe('the id of a planned row', () => {
  it('is the same whenever the month is planned, and another in another month', () => {
    expect(planRowId('2026-12', 'routine-1')).toBe(planRowId('2026-12', 'routine-1'));
    expect(planRowId('2026-12', 'routine-1')).not.toBe(planRowId('2027-01', 'routine-1'));
  });

  it('of a duty is that of its place, whoever holds it', () => {
    const day = localDate.parse('2026-12-01');
    expect(rosterRowId(day, '门卫夜班', 1)).toBe(rosterRowId(day, '门卫夜班', 1));
    expect(rosterRowId(day, '门卫夜班', 1)).not.toBe(rosterRowId(day, '门卫夜班', 2));
  });
});

describe('a planned row', () => {
  it('is written as staff read it', () => {
    expect(planValues('2026-12', { number: 7, task })).toEqual({
      key: '2026-12/routine-1',
      month: '2026年12月',
      number: 7,
      group: 'stores',
      what: '年度校产盘点',
      standard: '账物相符',
      owner: '库管员',
      due: '2026-12-25',
      carriedOver: false,
      state: 'planned',
    });
  });
});

describe('the sheet and the plan', () => {
  it('what the director changed stands', () => {
    const edited = planLines([line({ owner: '叶红梅', due: '2026-12-20' })]);
    expect(mergedWithSheet('2026-12', [task], edited)).toMatchObject([
      { key: 'routine-1', owner: '叶红梅', due: '2026-12-20' },
    ]);
  });

  it('a line that the director dropped stays away', () => {
    expect(mergedWithSheet('2026-12', [task], planLines([line({ state: 'dropped' })]))).toEqual([]);
  });

  it("the director's own lines are added, those of other months are not", () => {
    const own = line({ what: '接待参观' }, row(2, {}).id);
    const other = line({ what: '别的月份', month: '2026年11月' }, row(3, {}).id);
    const merged = mergedWithSheet('2026-12', [task], planLines([own, other]));
    expect(merged.map(({ what }) => what)).toEqual(['年度校产盘点', '接待参观']);
  });

  it('a row without words, group or day is passed over', () => {
    expect(planLines([line({ what: ' ' }), line({ group: '?' }), line({ due: '' })])).toEqual([]);
  });
});

describe('how last month went', () => {
  const today = localDate.parse('2026-12-24');
  const november = (...rows: readonly Record<string, string>[]) =>
    lastMonth(
      '2026-12',
      planLines(rows.map((values, index) => line(values, row(index, {}).id))),
      today,
    );

  it('tells in time, late, not done and still ahead apart', () => {
    const result = november(
      { state: 'done', due: '2026-12-10', doneOn: '2026-12-10' },
      { state: 'done', due: '2026-12-10', doneOn: '2026-12-12' },
      { due: '2026-12-23' },
      { due: '2026-12-24' },
      { state: 'dropped' },
    );
    const counts = result && [
      result.planned,
      result.inTime,
      result.late,
      result.notDone,
      result.ahead,
    ];
    expect(counts?.map(({ length }) => length)).toEqual([4, 1, 1, 1, 1]);
  });

  it('is nothing when there was no plan', () => {
    expect(november()).toBeUndefined();
  });
});

describe('a run that did not happen', () => {
  const runs = (...started: readonly string[]) =>
    worldWith({
      runs: rowsOf(
        ...started.map((moment) => ({ function: 'plan', outcome: 'done', started: moment })),
      ),
    });

  it('is noticed by the next one', () => {
    expect(missedRun(runs('2026-08-24T08:00:00', '2026-09-24T08:00:00'))).toBe(
      '上次做月计划是2026年9月，中间的没有运行',
    );
  });

  it('was none when the last was last month, or there never was one', () => {
    expect(missedRun(runs('2026-10-24T08:00:00'))).toBeUndefined();
    expect(missedRun(runs())).toBeUndefined();
  });

  it('a run that failed does not count', () => {
    const failed = { function: 'plan', outcome: 'failed', started: '2026-10-24T08:00:00' };
    const done = { function: 'plan', outcome: 'done', started: '2026-09-24T08:00:00' };
    expect(missedRun(worldWith({ runs: rowsOf(done, failed) }))).toContain('2026年9月');
  });
});
