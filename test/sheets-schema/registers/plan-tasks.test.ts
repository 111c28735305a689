import { describe, expect, test } from 'vitest';
import { planTasks } from '#schema/registers/plan/plan-tasks.ts';
import { monthFrom } from '#schema/spelling.ts';
import { localDate } from '#schema/values.ts';
import { findings, findingsOf, rowsOf, ruleOf, worldWith } from '../made.ts';

const task = {
  month: '2026年11月',
  group: 'repairs',
  what: '换阀门',
  standard: '不漏',
  owner: '维修班长',
  due: '2026-11-20',
  state: 'planned',
};
const says = (rule: string, changes: object) =>
  findings(planTasks, rule, [{ ...task, ...changes }]).map(({ column, says: message }) => [
    column,
    message,
  ]);

describe('what is checked on 24 November', () => {
  test('what is not done by its day is late from the next', () => {
    expect(says('overdue', {})).toEqual([['state', '已过期 4 天，请完成或写原因']]);
    expect(says('overdue', { due: '2026-11-24' })).toEqual([]);
    expect(says('overdue', { state: 'done' })).toEqual([]);
    expect(says('overdue', { state: 'dropped' })).toEqual([]);
  });

  test.each([
    [{ state: 'done' }, ['doneOn', '已完成，请补填完成日期']],
    [{ doneOn: '2026-11-19' }, ['state', '填了完成日期，请改状态']],
    [{ state: 'done', doneOn: '2026-11-25' }, ['doneOn', '完成日期还没到，请核对']],
  ])('state and day agree: %o', (changes, expected) => {
    expect(says('done-when', changes)).toEqual([expected]);
  });

  test('done with its day is right', () => {
    expect(says('done-when', { state: 'done', doneOn: '2026-11-19' })).toEqual([]);
  });

  test('a month is needed that can be read', () => {
    expect(says('which-month', { month: '下月' })).toEqual([['month', '请填月份，如 2026年11月']]);
    expect(says('which-month', {})).toEqual([]);
  });

  test('an own line for a day off in term time is named, with the next workday', () => {
    const term = { kind: 'term', name: '第一学期', from: '2026-09-01', to: '2027-01-22' };
    const saysOf = (changes: object) => {
      const rows = rowsOf({ ...task, ...changes });
      const world = worldWith({ planTasks: rows, calendar: rowsOf(term) });
      return findingsOf(ruleOf(planTasks, 'on-day-off'), planTasks, rows, world).map(
        ({ says: message }) => message,
      );
    };
    expect(saysOf({ due: '2026-11-28' })).toEqual(['11月28日休息，可改到11月30日']);
    expect(saysOf({ due: '2026-11-27' })).toEqual([]);
    expect(saysOf({ due: '2026-11-22' }), 'over already').toEqual([]);
    expect(saysOf({ due: '2026-11-28', state: 'done' })).toEqual([]);
    expect(saysOf({ due: '2026-11-28', key: 'licence' }), 'from a register').toEqual([]);
    expect(saysOf({ due: '2027-01-30' }), 'in the holidays').toEqual([]);
  });

  test('one line of a source stands once; own lines have no source', () => {
    const twice = findings(planTasks, 'unique-key', [
      { ...task, key: 'roster-2026-11' },
      { ...task, key: 'roster-2026-11' },
    ]);
    expect(twice.map(({ place, says: message }) => [place, message])).toEqual([
      [1, '这项工作重复了，请删去一行'],
    ]);
    expect(findings(planTasks, 'unique-key', [task, task])).toEqual([]);
  });
});

test.each([
  ['2026-11', '2026-11'],
  ['2026年11月', '2026-11'],
  ['2026年 1 月', '2026-01'],
  ['2026/9', '2026-09'],
  ['2026-11-24', '2026-11'],
  ['46327', '2026-11'],
  ['11月', undefined],
  ['2026-13', undefined],
])('the month “%s”', (written, month) => {
  expect(monthFrom(written)).toBe(month);
});

describe('the plan’s own figures', () => {
  const world = worldWith({});
  const period = { from: localDate.parse('2026-11-01'), to: localDate.parse('2026-11-30') };
  const rows = rowsOf(
    { ...task, state: 'done', doneOn: '2026-11-20' },
    { ...task, state: 'done', doneOn: '2026-11-21' },
    task,
    { ...task, state: 'dropped' },
    { ...task, due: '2026-11-28' },
    { ...task, due: '2026-12-05' },
  );

  test('planned are those due in the period and not dropped', () => {
    expect(planTasks.figures.planned?.measure(rows, period, world).value).toBe(4);
  });

  test('in time are those done by their day, of those whose day has passed', () => {
    expect(planTasks.figures.inTime?.measure(rows, period, world)).toMatchObject({
      part: 1,
      whole: 3,
    });
  });

  test('without any line nothing was recorded, which is not zero', () => {
    expect(planTasks.figures.inTime?.measure([], period, world).value).toBeUndefined();
  });
});

test('an own line that is still open is carried over, what a source wrote is left to the source', () => {
  const rows = rowsOf(
    task,
    { ...task, key: 'repairs-1' },
    { ...task, state: 'done' },
    { ...task, due: '2026-12-03' },
  );
  const month = {
    month: '2026-12',
    from: localDate.parse('2026-12-01'),
    to: localDate.parse('2026-12-31'),
  };
  const tasks = planTasks.plan?.tasks?.(rows, month, worldWith({})) ?? [];
  expect(tasks.map(({ what, carriedOver, due }) => [what, carriedOver, due])).toEqual([
    ['换阀门', true, '2026-12-01'],
  ]);
});
