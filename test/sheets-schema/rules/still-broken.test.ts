import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { facilitySamples } from '#schema/registers/service/facility-samples.ts';
import type { Values } from '#schema/row.ts';
import { ruleOf } from '../made.ts';
import { testLaws } from './laws.ts';
import { told, whereTold } from './told.ts';

const sample = (day: string, more: object = {}) => ({
  sampled: `2026-11-${day}T15:00:00`,
  place: '教学楼 101',
  facility: 'lamps',
  looked: 8,
  working: 7,
  ...more,
});
const says = (...rows: readonly Values<Columns>[]) => told(facilitySamples, 'still-broken', rows);

describe('what was found broken', () => {
  test('and is found so at the next look is chased', () => {
    expect(says(sample('02'), sample('16'))).toEqual([
      [1, 'working', 'look', '上次抽查就坏，还没好，请催修'],
    ]);
    expect(whereTold(says(sample('02'), sample('16'), sample('20')))).toEqual([1, 2]);
  });

  test('was mended, or broke only now', () => {
    const whole = { working: 8 };
    expect(says(sample('02'), sample('16', whole))).toEqual([]);
    expect(says(sample('02', whole), sample('16'))).toEqual([]);
    expect(says(sample('02'), sample('09', whole), sample('16'))).toEqual([]);
    expect(says(sample('02'))).toEqual([]);
  });

  test('is the same thing in the same room', () => {
    expect(says(sample('02'), sample('16', { facility: 'sockets' }))).toEqual([]);
    expect(says(sample('02'), sample('16', { place: '教学楼 102' }))).toEqual([]);
    expect(says(sample('02'), sample('16', { place: ' 教学楼 １０１' }))).toHaveLength(1);
    const alike = { place: '教学楼 101lamps', facility: undefined };
    expect(says(sample('02'), sample('16', alike))).toEqual([]);
  });

  test('follows the time of the look, not the order of the rows', () => {
    expect(whereTold(says(sample('16'), sample('02')))).toEqual([0]);
    expect(says(sample('02'), { ...sample('16'), sampled: undefined })).toEqual([]);
  });
});

const anySample = fc.record({
  sampled: fc.constantFrom('2026-11-02T15:00:00', '2026-11-16T15:00:00', undefined),
  place: fc.constantFrom('教学楼 101', '教学楼 102'),
  facility: fc.constant('lamps'),
  looked: fc.constant(8),
  working: fc.constantFrom(7, 7, 8),
});

testLaws({
  rule: ruleOf(facilitySamples, 'still-broken'),
  register: facilitySamples,
  rows: fc.array(anySample, { maxLength: 4 }),
  unrelated: anySample.map((one) => ({ ...one, facility: 'sockets' })),
});
