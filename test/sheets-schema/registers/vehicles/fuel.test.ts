import { describe, expect, test } from 'vitest';
import { fuel } from '#schema/registers/vehicles/fuel.ts';
import { measured, says } from '../../said.ts';

const filling = (day: number, odometer: number, litres: number, more = {}) => ({
  at: `2026-11-${String(day).padStart(2, '0')}T08:00:00`,
  vehicle: '浙AQ1021',
  litres,
  amount: litres * 7.5,
  odometer,
  ...more,
});

describe('加油记录', () => {
  test('the odometer does not go back', () => {
    expect(says(fuel, 'sequence-odometer', [filling(2, 1000, 40), filling(9, 999, 40)])).toEqual([
      [1, '里程999低于上次1000，请核对'],
    ]);
    expect(says(fuel, 'sequence-odometer', [filling(2, 1000, 40), filling(9, 1000, 4)])).toEqual(
      [],
    );
  });

  describe('the fuel of 100 km', () => {
    const vehicles = [{ plate: '浙AQ1021', usualFuel: 10 }];
    const filledWith = (litres: number) =>
      says(fuel, 'band-litres', [filling(2, 1000, 40), filling(9, 1400, litres)], {
        others: { vehicles },
      });

    test('more or less than 30 % from what the vehicle usually burns', () => {
      expect(filledWith(52)).toEqual([]);
      expect(filledWith(52.4)).toEqual([[1, '百公里13.1升，平时约10升，请核对']]);
      expect(filledWith(28)).toEqual([]);
      expect(filledWith(27.6)).toHaveLength(1);
    });

    test('is not known of a first filling, nor of another vehicle', () => {
      const rows = [filling(2, 1000, 400), filling(9, 1400, 400, { vehicle: '浙AQ1022' })];
      expect(says(fuel, 'band-litres', rows, { others: { vehicles } })).toEqual([]);
    });

    test('over all fillings with a distance', () => {
      const rows = [filling(2, 1000, 40), filling(9, 1400, 40), filling(16, 1600, 26)];
      expect(measured(fuel, 'consumption', rows)).toBe(11);
      expect(measured(fuel, 'consumption', rows.slice(0, 1))).toBeUndefined();
    });
  });

  test('one receipt entered twice', () => {
    const rows = [
      filling(2, 1000, 40, { receipt: 'JY1' }),
      filling(9, 1400, 40, { receipt: 'jy1' }),
    ];
    expect(says(fuel, 'unique-receipt', rows)).toEqual([[1, '票据“jy1”登记了两次，请核对']]);
    expect(says(fuel, 'unique-receipt', [filling(2, 1000, 40), filling(9, 1400, 40)])).toEqual([]);
  });

  test('litres and cost of the month', () => {
    const rows = [filling(2, 1000, 40), filling(9, 1400, 38.4)];
    expect(measured(fuel, 'litres', rows)).toBe(78.4);
    expect(measured(fuel, 'cost', rows)).toBe(588);
  });
});
