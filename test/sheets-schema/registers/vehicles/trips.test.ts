import { describe, expect, test } from 'vitest';
import { trips } from '#schema/registers/vehicles/trips.ts';
import { measured, says } from '../../said.ts';

const trip = (day: number, more = {}) => ({
  request: '取校服',
  vehicle: '浙AQ1021',
  driver: '任永强',
  purpose: '取校服',
  out: `2026-11-${day}T08:00:00`,
  outKm: 100,
  back: `2026-11-${day}T10:00:00`,
  backKm: 140,
  ...more,
});
const request = (state: string) => ({ name: '取校服', state });

describe('出车记录', () => {
  describe('a trip has an approved request', () => {
    const requested = (more: object, state = 'approved') =>
      says(trips, 'requested', [trip(23, more)], { others: { vehicleRequests: [request(state)] } });

    test('none at all', () => {
      expect(requested({ request: undefined })).toEqual([[0, '出车没有申请，请补申请再选上']]);
      expect(requested({})).toEqual([]);
    });

    test('one that is not approved, or was refused or taken back', () => {
      expect(requested({}, 'asked')).toEqual([[0, '这个申请还没批，请补批']]);
      expect(requested({}, 'refused')).toEqual([[0, '这个申请没批准或已取消，请核对']]);
      expect(requested({}, 'cancelled')).toHaveLength(1);
    });

    test('an urgent one has 24 hours for it', () => {
      const urgent = { request: undefined, urgent: true };
      expect(requested({ ...urgent, out: '2026-11-23T09:00:00' })).toEqual([]);
      expect(requested({ ...urgent, out: '2026-11-23T08:59:00' })).toHaveLength(1);
      expect(requested({ ...urgent, urgent: false, out: '2026-11-23T09:00:00' })).toHaveLength(1);
    });
  });

  describe('whoever drives', () => {
    const pledge = {
      term: '2026—2027学年度第一学期',
      kind: 'driver',
      person: '任永强',
      signed: '2026-09-20',
    };
    const vehicles = [{ plate: '浙AQ1021', licence: 'B1' }];
    const drives = ({
      driver = {},
      pledges = [pledge],
      out = '2026-11-23T08:00:00',
    }: {
      readonly driver?: object;
      readonly pledges?: readonly (typeof pledge)[];
      readonly out?: string;
    }) =>
      says(trips, 'fit-driver', [trip(23, { out })], {
        others: {
          vehicles,
          pledges,
          drivers: [{ person: '任永强', licence: 'A1', licenceUntil: '2027-01-01', ...driver }],
        },
      });

    test('has signed the driving pledge of the term by then', () => {
      expect(drives({})).toEqual([]);
      expect(drives({ pledges: [] })).toEqual([[0, '任永强没签行车安全责任书，请补签再派']]);
      expect(drives({ out: '2026-09-19T08:00:00' })).toHaveLength(1);
      expect(drives({ out: '2026-09-20T08:00:00' })).toEqual([]);
    });

    test('is not asked for it in the first fortnight of term', () => {
      expect(drives({ pledges: [], out: '2026-09-15T08:00:00' })).toEqual([]);
      expect(drives({ pledges: [], out: '2026-09-16T08:00:00' })).toHaveLength(1);
    });

    test('holds the licence that the vehicle asks for', () => {
      expect(drives({ driver: { licence: 'B2' } })).toEqual([
        [0, '这辆车要B1驾驶证，任永强没有，请换人'],
      ]);
      expect(drives({ driver: { licence: 'B1' } })).toEqual([]);
      expect(drives({ driver: { licence: undefined } })).toEqual([]);
    });

    test('holds it on the day of the trip', () => {
      expect(drives({ driver: { licenceUntil: '2026-11-22' } })).toEqual([
        [0, '任永强驾驶证11月22日到期，请换人'],
      ]);
      expect(drives({ driver: { licenceUntil: '2026-11-23' } })).toEqual([]);
    });
  });

  test('the odometer goes on, without a gap of more than three kilometres', () => {
    const next = (outKm: number) =>
      says(trips, 'sequence-backKm', [trip(20), trip(23, { outKm, backKm: 200 })]);
    expect(next(143)).toEqual([]);
    expect(next(144)).toEqual([[1, '与上一趟差4公里，请补记漏的出车']]);
    expect(next(139)).toEqual([[1, '里程139低于上次140，请核对']]);
  });

  test('one vehicle, or one driver, on two trips at once', () => {
    const other = (more: object) => [
      trip(23),
      trip(23, {
        purpose: '送材料',
        out: '2026-11-23T09:30:00',
        back: '2026-11-23T11:00:00',
        ...more,
      }),
    ];
    expect(says(trips, 'vehicle-twice', other({ driver: '姚建平' }))).toEqual([
      [1, '浙AQ1021同时在“取校服”，请核对'],
    ]);
    expect(says(trips, 'driver-twice', other({ driver: '姚建平' }))).toEqual([]);
    expect(says(trips, 'driver-twice', other({ vehicle: '浙AQ1022' }))).toEqual([
      [1, '任永强同时在“取校服”，请核对'],
    ]);
    expect(says(trips, 'vehicle-twice', other({ out: '2026-11-23T10:00:00' }))).toEqual([]);
  });

  test('back a day after it left, and not before it left', () => {
    const open = { back: undefined, backKm: undefined };
    expect(
      says(trips, 'needed-returned', [trip(23, { ...open, out: '2026-11-23T08:59:00' })]),
    ).toEqual([[0, '出车已久，请补填回车时间']]);
    expect(
      says(trips, 'needed-returned', [trip(23, { ...open, out: '2026-11-23T09:00:00' })]),
    ).toEqual([]);
    expect(
      says(trips, 'in-order-out-back', [trip(23, { back: '2026-11-23T07:00:00' })]),
    ).toHaveLength(1);
  });

  test('trips, kilometres, and those with a request; what is not back adds nothing', () => {
    const rows = [
      trip(20),
      trip(21, { request: undefined, outKm: 140, backKm: 150.5 }),
      trip(23, { outKm: 150, backKm: undefined }),
    ];
    expect(measured(trips, 'trips', rows)).toBe(3);
    expect(measured(trips, 'distance', rows)).toBe(50.5);
    expect(measured(trips, 'asked', rows)).toEqual([2, 3]);
  });

  test('prints a slip with three signatures', () => {
    expect(
      trips.print?.slips?.map(({ title, signatures }) => [title.zh, signatures.length]),
    ).toEqual([['派车单', 3]]);
  });
});
