import { describe, expect, test } from 'vitest';
import { calendar } from '#schema/registers/school/calendar.ts';
import { localDate } from '#schema/values.ts';
import { findings, rowsOf, worldWith } from '../made.ts';

const says = (rule: string, ...lines: readonly object[]) =>
  findings(
    calendar,
    rule,
    lines.map((line) => ({ ...line })),
    worldWith({ calendar: rowsOf(...lines.map((line) => ({ ...line }))) }),
  ).map(({ place, column, says: message }) => [place, column, message]);

const term = { kind: 'term', name: '第一学期', from: '2026-09-01', to: '2027-01-22' };

describe('terms', () => {
  test('two that share a day overlap; the later written one is to be mended', () => {
    expect(
      says('terms-overlap', term, {
        ...term,
        name: '第二学期',
        from: '2027-01-22',
        to: '2027-07-09',
      }),
    ).toEqual([[1, 'from', '与“第一学期”日期重叠，请核对']]);
    expect(says('terms-overlap', term, { ...term, from: '2027-01-23', to: '2027-07-09' })).toEqual(
      [],
    );
  });

  test('an exam inside a term overlaps nothing', () => {
    expect(
      says('terms-overlap', term, {
        kind: 'exam',
        name: '期中',
        from: '2026-11-12',
        to: '2026-11-13',
      }),
    ).toEqual([]);
  });

  test('a term needs its last day, an event does not', () => {
    expect(
      says(
        'term-without-end',
        { kind: 'term', from: '2026-09-01' },
        { kind: 'event', from: '2026-09-01' },
      ),
    ).toEqual([[0, 'to', '请填学期结束日期']]);
  });

  test('a last day before the first is a finding', () => {
    expect(says('in-order', { ...term, to: '2026-08-22' })).toEqual([
      [0, 'to', '结束日期早于开始日期，请核对'],
    ]);
  });
});

describe('make-up workdays', () => {
  test('on an ordinary weekday it is probably the wrong day', () => {
    expect(
      says('needless-make-up', { kind: 'makeUpWorkday', name: '调休', from: '2026-10-12' }),
    ).toEqual([[0, 'from', '这天本来就上课，请核对调休日期']]);
  });

  test('on a Saturday, or on a weekday inside a holiday, it is right', () => {
    expect(
      says('needless-make-up', { kind: 'makeUpWorkday', name: '调休', from: '2026-10-10' }),
    ).toEqual([]);
    expect(
      says(
        'needless-make-up',
        { kind: 'holiday', name: '秋假', from: '2026-10-12', to: '2026-10-16' },
        { kind: 'makeUpWorkday', name: '初三上课', from: '2026-10-14' },
      ),
    ).toEqual([]);
  });
});

test('the plan supports each exam and event of the month, and counts the boarders’ days', () => {
  const world = worldWith({
    calendar: rowsOf(
      { kind: 'exam', name: '期中考试', from: '2026-11-12', to: '2026-11-13' },
      { kind: 'event', name: '家长会', from: '2026-12-01', to: '2026-12-01' },
      { kind: 'boardersLeave', name: '离校', from: '2026-11-06', to: '2026-11-06' },
      { kind: 'boardersReturn', name: '返校', from: '2026-11-08', to: '2026-11-08' },
      { kind: 'boardersLeave', name: '离校', from: '2026-11-20', to: '2026-11-20' },
    ),
  });
  const month = {
    month: '2026-11',
    from: localDate.parse('2026-11-01'),
    to: localDate.parse('2026-11-30'),
  };
  const tasks = calendar.plan?.tasks?.(world.rows('calendar'), month, world) ?? [];
  expect(tasks.map(({ what, standard, due }) => [what, standard, due])).toEqual([
    ['期中考试后勤保障', '水电、铃声、卫生提前一天检查', '2026-11-11'],
    ['寄宿生离校、返校值守', '离校 2 次、返校 1 次，门岗双人', '2026-11-20'],
  ]);
  expect(new Set(tasks.map(({ key }) => key)).size).toBe(tasks.length);
});
