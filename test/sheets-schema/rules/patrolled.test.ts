import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { moment, text } from '#schema/columns.ts';
import { patrols } from '#schema/registers/safety/patrols.ts';
import type { Values } from '#schema/row.ts';
import { unforetold } from '#schema/rules/patrolled.ts';
import { findingsOf, rowsOf, ruleOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { smallRegister } from './small-register.ts';
import { told, whereTold } from './told.ts';

const patrolPoints = [
  { name: '东门', times: 2 },
  { name: '配电房', times: 1 },
];
const seen = (day: string, time = '20:00', point: string | undefined = '东门') => ({
  seen: `2026-11-${day}T${time}:00`,
  point,
});
/** All that is asked of a day. */
const whole = (day: string) => [
  seen(day, '20:00'),
  seen(day, '22:00'),
  seen(day, '21:00', '配电房'),
];

describe('each point is seen as often as asked', () => {
  const says = (rows: readonly Values<Columns>[], now?: string) =>
    told(patrols, 'point-not-seen', rows, {
      others: { patrolPoints },
      ...(now === undefined ? {} : { now }),
    });

  test('or a day is told of, once it is over', () => {
    expect(says(whole('23'))).toEqual([]);
    expect(says(whole('23').slice(1))).toEqual([
      ['2026-11-23', undefined, 'must', '11月23日东门没巡够，请查明'],
    ]);
    expect(says(whole('23').slice(0, 1))).toEqual([
      ['2026-11-23', undefined, 'must', '11月23日东门等 2 处没巡够，请查明'],
    ]);
    expect(says(whole('24').slice(0, 1))).toEqual([]);
    expect(says(whole('24').slice(0, 1), '2026-11-25T00:00:00')).toHaveLength(1);
  });

  test('more often does no harm; at one point it does not stand for another', () => {
    expect(says([...whole('23'), seen('23', '23:00')])).toEqual([]);
    expect(says([seen('23'), seen('23'), seen('23')])).toEqual([
      ['2026-11-23', undefined, 'must', '11月23日配电房没巡够，请查明'],
    ]);
    expect(says([...whole('23').slice(0, 2), seen('23', '21:00', ' 配电房')])).toEqual([]);
  });

  test('of the last three days, none before the first entry', () => {
    expect(whereTold(says([seen('19')]))).toEqual(['2026-11-21', '2026-11-22', '2026-11-23']);
    expect(whereTold(says([...whole('23'), seen('22')]))).toEqual(['2026-11-22']);
    expect(says([])).toEqual([]);
  });

  test('an entry without a time or a point is no visit', () => {
    expect(says([{ point: '东门' }, seen('22', '20:00', '')])).toEqual([]);
    expect(says([...whole('23').slice(1), { seen: '2026-11-23T23:00:00' }])).toHaveLength(1);
    expect(says([seen('21', '20:00', ''), ...whole('23')])).toEqual([]);
    expect(says([{ seen: '昨天', point: '东门' }, ...whole('23')])).toEqual([]);
  });
});

describe('patrols come at times that cannot be foretold', () => {
  const says = (...rows: readonly Values<Columns>[]) => told(patrols, 'foretold', rows);
  const days = ['16', '17', '18', '19', '20'];
  const each = (times: Readonly<Record<string, string>>, on = days) =>
    on.map((day) => seen(day, times[day] ?? '20:00'));

  test('five days within ten minutes are told at the last, eleven minutes are not', () => {
    expect(says(...each({ '18': '20:10' }))).toEqual([
      [4, 'seen', 'look', '这个点连续 5 天都在这时巡，请错开'],
    ]);
    expect(says(...each({ '18': '20:11' }))).toEqual([]);
    expect(says(...each({ '18': '19:49' }))).toEqual([]);
    expect(says(...each({ '18': '21:00' }))).toEqual([]);
    expect(says(...each({ '18': '19:55', '19': '20:05' }))).toHaveLength(1);
  });

  test('four days are too few, and only the last five count', () => {
    expect(says(...each({}, days.slice(1)))).toEqual([]);
    expect(says(...each({ '15': '03:00' }, ['15', ...days]))).toHaveLength(1);
    expect(says(...each({ '21': '03:00' }, [...days, '21']))).toEqual([]);
  });

  test('the first visit of a day counts, whatever comes after it', () => {
    const late = days.map((day) => seen(day, '23:30'));
    expect(says(...each({}), ...late)).toHaveLength(1);
    const early = days.map((day, index) => seen(day, `0${index}:30`));
    expect(says(...each({}), ...early)).toEqual([]);
  });

  test('each point by itself, the rows in any order', () => {
    expect(says(...each({}).slice(0, 4), seen('20', '20:00', '配电房'))).toEqual([]);
    expect(whereTold(says(...each({}).toReversed()))).toEqual([0]);
  });

  test('it takes two days at least, whatever the setting says', () => {
    const rule = unforetold({ happened: 'seen', point: 'point', days: () => 0, minutes: () => 5 });
    const register = smallRegister(
      { seen: moment({ zh: '时间', en: 'When' }), point: text({ zh: '点', en: 'Point' }) },
      rule,
    );
    const said = (...rows: readonly Values<Columns>[]) =>
      findingsOf(rule, register, rowsOf(...rows)).map(({ says: words }) => words);
    expect(said(seen('20'))).toEqual([]);
    expect(said(seen('20'), seen('21'))).toEqual(['这个点连续 2 天都在这时巡，请错开']);
  });
});

const world = worldWith({ patrolPoints: rowsOf(...patrolPoints) });
const anyVisit = fc
  .tuple(
    fc.integer({ min: 20, max: 23 }),
    fc.constantFrom('18:00', '20:09', '22:00'),
    fc.constantFrom('东门', '配电房'),
  )
  .map(([day, time, point]) => seen(String(day), time, point));

testLaws({
  rule: ruleOf(patrols, 'point-not-seen'),
  register: patrols,
  rows: fc
    .subarray([...whole('22'), ...whole('23')], { minLength: 5 })
    .map((rows) => [...whole('21'), ...rows]),
  unrelated: fc.constantFrom(seen('22', '20:00', '西门'), {}),
  world,
});

testLaws({
  rule: ruleOf(patrols, 'foretold'),
  register: patrols,
  rows: fc
    .array(anyVisit, { maxLength: 4 })
    .map((rows) => [...['20', '21', '22', '23', '24'].map((day) => seen(day)), ...rows]),
  unrelated: fc.constantFrom(seen('22', '20:00', '西门'), {}),
  world,
});
