import { describe, expect, test } from 'vitest';
import { vehicleRequests } from '#schema/registers/vehicles/vehicle-requests.ts';
import { measured, planned, says } from '../../said.ts';

const request = (more = {}) => ({
  name: '取校服',
  asked: '2026-11-20T10:00:00',
  applicant: '吴晓琳',
  from: '2026-11-26T09:00:00',
  until: '2026-11-26T12:00:00',
  state: 'asked',
  ...more,
});
const approved = (more = {}) =>
  request({ state: 'approved', approver: '周敏', vehicle: '浙AQ1021', driver: '任永强', ...more });

describe('用车申请', () => {
  test('each has a name of its own', () => {
    expect(says(vehicleRequests, 'unique-name', [request(), request()])).toHaveLength(1);
  });

  test('back not before it leaves', () => {
    const until = (said: string) =>
      says(vehicleRequests, 'in-order-from-until', [request({ until: said })]);
    expect(until('2026-11-26T08:59:00')).toHaveLength(1);
    expect(until('2026-11-26T09:00:00')).toEqual([]);
  });

  test('decided twelve hours before it begins', () => {
    const from = (said: string, state = 'asked') =>
      says(vehicleRequests, 'undecided', [request({ from: said, state })]);
    expect(from('2026-11-24T21:00:00')).toEqual([[0, '快出发了还没批，请审批']]);
    expect(from('2026-11-24T21:01:00')).toEqual([]);
    expect(from('2026-11-24T08:00:00')).toHaveLength(1);
    expect(from('2026-11-24T08:00:00', 'approved')).toEqual([]);
  });

  test('a decision says whose it is', () => {
    const decided = (state: string) =>
      says(vehicleRequests, 'needed-decided', [request({ state })]);
    expect(decided('refused')).toEqual([[0, '已审批，请补填审批人']]);
    expect(decided('asked')).toEqual([]);
    expect(decided('cancelled')).toEqual([]);
  });

  test('an approved one has vehicle and driver before it begins', () => {
    const soon = { from: '2026-11-24T14:00:00', driver: undefined };
    expect(says(vehicleRequests, 'needed-assigned', [approved(soon)])).toEqual([
      [0, '快出发了，请补填驾驶员'],
    ]);
    expect(says(vehicleRequests, 'needed-assigned', [approved({ driver: undefined })])).toEqual([]);
  });

  test('nobody approves their own', () => {
    expect(
      says(vehicleRequests, 'second-person-approver', [approved({ applicant: '周敏' })]),
    ).toEqual([[0, '自己批了自己的用车，请换人审批']]);
    expect(says(vehicleRequests, 'second-person-approver', [approved()])).toEqual([]);
  });

  test('a vehicle or driver promised twice; what is only asked, or stands, promises nothing', () => {
    const other = { name: '送材料', from: '2026-11-26T11:00:00', until: '2026-11-26T13:00:00' };
    const rows = [approved(), approved({ ...other, driver: '姚建平' })];
    expect(says(vehicleRequests, 'vehicle-twice', rows)).toEqual([[1, '与“取校服”同时，请换车']]);
    expect(says(vehicleRequests, 'driver-twice', rows)).toEqual([]);
    const shared = approved({ ...other, vehicle: '浙AQ1022' });
    expect(says(vehicleRequests, 'driver-twice', [approved(), shared])).toEqual([
      [1, '与“取校服”同时，请换人'],
    ]);
    for (const more of [{ state: 'asked' }, { standing: true }, { from: '2026-11-26T12:00:00' }])
      expect(
        says(vehicleRequests, 'vehicle-twice', [approved(), approved({ ...other, ...more })]),
      ).toEqual([]);
  });

  test('asked in the month; of those decided, approved', () => {
    const rows = [
      approved(),
      request({ state: 'refused' }),
      request(),
      request({ asked: '2026-10-31T10:00:00' }),
    ];
    expect(measured(vehicleRequests, 'requests', rows)).toBe(3);
    expect(measured(vehicleRequests, 'approved', rows)).toEqual([1, 2]);
  });

  test('what leaves next month is in the plan', () => {
    const rows = [
      approved({ from: '2026-12-03T09:00:00' }),
      request({ name: '送材料', from: '2026-12-31T09:00:00' }),
      approved({ from: '2027-01-01T09:00:00' }),
      request({ state: 'refused', from: '2026-12-03T09:00:00' }),
    ];
    expect(planned(vehicleRequests, rows)).toEqual([
      ['出车：取校服', '任永强', '2026-12-03'],
      ['出车：送材料', '司机班长', '2026-12-31'],
    ]);
  });
});
