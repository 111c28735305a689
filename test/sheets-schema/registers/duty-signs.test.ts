import { expect, test } from 'vitest';
import { dutySigns } from '#schema/registers/people/duty-signs.ts';
import { findings, rowsOf, worldWith } from '../made.ts';

const night = { day: '2026-11-23', post: '门卫夜班', person: '唐志刚' };
const world = worldWith({ roster: rowsOf(night) });
const says = (rule: string, changes: object) =>
  findings(dutySigns, rule, [{ ...night, ...changes }], world).map(({ column, says: message }) => [
    column,
    message,
  ]);

test('a signature belongs to a duty on the roster', () => {
  expect(says('signs-a-duty', {})).toEqual([]);
  expect(says('signs-a-duty', { day: '2026-11-24' })).toEqual([
    ['day', '值班表上没有这一班，请核对日期和岗位'],
  ]);
});

test('without a roster nothing can be said', () => {
  expect(findings(dutySigns, 'signs-a-duty', [night], worldWith({}))).toEqual([]);
});

test('something that happened is told', () => {
  expect(says('incident-untold', { state: 'incident' })).toEqual([
    ['handover', '有情况，请写值班记录'],
  ]);
  expect(says('incident-untold', { state: 'incident', handover: '灯不亮' })).toEqual([]);
  expect(says('incident-untold', { state: 'normal' })).toEqual([]);
});

test('a duty is not signed before its day', () => {
  expect(says('signed-before', { signed: '2026-11-22T20:00:00' })).toEqual([
    ['signed', '值班日还没到就签了，请核对'],
  ]);
  expect(says('signed-before', { signed: '2026-11-24T07:05:00' })).toEqual([]);
});
