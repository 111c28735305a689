import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calledPoints, watchOf } from '#schema/calculations/patrol-rounds.ts';
import { patrolTimes } from '#schema/calculations/patrol-times.ts';
import { patrols } from '#schema/registers/safety/patrols.ts';
import type { Row } from '#schema/row.ts';
import { at, day } from '../../autumn.ts';
import { rowsOf } from '../../made.ts';
import { measured, says } from '../../said.ts';

const others = {
  patrolPoints: [
    { name: '东门内侧', times: 2 },
    { name: '配电房门口', times: 1 },
    { name: '旧车棚', times: 1, stopped: true },
  ],
};
const seen = (on: string, time: string, point = '东门内侧', more = {}) => ({
  seen: `2026-11-${on}T${time}:00`,
  point,
  guard: '彭少华',
  state: 'normal',
  ...more,
});

describe('巡逻', () => {
  test('a point not seen as often as asked, by day', () => {
    const rows = [
      seen('22', '20:00'),
      seen('22', '22:00'),
      seen('22', '21:00', '配电房门口'),
      seen('23', '20:00'),
      seen('23', '21:00', '配电房门口'),
    ];
    expect(says(patrols, 'point-not-seen', rows, { others })).toEqual([
      ['2026-11-23', '11月23日东门内侧没巡够，请查明'],
    ]);
    expect(says(patrols, 'point-not-seen', rows.slice(0, 4), { others })).toEqual([
      ['2026-11-23', '11月23日东门内侧等 2 处没巡够，请查明'],
    ]);
    expect(says(patrols, 'point-not-seen', [...rows, seen('23', '23:00')], { others })).toEqual([]);
  });

  test('only the last days are looked back, and none before the first entry', () => {
    expect(says(patrols, 'point-not-seen', [seen('02', '20:00')], { others })).toHaveLength(3);
    expect(says(patrols, 'point-not-seen', [seen('24', '01:00')], { others })).toEqual([]);
  });

  test('the same time five days running can be foretold; a quarter of an hour apart cannot', () => {
    const days = ['16', '17', '18', '19', '20'];
    const at = (times: readonly string[]) =>
      days.map((on, index) => seen(on, times[index] ?? '20:00'));
    expect(says(patrols, 'foretold', at(['20:00', '20:05', '20:10', '20:03', '20:01']))).toEqual([
      [4, '这个点连续 5 天都在这时巡，请错开'],
    ]);
    expect(says(patrols, 'foretold', at(['20:00', '20:05', '20:11', '20:03', '20:01']))).toEqual(
      [],
    );
    expect(says(patrols, 'foretold', at([]).slice(1))).toEqual([]);
  });

  test('something found is described', () => {
    expect(
      says(patrols, 'needed-unusual', [
        seen('20', '20:00', '东门内侧', { state: 'illegalBuilding' }),
        seen('20', '21:00'),
      ]),
    ).toEqual([[0, '有情况，请补填发现和处理']]);
  });

  test('visits, and those at which something was found', () => {
    const rows = [
      seen('20', '20:00'),
      seen('21', '20:00', '东门内侧', { state: 'stranger', found: '劝离' }),
    ];
    expect(['visits', 'unusual'].map((figure) => measured(patrols, figure, rows))).toEqual([2, 1]);
  });
});

describe('times of patrols', () => {
  const night = { from: 19 * 60, until: 31 * 60 };

  test('each in a stretch of its own, in order, the same for the same secret', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 12 }), (secret, count) => {
        const watch = { day: day('2026-11-23'), count, secret, ...night };
        const times = patrolTimes(watch);
        expect(times).toHaveLength(count);
        expect(patrolTimes(watch)).toEqual(times);
        for (const [turn, minute] of times.entries()) {
          expect(minute).toBeGreaterThanOrEqual(Math.floor(night.from + (turn * 720) / count));
          expect(minute).toBeLessThanOrEqual(night.from + ((turn + 1) * 720) / count);
        }
      }),
    );
  });

  test('another day, another secret: another time', () => {
    const first = (on: string, secret: string) =>
      patrolTimes({ day: day(on), count: 1, secret, ...night })[0];
    const times = ['2026-11-23', '2026-11-24'].flatMap((on) =>
      ['a', 'b'].map((secret) => first(on, secret)),
    );
    expect(new Set(times).size).toBe(4);
  });
});

describe('points that guards are called to', () => {
  const points = [
    { name: '东门内侧', times: 3 },
    { name: '配电房门口', times: 1 },
  ];
  const called = (time: string, secret: string, visits: readonly Row[] = []) =>
    calledPoints({
      points,
      visits,
      happened: 'seen',
      point: 'point',
      hours: '19:00-22:00',
      now: at(`2026-11-23T${time}:00`),
      secret,
    });

  test('the busiest in each round, the other in one of them; none before the watch', () => {
    fc.assert(
      fc.property(fc.string(), (secret) => {
        expect(called('18:59', secret)).toEqual([]);
        const last = called('22:00', secret);
        expect(last.map(({ point }) => point).toSorted()).toEqual(['东门内侧', '配电房门口']);
        const east = last.find(({ point }) => point === '东门内侧');
        expect(east && east.since >= '2026-11-23T21:00:00').toBe(true);
      }),
    );
  });

  test('not again once somebody was there since, and again in the next round', () => {
    const [east] = called('22:00', 'x').filter(({ point }) => point === '东门内侧');
    const visit = (time: string) => rowsOf(seen('23', time));
    const hhmm = (east?.since ?? '').slice(11, 16);
    const names = (visits: readonly Row[]) =>
      called('22:00', 'x', visits).map(({ point }) => point);
    expect(names(visit(hhmm))).not.toContain('东门内侧');
    expect(names(visit('20:00'))).toContain('东门内侧');
  });

  test('the hours of a watch as 设置 says them', () => {
    expect(watchOf('19:00-23:00')).toEqual({ from: 1140, until: 1380 });
    expect(watchOf('全天')).toEqual({ from: 0, until: 1440 });
    expect(watchOf('22:00-06:00')).toEqual({ from: 1320, until: 1440 });
  });
});
