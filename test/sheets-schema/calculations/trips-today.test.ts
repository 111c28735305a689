import { expect, test } from 'vitest';
import { tripsToday } from '#schema/calculations/trips-today.ts';
import { trips } from '#schema/registers/vehicles/trips.ts';
import { rowsOf } from '../made.ts';
import { worldAround } from '../said.ts';

const request = (more: object = {}) => ({
  name: '取校服',
  state: 'approved',
  vehicle: '浙AQ1021',
  driver: '任永强',
  to: '城东服装厂',
  from: '2026-11-24T09:00:00',
  until: '2026-11-24T12:00:00',
  ...more,
});
const offered = (requests: readonly object[], written: readonly object[] = []) =>
  tripsToday(
    worldAround(trips, rowsOf(...written.map((trip) => ({ ...trip }))), {
      others: { vehicleRequests: requests.map((each) => ({ ...each })) },
      now: '2026-11-24T12:10:00',
    }),
    { driver: '任永强' },
  );

test('an approved trip of the day, with the odometer as it was read last', () => {
  const before = {
    vehicle: '浙AQ1021',
    out: '2026-11-23T08:00:00',
    outKm: 100,
    back: '2026-11-23T10:00:00',
    backKm: 140,
  };
  expect(offered([request({ passengers: 2 })], [before])).toEqual([
    {
      request: '取校服',
      vehicle: '浙AQ1021',
      out: '2026-11-24T09:00:00',
      outKm: 140,
      purpose: '城东服装厂',
      passengers: 2,
    },
  ]);
  expect(offered([request()])[0]?.outKm).toBeUndefined();
});

test('not one that was refused, is another driver’s or another day’s, or was written already', () => {
  expect(offered([request({ state: 'refused' })])).toEqual([]);
  expect(offered([request({ driver: '姚建平' })])).toEqual([]);
  expect(offered([request({ from: '2026-11-23T09:00:00' })])).toEqual([]);
  expect(offered([request({ from: undefined })])).toEqual([]);
  const out = { request: '取校服', out: '2026-11-24T09:05:00' };
  expect(offered([request()], [out])).toEqual([]);
  expect(offered([request()], [{ ...out, out: '2026-11-23T09:05:00' }])).toHaveLength(1);
});

test('a standing one every day from its first to its last', () => {
  const standing = (from: string, until: string) =>
    offered([request({ standing: true, from: `${from}T06:00:00`, until: `${until}T08:00:00` })]);
  expect(standing('2026-09-01', '2027-01-20')).toMatchObject([{ out: '2026-11-24T06:00:00' }]);
  expect(standing('2026-11-24', '2026-11-24')).toHaveLength(1);
  expect(standing('2026-11-25', '2027-01-20')).toEqual([]);
  expect(standing('2026-09-01', '2026-11-23')).toEqual([]);
});
