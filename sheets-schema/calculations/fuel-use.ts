import { inTime, numberAt, type Row } from '../row.ts';
import type { RowId } from '../values.ts';
import { nameAt } from './named-rows.ts';

/** What a vehicle burned from one filling to the next. */
export interface FuelUse {
  readonly litres: number;
  readonly km: number;
}

/**
 * For each filling, its litres and the kilometres since the filling before it: a tank that is filled up each time has
 * burned just that. The first filling of a vehicle, and one without a sound reading, say nothing.
 */
export function fuelUse(rows: readonly Row[]): ReadonlyMap<RowId, FuelUse> {
  const last = new Map<string, number>();
  const uses = new Map<RowId, FuelUse>();
  for (const row of inTime(rows, 'at')) {
    const [plate, now] = [nameAt(row, 'vehicle'), numberAt(row, 'odometer')];
    if (plate === '' || now === undefined) continue;
    const [before, litres] = [last.get(plate), numberAt(row, 'litres')];
    last.set(plate, now);
    if (before !== undefined && litres !== undefined && now > before)
      uses.set(row.id, { litres, km: now - before });
  }
  return uses;
}

/** Litres burned on 100 km, to one decimal. */
export function per100({ litres, km }: FuelUse): number {
  return Math.round((litres / km) * 1000) / 10;
}
