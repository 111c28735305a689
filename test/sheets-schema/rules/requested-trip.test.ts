import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { registers } from '#schema/registers/index.ts';
import { trips } from '#schema/registers/vehicles/trips.ts';
import { findingsOf, rowsOf, ruleOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { told } from './told.ts';

const trip = (more: object = {}) => ({
  request: '取校服',
  vehicle: '浙AQ1021',
  driver: '任永强',
  out: '2026-11-20T08:00:00',
  ...more,
});
const says = (more: object, state = 'approved') =>
  told(trips, 'requested', [trip(more)], {
    others: { vehicleRequests: [{ name: '取校服', state }] },
  });
const none = [[0, 'request', 'must', '出车没有申请，请补申请再选上']];

describe('a trip has an approved request', () => {
  test('or one is asked for', () => {
    expect(says({})).toEqual([]);
    expect(says({}, 'done')).toEqual([]);
    expect(says({ request: undefined })).toEqual(none);
    expect(says({ request: '  ' })).toEqual(none);
  });

  test('one that was refused or taken back is none; one that waits is to be approved', () => {
    const gone = [[0, 'request', 'must', '这个申请没批准或已取消，请核对']];
    expect(says({}, 'refused')).toEqual(gone);
    expect(says({}, 'cancelled')).toEqual(gone);
    expect(says({}, 'asked')).toEqual([[0, 'request', 'must', '这个申请还没批，请补批']]);
  });

  test('one that is not there is left to the rule for references', () => {
    expect(says({ request: '别的' }, 'refused')).toEqual([]);
  });

  test('an urgent trip may leave first, and has 24 hours', () => {
    const urgent = { request: undefined, urgent: true };
    expect(says({ ...urgent, out: '2026-11-23T09:00:00' })).toEqual([]);
    expect(says({ ...urgent, out: '2026-11-23T08:59:00' })).toEqual(none);
    expect(says({ ...urgent, urgent: false, out: '2026-11-23T09:00:00' })).toEqual(none);
    expect(says({ urgent: true, out: '2026-11-23T09:00:00' }, 'asked')).toEqual([]);
    expect(says({ urgent: true, out: '2026-11-23T08:00:00' }, 'asked')).toHaveLength(1);
  });

  test('nothing is asked before it has left, or while 用车申请 is switched off', () => {
    expect(says({ request: undefined, out: undefined })).toEqual([]);
    const of = registers.filter(({ key }) => key !== 'vehicleRequests');
    const rows = rowsOf(trip({ request: undefined }));
    expect(findingsOf(ruleOf(trips, 'requested'), trips, rows, worldWith({}, { of }))).toEqual([]);
  });
});

const anyTrip = fc.record({
  request: fc.constantFrom('取校服', '送材料', undefined),
  urgent: fc.boolean(),
  out: fc.constantFrom('2026-11-20T08:00:00', '2026-11-24T08:00:00', undefined),
});

testLaws({
  rule: ruleOf(trips, 'requested'),
  register: trips,
  rows: fc.array(anyTrip, { maxLength: 3 }),
  unrelated: anyTrip,
  world: worldWith({
    vehicleRequests: rowsOf(
      { name: '取校服', state: 'approved' },
      { name: '送材料', state: 'asked' },
    ),
  }),
});
