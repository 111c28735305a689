import { describe, expect, test } from 'vitest';
import { visitingVehicles } from '#schema/registers/gate/visiting-vehicles.ts';
import { measured, says } from '../../said.ts';

const car = (more = {}) => ({
  arrived: '2026-11-23T09:00:00',
  plate: '鲁B3K21',
  reason: 'goods',
  host: '食堂',
  ...more,
});
const out = { left: '2026-11-23T10:00:00' };
const places = (found: ReturnType<typeof says>) => found.map(([place]) => place);

describe('来访车辆', () => {
  test('out by closing, by its row or by 离校登记', () => {
    const rows = [car(), car(out), car({ plate: '鲁B8F06', arrived: '2026-11-24T08:00:00' })];
    expect(says(visitingVehicles, 'left-inside', rows)).toEqual([
      [0, '关门时车没登记离校，请核实'],
    ]);
    const departures = [{ left: '2026-11-23T12:00:00', plate: '鲁B3K21' }];
    expect(says(visitingVehicles, 'left-inside', [car()], { others: { departures } })).toEqual([]);
    expect(measured(visitingVehicles, 'out', rows)).toEqual([1, 2]);
  });

  test('one car comes in once before it goes out', () => {
    const rows = [car(), car({ arrived: '2026-11-23T15:00:00', plate: '鲁b3k21' })];
    expect(says(visitingVehicles, 'plate-twice', rows)).toEqual([
      [1, '鲁b3k21上次还没登记离校，请补'],
    ]);
    expect(says(visitingVehicles, 'plate-twice', [car(out), car(out)]).length).toBe(1);
    const later = car({ arrived: '2026-11-23T10:00:00' });
    expect(says(visitingVehicles, 'plate-twice', [car(out), later])).toEqual([]);
  });

  test('plate and host are known, but for an ambulance, and until they are deleted', () => {
    const rows = [
      car({ plate: undefined }),
      car({ host: undefined }),
      car({ plate: undefined, reason: 'emergency' }),
      car({ plate: undefined, arrived: '2026-10-20T09:00:00' }),
    ];
    expect(places(says(visitingVehicles, 'needed-plate', rows))).toEqual([0, 1]);
    expect(measured(visitingVehicles, 'vehicles', rows)).toBe(3);
  });

  test('what leaves came before', () => {
    const rows = [car({ left: '2026-11-23T08:00:00' }), car(out)];
    expect(places(says(visitingVehicles, 'in-order-arrived-left', rows))).toEqual([0]);
  });
});
