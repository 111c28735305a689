import { describe, expect, test } from 'vitest';
import { meterReadings } from '#schema/registers/resources/meter-readings.ts';
import { meters } from '#schema/registers/resources/meters.ts';
import { plusDays } from '#schema/time.ts';
import { day } from '../../autumn.ts';
import { rowsOf } from '../../made.ts';
import { measured, november, planned, says, worldAround } from '../../said.ts';

const known = [
  { name: '总水表', kind: 'water', main: true, place: '水泵房' },
  { name: '总电表', kind: 'power', main: true, factor: 20, place: '配电房' },
  { name: '食堂水表', kind: 'water', place: '食堂' },
];
const others = { meters: known, settings: [{ key: 'students', value: '500' }] };
const read = (meter: string, on: string, reading: number) => ({
  at: `${on}T07:30:00`,
  meter,
  reading,
});

describe('水电气表', () => {
  test('a kind that is read has a main meter', () => {
    expect(says(meters, 'without-main', known)).toEqual([]);
    expect(says(meters, 'without-main', known.slice(1))).toEqual([
      ['water', '水表没有总表，请把总表标“是”'],
    ]);
    expect(says(meters, 'without-main', [{ ...known[2], stopped: true }])).toEqual([]);
  });
});

describe('抄表记录', () => {
  test('a reading is never lower than the last of its meter', () => {
    expect(
      says(meterReadings, 'sequence-reading', [
        read('总水表', '2026-11-02', 100),
        read('总电表', '2026-11-03', 7),
        read('总水表', '2026-11-04', 100),
        read('总水表', '2026-11-05', 99.5),
      ]),
    ).toEqual([[3, '读数 99.5 低于上次 100，请核对']]);
  });

  /** Five Tuesdays of a meter read in the morning and the morning after; the last Tuesday uses so much. */
  const tuesdays = (last: number) =>
    [10, 11, 10, 9, last].flatMap((use, week) => {
      const on = plusDays(day('2026-10-20'), 7 * week);
      return [read('总水表', on, 100 * week), read('总水表', plusDays(on, 1), 100 * week + use)];
    });

  test('far from usual for the day of the week; a little is no matter', () => {
    expect(says(meterReadings, 'weekday-band-reading', tuesdays(15), { others })).toEqual([
      [9, '11月17日用 15，平时 10，请查原因'],
    ]);
    expect(says(meterReadings, 'weekday-band-reading', tuesdays(13), { others })).toEqual([]);
  });

  test('a vacation is not measured by the weekdays of term', () => {
    const quiet = (on: string) => [
      read('总水表', on, 1000),
      read('总水表', `${plusDays(day(on), 1)}`, 1001),
    ];
    const saidOn = (on: string) =>
      says(meterReadings, 'weekday-band-reading', [...tuesdays(10), ...quiet(on)], {
        others,
        now: '2027-02-20T09:00:00',
      });
    expect(saidOn('2027-01-19')).toEqual([[11, '1月19日用 1，平时 10，请查原因']]);
    expect(saidOn('2027-01-26')).toEqual([]);
  });

  test('every meter in use is read every eight days', () => {
    const rows = [read('总水表', '2026-11-16', 1), read('总电表', '2026-11-15', 1)];
    expect(says(meterReadings, 'not-read-lately', rows, { others })).toEqual([
      ['总电表', '总电表已9天没抄，请抄表'],
      ['食堂水表', '食堂水表已9天没抄，请抄表'],
    ]);
    expect(says(meterReadings, 'not-read-lately', [], { others })).toEqual([]);
  });

  test('figures: main meters times their factor, and by pupil; others by meter', () => {
    const rows = [
      read('总水表', '2026-11-02', 100),
      read('总水表', '2026-11-12', 350),
      read('总电表', '2026-11-02', 10),
      read('总电表', '2026-11-12', 60),
      read('食堂水表', '2026-11-02', 5),
      read('食堂水表', '2026-11-12', 45),
    ];
    expect(measured(meterReadings, 'water', rows, { others })).toBe(250);
    expect(measured(meterReadings, 'power', rows, { others })).toBe(1000);
    expect(measured(meterReadings, 'gas', rows, { others })).toBeUndefined();
    expect(measured(meterReadings, 'waterPerHead', rows, { others })).toBe(0.5);
    expect(
      measured(meterReadings, 'waterPerHead', rows, { others: { meters: known } }),
    ).toBeUndefined();
    const made = rowsOf(...rows);
    const world = worldAround(meterReadings, made, { others });
    expect(meterReadings.breakdowns?.waterByMeter?.split(made, november, world)).toEqual([
      { name: '食堂水表', value: 40 },
    ]);
  });

  test('a line of the plan while there are meters', () => {
    expect(planned(meterReadings, [], { others })).toEqual([
      ['抄水电气表并核对用量', '维修班长', '2026-12-30'],
    ]);
    expect(planned(meterReadings, [])).toEqual([]);
  });
});
