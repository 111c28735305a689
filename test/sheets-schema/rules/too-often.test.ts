import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lightsLeftOn } from '#schema/registers/resources/lights-left-on.ts';
import { findingsOf, rowsOf, ruleOf } from '../made.ts';
import { testLaws } from './laws.ts';

const rule = ruleOf(lightsLeftOn, 'too-often-place');
const found = (...days: readonly string[]) =>
  findingsOf(
    rule,
    lightsLeftOn,
    rowsOf(...days.map((day) => ({ found: `${day}T18:00:00`, place: '教学楼 A201' }))),
  ).map(({ place, says }) => [place, says]);

const message = '教学楼 A201 14天内3次没关，请告知班级'.replace('A201 ', 'A201');

describe('the same thing so many times within so many days', () => {
  test('three times within fourteen days: the third', () => {
    expect(found('2026-11-02', '2026-11-09', '2026-11-16')).toEqual([[2, message]]);
  });

  test('a day longer, or twice only', () => {
    expect(found('2026-11-02', '2026-11-09', '2026-11-17')).toEqual([]);
    expect(found('2026-11-02', '2026-11-03')).toEqual([]);
  });

  test('then the counting begins anew', () => {
    const days = ['02', '03', '04', '05', '06', '09'].map((day) => `2026-11-${day}`);
    expect(found(...days).map(([place]) => place)).toEqual([2, 5]);
  });

  test('in order of time, whatever was written first', () => {
    expect(found('2026-11-16', '2026-11-09', '2026-11-02')).toEqual([[0, message]]);
  });

  test('what is about nothing, or has no day, does not count', () => {
    const days = ['2026-11-02', '2026-11-03', '2026-11-04'];
    const about = (row: object) =>
      findingsOf(
        rule,
        lightsLeftOn,
        rowsOf(...days.map((one) => ({ found: `${one}T18:00:00`, ...row }))),
      );
    expect(about({ place: '教学楼 A201' })).toHaveLength(1);
    expect(about({})).toEqual([]);
    expect(about({ place: '教学楼 A201', found: '昨天' })).toEqual([]);
  });

  const day = fc.integer({ min: 1, max: 28 });
  const seen = (place: string) =>
    day.map((of) => ({ found: `2026-11-${String(of).padStart(2, '0')}T18:00:00`, place }));
  testLaws({
    rule,
    register: lightsLeftOn,
    rows: fc.array(seen('教学楼 A201'), { maxLength: 6 }),
    unrelated: seen('教学楼 A202'),
  });
});
