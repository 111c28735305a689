import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moment, quantity } from '#schema/columns.ts';
import { leftovers } from '#schema/registers/resources/leftovers.ts';
import { numberAt } from '#schema/row.ts';
import { rising } from '#schema/rules/rising.ts';
import { plusDays } from '#schema/time.ts';
import { day } from '../autumn.ts';
import { findingsOf, rowsOf, ruleOf } from '../made.ts';
import { testLaws } from './laws.ts';
import { smallRegister } from './small-register.ts';

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

describe('what is said of it', () => {
  const water = rising<'at' | 'used'>({
    happened: 'at',
    columns: ['used'],
    measure: () => (rows) => {
      const used = rows.flatMap((row) => numberAt(row, 'used') ?? []);
      return used.length === 0 ? undefined : used.reduce((sum, one) => sum + one, 0);
    },
    weeks: () => 2,
    message: (monday, now, before, rises) => ({
      zh: `${monday}：${before}到${now}，${rises}周`,
      en: '',
    }),
  });
  const meters = smallRegister(
    { at: moment({ zh: '时间', en: 'At' }), used: quantity({ zh: '用量', en: 'Used' }) },
    water,
  );
  const says = (...rows: readonly (readonly [string, number | undefined])[]) =>
    findingsOf(
      water,
      meters,
      rowsOf(...rows.map(([on, used]) => ({ at: `${on}T08:00:00`, used }))),
    ).map(({ says: words }) => words);

  test('from where it began to rise to where it is, days of one week together', () => {
    expect(
      says(['2026-11-02', 9], ['2026-11-09', 2], ['2026-11-15', 8], ['2026-11-16', 11]),
    ).toEqual(['2026-11-16：9到11，2周']);
  });

  test('after a finding it is counted from there', () => {
    const each = ['2026-10-19', '2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16'] as const;
    expect(says(...each.map((on, index) => [on, index] as const))).toEqual([
      '2026-11-02：0到2，2周',
      '2026-11-16：2到4，2周',
    ]);
  });

  test('a week of which nothing is known is passed over', () => {
    expect(
      says(['2026-10-26', 1], ['2026-11-02', undefined], ['2026-11-09', 2], ['2026-11-16', 3]),
    ).toEqual(['2026-11-16：1到3，2周']);
  });

  test('it reads no other register unless it says so', () => {
    expect(water.reads).toEqual([]);
  });
});
