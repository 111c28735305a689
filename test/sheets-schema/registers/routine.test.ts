import { expect, test } from 'vitest';
import { routine } from '#schema/registers/plan/routine.ts';
import { daysOfMonth } from '#schema/time.ts';
import { findings, rowsOf, worldWith } from '../made.ts';

const line = { group: 'safety', what: '灭火器检查', standard: '逐具', owner: '安全员' };
const due = (month: string, ...lines: readonly object[]) =>
  routine.plan
    ?.tasks?.(
      rowsOf(...lines.map((one) => ({ ...line, ...one }))),
      { month, ...daysOfMonth(month) },
      worldWith({}),
    )
    .map((task) => task.due);

test('what returns in a month becomes a line of that month’s plan', () => {
  expect(due('2026-11', { month: 11, day: 15 }, { month: 12, day: 15 })).toEqual(['2026-11-15']);
});

test('without a day it is due at the end of the month, as is a day that the month lacks', () => {
  expect(due('2026-11', { month: 11 })).toEqual(['2026-11-30']);
  expect(due('2027-02', { month: 2, day: 29 })).toEqual(['2027-02-28']);
  expect(due('2028-02', { month: 2, day: 29 })).toEqual(['2028-02-29']);
});

test('a line is a new task each year', () => {
  const keys = ['2026-11', '2027-11'].flatMap((month) =>
    routine.plan
      ?.tasks?.(rowsOf({ ...line, month: 11 }), { month, ...daysOfMonth(month) }, worldWith({}))
      .map(({ key }) => key),
  );
  expect(new Set(keys).size).toBe(2);
});

test.each([
  [{ month: 2, day: 30 }, ['2月没有30号，请改']],
  [{ month: 2, day: 29 }, []],
  [{ month: 11, day: 31 }, ['11月没有31号，请改']],
  [{ month: 12, day: 31 }, []],
])('%o', (changes, expected) => {
  expect(
    findings(routine, 'day-of-month', [{ ...line, ...changes }]).map(({ says }) => says),
  ).toEqual(expected);
});
