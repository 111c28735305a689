import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accidents } from '#schema/registers/safety/accidents.ts';
import { wasToldInTime } from '#schema/rules/told-in-time.ts';
import { row, ruleOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { told, whereTold } from './told.ts';

const rule = 'deadline-happened-leadersTold';
const accident = (more: object = {}) => ({
  happened: '2026-11-24T08:00:00',
  kind: 'accident',
  injury: 'minor',
  place: '操场',
  ...more,
});
const says = (more: object = {}) => told(accidents, rule, [accident(more)]);

describe('of an accident leaders are told within the hour', () => {
  test('or are to be told at once', () => {
    expect(says()).toEqual([]);
    expect(says({ happened: '2026-11-24T07:59:00' })).toEqual([
      [0, 'leadersTold', 'must', '还没报告领导，请马上报告'],
    ]);
  });

  test('told late stays late, and says why', () => {
    const told8 = (leadersTold: string) =>
      says({ happened: '2026-11-20T08:00:00', leadersTold: `2026-11-20T${leadersTold}:00` });
    expect(told8('09:00')).toEqual([]);
    expect(told8('09:01')).toEqual([[0, 'leadersTold', 'look', '报告领导晚了，请写明原因']]);
  });

  test('nobody need be told of what is not to be reported, or has no time', () => {
    expect(says({ happened: undefined })).toEqual([]);
    expect(says({ happened: '2026-11-20T08:00:00', kind: 'monthly' })).toEqual([]);
  });
});

test('parents of a pupil, of whoever else nobody', () => {
  const key = 'deadline-happened-parentsTold';
  const late = { happened: '2026-11-20T08:00:00' };
  expect(
    whereTold(told(accidents, key, [accident({ ...late, klass: '高一1班' }), accident(late)])),
  ).toEqual([0]);
});

describe('whether they were told in their time', () => {
  const was = (more: object) =>
    wasToldInTime(
      row(0, { happened: '2026-11-20T08:00:00', ...more }),
      { happened: 'happened', told: 'leadersTold' },
      2,
      worldWith({}),
    );

  test('to the minute', () => {
    expect(was({ leadersTold: '2026-11-20T10:00:00' })).toBe(true);
    expect(was({ leadersTold: '2026-11-20T10:01:00' })).toBe(false);
  });

  test('not when nobody was, or nobody knows when it happened', () => {
    expect(was({})).toBe(false);
    expect(was({ leadersTold: '2026-11-20T08:10:00', happened: undefined })).toBe(false);
  });
});

const anyAccident = fc.record({
  happened: fc.constantFrom('2026-11-20T08:00:00', '2026-11-24T08:30:00', undefined),
  leadersTold: fc.constantFrom('2026-11-20T08:30:00', '2026-11-20T10:00:00', undefined),
  kind: fc.constant('accident'),
  injury: fc.constant('minor'),
});

testLaws({
  rule: ruleOf(accidents, rule),
  register: accidents,
  rows: fc.array(anyAccident, { maxLength: 3 }),
  unrelated: anyAccident,
});
