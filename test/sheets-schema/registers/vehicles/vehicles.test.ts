import { describe, expect, test } from 'vitest';
import { vehicles } from '#schema/registers/vehicles/vehicles.ts';
import { measured, planned, says } from '../../said.ts';

const car = (more = {}) => ({
  plate: '浙AQ1021',
  licence: 'C1',
  custodian: '任永强',
  insuredUntil: '2027-06-01',
  inspectedUntil: '2027-06-01',
  ...more,
});
const trip = (out: string, outKm: number, backKm?: number) => ({
  vehicle: '浙AQ1021',
  out: `${out}T08:00:00`,
  outKm,
  ...(backKm === undefined ? {} : { back: `${out}T10:00:00`, backKm }),
});

describe('车辆', () => {
  test('two with one plate, in any case and width', () => {
    expect(says(vehicles, 'unique-plate', [car(), car({ plate: '浙aｑ1021' })])).toHaveLength(1);
    expect(says(vehicles, 'unique-plate', [car(), car({ plate: '浙AQ1022' })])).toEqual([]);
  });

  test('insurance: a look from thirty days ahead, a must from the day after', () => {
    const until = (insuredUntil: string) =>
      says(vehicles, 'expiry-insuredUntil', [car({ insuredUntil })]);
    expect(until('2026-12-25')).toEqual([]);
    expect(until('2026-12-24')).toEqual([[0, '保险12月24日到期，还有30天，请办理']]);
    expect(until('2026-11-23')).toEqual([[0, '保险11月23日已到期，办好前不要出车']]);
  });

  test('inspection likewise, but not of a vehicle out of use', () => {
    const old = { inspectedUntil: '2026-11-01' };
    expect(says(vehicles, 'expiry-inspectedUntil', [car(old)])).toEqual([
      [0, '年检11月1日已到期，办好前不要出车'],
    ]);
    expect(says(vehicles, 'expiry-inspectedUntil', [car({ ...old, outOfUse: true })])).toEqual([]);
  });

  describe('service', () => {
    const due = (more: object, others = {}) => says(vehicles, 'service', [car(more)], { others });

    test('overdue by kilometres, by the last reading of a trip or a filling', () => {
      const trips = [trip('2026-11-20', 9000, 10_001)];
      expect(due({ serviceKm: 10_000 }, { trips })).toEqual([[0, '已超保养里程1公里，请送保养']]);
      expect(due({ serviceKm: 10_001 }, { trips })).toEqual([[0, '再开0公里就要保养，请约时间']]);
      const fuel = [{ vehicle: '浙AQ1021', at: '2026-11-21T08:00:00', odometer: 10_200 }];
      expect(due({ serviceKm: 10_001 }, { trips, fuel })).toEqual([
        [0, '已超保养里程199公里，请送保养'],
      ]);
    });

    test('the last reading in time counts, so that one slip of the pen does not stay', () => {
      const trips = [trip('2026-11-19', 100, 91_000), trip('2026-11-20', 9000, 9100)];
      expect(due({ serviceKm: 10_000 }, { trips })).toEqual([]);
    });

    test('soon from 500 kilometres ahead', () => {
      const trips = [trip('2026-11-20', 9400)];
      expect(due({ serviceKm: 9900 }, { trips })).toEqual([[0, '再开500公里就要保养，请约时间']]);
      expect(due({ serviceKm: 9901 }, { trips })).toEqual([]);
    });

    test('overdue by day, whichever comes first', () => {
      expect(due({ serviceDue: '2026-11-23' })).toEqual([[0, '保养11月23日已到期，请送保养']]);
      expect(due({ serviceDue: '2026-11-24' })).toEqual([[0, '11月24日前要保养，请约时间']]);
      expect(due({ serviceDue: '2026-12-25' })).toEqual([]);
    });

    test('what the last service says overrules the vehicle’s own row; a repair does not', () => {
      const work = { vehicle: '浙AQ1021', done: '2026-11-01', serviceDue: '2027-05-01' };
      const own = { serviceDue: '2026-11-01' };
      expect(due(own, { vehicleMaintenance: [{ ...work, kind: 'service' }] })).toEqual([]);
      expect(due(own, { vehicleMaintenance: [{ ...work, kind: 'repair' }] })).toHaveLength(1);
    });
  });

  test('a vehicle in use says which licence it asks for', () => {
    expect(says(vehicles, 'needed-driven', [car({ licence: undefined })])).toEqual([
      [0, '在用的车，请补填准驾车型'],
    ]);
    expect(says(vehicles, 'needed-driven', [car({ licence: undefined, outOfUse: true })])).toEqual(
      [],
    );
  });

  test('in use, and of those insured and inspected', () => {
    const rows = [car(), car({ insuredUntil: '2026-11-23' }), car({ outOfUse: true })];
    expect(measured(vehicles, 'inUse', rows)).toBe(2);
    expect(measured(vehicles, 'sound', rows)).toEqual([1, 2]);
  });

  test('in the plan what falls due by the end of the month', () => {
    const rows = [
      car({ insuredUntil: '2026-12-31', inspectedUntil: '2026-11-01', serviceDue: '2027-01-01' }),
      car({ plate: '浙AQ1022', serviceKm: 9500 }),
    ];
    const fuel = [{ vehicle: '浙AQ1022', at: '2026-11-21T08:00:00', odometer: 9100 }];
    expect(planned(vehicles, rows, { others: { fuel } })).toEqual([
      ['办理车辆保险：浙AQ1021', '任永强', '2026-12-31'],
      ['车辆年检：浙AQ1021', '任永强', '2026-12-01'],
      ['车辆保养：浙AQ1022', '任永强', '2026-12-01'],
    ]);
  });
});
