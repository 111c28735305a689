import { describe, expect, test } from 'vitest';
import { vehicleMaintenance } from '#schema/registers/vehicles/vehicle-maintenance.ts';
import { measured, says } from '../../said.ts';

const work = (more = {}) => ({
  done: '2026-11-02',
  vehicle: '浙AQ1021',
  kind: 'service',
  odometer: 1000,
  cost: 480,
  serviceKm: 6000,
  ...more,
});

describe('车辆维保', () => {
  test('the odometer does not go back', () => {
    const rows = [work(), work({ done: '2026-11-09', odometer: 999 })];
    expect(says(vehicleMaintenance, 'sequence-odometer', rows)).toEqual([
      [1, '里程999低于上次1000，请核对'],
    ]);
    expect(says(vehicleMaintenance, 'sequence-odometer', [work(), work()])).toEqual([]);
  });

  test('a service says when the next one is, by kilometres or by day; a repair need not', () => {
    const next = (more: object) => says(vehicleMaintenance, 'next', [work(more)]);
    expect(next({ serviceKm: undefined })).toEqual([[0, '请填下次保养的里程或日期']]);
    expect(next({ serviceKm: undefined, serviceDue: '2027-05-02' })).toEqual([]);
    expect(next({ serviceKm: undefined, kind: 'repair' })).toEqual([]);
  });

  test('the next one lies beyond this one', () => {
    expect(says(vehicleMaintenance, 'next', [work({ serviceKm: 1000 })])).toEqual([
      [0, '下次保养里程应大于1000，请核对'],
    ]);
    expect(says(vehicleMaintenance, 'next', [work({ serviceKm: 1001 })])).toEqual([]);
    expect(
      says(vehicleMaintenance, 'in-order-done-serviceDue', [work({ serviceDue: '2026-11-01' })]),
    ).toHaveLength(1);
  });

  test('one receipt entered twice', () => {
    const rows = [work({ receipt: 'WX1' }), work({ receipt: 'WX1' }), work({ receipt: 'WX2' })];
    expect(says(vehicleMaintenance, 'unique-receipt', rows)).toEqual([
      [1, '票据“WX1”登记了两次，请核对'],
    ]);
  });

  test('times, services and cost of the month', () => {
    const rows = [work(), work({ kind: 'repair', cost: 215.5 }), work({ done: '2026-10-31' })];
    expect(measured(vehicleMaintenance, 'times', rows)).toBe(2);
    expect(measured(vehicleMaintenance, 'services', rows)).toBe(1);
    expect(measured(vehicleMaintenance, 'cost', rows)).toBe(695.5);
  });
});
