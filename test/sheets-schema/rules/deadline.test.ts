import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { hazards } from '#schema/registers/safety/hazards.ts';
import { repairs } from '#schema/registers/service/repairs.ts';
import type { Values } from '#schema/row.ts';
import { deadline } from '#schema/rules/deadline.ts';
import { findingsOf, row, rowsOf, ruleOf, worldWith } from '../made.ts';
import { propertyRuns, testLaws } from './laws.ts';

const repair = (values: Values<Columns>, now = '2026-11-24T09:00:00') =>
  findingsOf(
    ruleOf(repairs, 'deadline-reported-done'),
    repairs,
    rowsOf({ scale: 'minor', state: 'working', ...values }),
    worldWith({}, { now }),
  ).map(({ severity, says }) => [severity, says]);

describe('小修不过夜，大修不过三天', () => {
  test('a minor repair is late one minute after a day', () => {
    expect(repair({ reported: '2026-11-23T09:00:00' })).toEqual([]);
    expect(repair({ reported: '2026-11-23T08:59:00' })).toEqual([
      ['must', '已超“小修不过夜”，请修好或写等待原因'],
    ]);
  });

  test('a major one, or one that nobody has looked at, after three days', () => {
    for (const scale of ['major', undefined]) {
      expect(repair({ scale, reported: '2026-11-21T09:00:00' })).toEqual([]);
      expect(repair({ scale, reported: '2026-11-21T08:00:00' })).toHaveLength(1);
    }
  });

  test('once done late it stays so, but need not be mended', () => {
    expect(repair({ reported: '2026-11-02T08:00:00', done: '2026-11-04T08:00:00' })).toEqual([
      ['look', '修好时已超“小修不过夜”，请核对时间'],
    ]);
    expect(repair({ reported: '2026-11-02T08:00:00', done: '2026-11-03T08:00:00' })).toEqual([]);
  });

  test('waiting with a reason has two weeks, without one it has no more time', () => {
    const waiting = { state: 'waiting', reported: '2026-11-12T08:00:00' };
    expect(repair(waiting)).toHaveLength(1);
    expect(repair({ ...waiting, waitingFor: '待厂家保修' })).toEqual([]);
    expect(
      repair({ ...waiting, waitingFor: '待厂家保修' }, '2026-11-26T08:01:00').map(
        ([, says]) => says,
      ),
    ).toEqual(['已超“等待不超14天”，请修好或写等待原因']);
  });

  test('handed up: watched by its own rule', () => {
    expect(repair({ state: 'handedUp', reported: '2026-10-01T08:00:00' })).toEqual([]);
  });

  test('without the time of the report nothing can be told', () => {
    expect(repair({})).toEqual([]);
  });
});

describe('隐患整改期限', () => {
  const says = (values: Values<Columns>, now: string) =>
    findingsOf(
      ruleOf(hazards, 'deadline-reported-mended'),
      hazards,
      rowsOf({ reported: '2026-11-20T15:20:00', ...values }),
      worldWith({}, { now }),
    ).map(({ says: message }) => message);

  test('the day that was set is over at its end', () => {
    expect(says({ due: '2026-11-23' }, '2026-11-23T23:59:00')).toEqual([]);
    expect(says({ due: '2026-11-23' }, '2026-11-24T01:00:00')).toEqual([
      '期限11月23日已过，请整改或改期写原因',
    ]);
  });

  test('without one the risk sets it: high one day, medium seven', () => {
    expect(says({ risk: 'high' }, '2026-11-21T20:00:00')).toEqual([]);
    expect(says({ risk: 'high' }, '2026-11-22T01:00:00')).toHaveLength(1);
    expect(says({ risk: 'medium' }, '2026-11-27T20:00:00')).toEqual([]);
    expect(says({ risk: 'medium' }, '2026-11-28T01:00:00')).toHaveLength(1);
  });

  test('mended on its last day is in time', () => {
    expect(
      says({ due: '2026-11-21', mended: '2026-11-21T21:00:00' }, '2026-11-24T09:00:00'),
    ).toEqual([]);
  });
});

describe('改好后三天内复核', () => {
  const says = (values: Values<Columns>) =>
    findingsOf(ruleOf(hazards, 'deadline-mended-verified'), hazards, rowsOf(values)).map(
      ({ says: message }) => message,
    );

  test('a day alone counts from its midnight', () => {
    expect(says({ mended: '2026-11-21T09:00:00' })).toEqual([]);
    expect(says({ mended: '2026-11-21T08:00:00' })).toEqual(['改好已超3天，请另一人复核']);
    expect(says({ mended: '2026-11-01T16:00:00', verified: '2026-11-04' })).toEqual([]);
  });
});

describe('when a row falls due', () => {
  const promise = { zh: '两小时', en: 'two hours' };
  const answered = (tellAboveAfter?: () => number) =>
    deadline({
      from: 'asked',
      until: 'answered',
      within: ({ values: { asked } }) =>
        asked === '2026-11-23' ? undefined : { hours: 2, promise },
      message: () => ({ zh: '晚了', en: 'Late' }),
      ...(tellAboveAfter ? { tellAboveAfter } : {}),
    });
  const due = (values: Values<Columns>, tellAboveAfter?: () => number) =>
    answered(tellAboveAfter).due?.(row(0, values), worldWith({}));

  test('so many hours after it began, in words for whoever is reminded', () => {
    expect(due({ asked: '2026-11-24T08:30:00' })).toEqual({
      at: '2026-11-24T10:30:00',
      what: { zh: '今天到期（两小时）', en: 'due today (two hours)' },
    });
  });

  test('those above are told when the rule says after how long', () => {
    expect(due({ asked: '2026-11-24T08:30:00' }, () => 24)?.tellAbove).toBe('2026-11-25T08:30:00');
  });

  test('not once it has ended, nor while nothing was promised or it has not begun', () => {
    const asked = '2026-11-24T08:30:00';
    expect(due({ asked, answered: '2026-11-24T09:00:00' })).toBeUndefined();
    expect(due({ asked: '2026-11-23' })).toBeUndefined();
    expect(due({})).toBeUndefined();
  });

  test('an end that is no time is told by the rule for its kind', () => {
    const rows = rowsOf({ asked: '2026-11-20T08:00:00', answered: '刚才' });
    expect(answered().check(hazards, rows, worldWith({}))).toEqual([]);
  });
});

const anyRepair = fc.record({
  reported: fc.constantFrom(
    '2026-11-20T08:00:00',
    '2026-11-22T08:00:00',
    '2026-11-24T08:00:00',
    undefined,
  ),
  done: fc.constantFrom('2026-11-22T20:00:00', '2026-11-24T08:30:00', undefined),
  scale: fc.constantFrom('minor', 'major', undefined),
  state: fc.constantFrom('received', 'working', 'waiting', 'done'),
});

testLaws({
  rule: ruleOf(repairs, 'deadline-reported-done'),
  register: repairs,
  rows: fc.array(anyRepair, { maxLength: 2 }),
  unrelated: anyRepair,
});

test('what is open and late now is late at any later moment', () => {
  fc.assert(
    fc.property(anyRepair, fc.integer({ min: 0, max: 59 }), (values, minute) => {
      const open = { ...values, done: undefined };
      const now = repair(open, `2026-11-24T09:${String(minute).padStart(2, '0')}:00`);
      const later = repair(open, '2026-11-25T10:00:00');
      expect(later.length).toBeGreaterThanOrEqual(now.length);
    }),
    propertyRuns,
  );
});
