import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leftovers } from '#schema/registers/resources/leftovers.ts';
import { plusDays } from '#schema/time.ts';
import { day } from '../autumn.ts';
import { findingsOf, rowsOf, ruleOf } from '../made.ts';
import { testLaws } from './laws.ts';

const rule = ruleOf(leftovers, 'rising-weight');
/** Grams a diner in the weeks that end with last week, the last one before today's. */
const weeks = (...grams: readonly (number | undefined)[]) =>
  findingsOf(
    rule,
    leftovers,
    rowsOf(
      ...grams.flatMap((one, index) => {
        const on = plusDays(day('2026-11-18'), -7 * (grams.length - 1 - index));
        return one === undefined ? [] : [{ day: on, weight: one / 10, diners: 100 }];
      }),
    ),
  ).map(({ about, says }) => [about, says]);

describe('a measure that grows week after week', () => {
  test('three rises running: the last week', () => {
    expect(weeks(50, 51, 52, 53)).toEqual([['2026-11-16', '11月16日那周人均剩 53 克，连涨3周']]);
  });

  test('two rises, or a week that did not rise', () => {
    expect(weeks(51, 52, 53)).toEqual([]);
    expect(weeks(50, 51, 51, 52, 53)).toEqual([]);
  });

  test('a week without a value is passed over', () => {
    expect(weeks(50, undefined, 51, 52, 53)).toHaveLength(1);
  });

  test('this week is not over and does not count', () => {
    const rows = [50, 51, 52, 53].map((grams, index) => ({
      day: plusDays(day('2026-11-03'), 7 * index),
      weight: grams / 10,
      diners: 100,
    }));
    expect(findingsOf(rule, leftovers, rowsOf(...rows))).toEqual([]);
  });

  test('after a finding the counting begins anew', () => {
    expect(weeks(50, 51, 52, 53, 54, 55, 56).map(([about]) => about)).toEqual([
      '2026-10-26',
      '2026-11-16',
    ]);
  });

  const fiveWeeks = fc
    .array(fc.integer({ min: 1, max: 9 }), { minLength: 5, maxLength: 5 })
    .map((weights) =>
      weights.map((weight, week) => ({
        day: plusDays(day('2026-10-21'), 7 * week),
        weight,
        diners: 100,
      })),
    );
  testLaws({
    rule,
    register: leftovers,
    rows: fiveWeeks,
    unrelated: fc.constant({ weight: 5 }),
  });
});
