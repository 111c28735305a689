import { describe, expect, test } from 'vitest';
import { facilitySamples } from '#schema/registers/service/facility-samples.ts';
import { measured, planned, says } from '../../said.ts';

const sample = (more = {}) => ({
  sampled: '2026-11-20T10:00:00',
  place: '教学楼 A201',
  facility: 'lamps',
  looked: 9,
  working: 9,
  by: '刘海峰',
  ...more,
});
const broken = { working: 8, fault: '一支不亮', reported: true };

describe('设施抽查', () => {
  test('no more work than were looked at', () => {
    expect(says(facilitySamples, 'more-than-looked', [sample({ working: 10 }), sample()])).toEqual([
      [0, '看了9件，完好10件，请核对'],
    ]);
  });

  test('what is broken is described and reported', () => {
    const rows = [sample(broken), sample({ working: 8 }), sample()];
    expect(says(facilitySamples, 'needed-broken', rows)).toEqual([[1, '有坏的，请补填坏在哪里']]);
    expect(says(facilitySamples, 'unreported', rows)).toEqual([
      [1, '有坏的没报修，请报修后填“是”'],
    ]);
  });

  test('still broken at the next sample of the same facility in the same room', () => {
    const later = { ...broken, sampled: '2026-11-23T10:00:00' };
    const says2 = (second: object) =>
      says(facilitySamples, 'still-broken', [sample(second), sample(broken)]);
    expect(says2(later)).toEqual([[0, '上次抽查就坏，还没好，请催修']]);
    expect(says2({ ...later, facility: 'doors' })).toEqual([]);
    expect(says2({ ...later, place: '教学楼 A202' })).toEqual([]);
    expect(says2({ ...later, working: 9 })).toEqual([]);
  });

  test('each building with rooms in a month; one out of use is not missed', () => {
    const place = (name: string, building: string, more = {}) => ({
      name,
      building,
      kind: 'classroom',
      ...more,
    });
    const others = {
      places: [
        place('教学楼 A201', '教学楼'),
        place('实验楼 101', '实验楼'),
        place('旧楼 1', '旧楼', { outOfUse: true }),
        place('操场', '室外', { kind: 'outdoors' }),
      ],
    };
    const on = (day: string) => [sample({ sampled: `${day}T10:00:00` })];
    expect(says(facilitySamples, 'unsampled-building', on('2026-10-24'), { others })).toEqual([
      ['实验楼', '实验楼超31天没抽查，请抽几间'],
    ]);
    expect(says(facilitySamples, 'unsampled-building', on('2026-10-23'), { others })).toHaveLength(
      2,
    );
    expect(says(facilitySamples, 'unsampled-building', [], { others })).toEqual([]);
  });

  test('pieces in working order of those looked at', () => {
    const rows = [sample(), sample({ looked: 11, ...broken }), sample({ working: 12 })];
    expect(measured(facilitySamples, 'working', rows)).toEqual([17, 20]);
    expect(measured(facilitySamples, 'looked', rows)).toBe(29);
    expect(measured(facilitySamples, 'samples', rows)).toBe(3);
  });

  test('every month in the plan', () => {
    expect(planned(facilitySamples, [])).toEqual([
      ['抽查各楼设施完好情况', '维修班长', '2026-12-31'],
    ]);
  });
});
