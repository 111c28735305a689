import { numberAt, type Row, textAt, valueAt } from '../row.ts';
import type { World } from '../rule.ts';
import { type LocalDate, localDate } from '../values.ts';
import { nameAt } from './named-rows.ts';

/** Where odometers are read: the register, the columns with day and reading, the later reading first. */
const readings = [
  { register: 'trips', at: 'back', km: 'backKm' },
  { register: 'trips', at: 'out', km: 'outKm' },
  { register: 'fuel', at: 'at', km: 'odometer' },
  { register: 'vehicleMaintenance', at: 'done', km: 'odometer' },
] as const;

/** The last odometer reading of each vehicle, in kilometres, by its plate; the last in time, not the highest. */
export function odometers(world: World): ReadonlyMap<string, number> {
  const last = new Map<string, { readonly at: string; readonly km: number }>();
  for (const { register, at, km: column } of readings)
    for (const row of world.rows(register)) {
      const [plate, when, km] = [nameAt(row, 'vehicle'), textAt(row, at), numberAt(row, column)];
      if (plate === '' || when === '' || km === undefined) continue;
      if ((last.get(plate)?.at ?? '') < when) last.set(plate, { at: when, km });
    }
  return new Map([...last].map(([plate, { km }]) => [plate, km]));
}

/** When a vehicle is to be serviced next, whichever comes first. */
export interface NextService {
  readonly km?: number;
  readonly day?: LocalDate;
}

/** The next service of a vehicle: as its last service says, else as the vehicle's own row says. */
export function nextServices(world: World): (vehicle: Row) => NextService {
  const last = new Map<string, Row>();
  for (const row of world.rows('vehicleMaintenance')) {
    const plate = nameAt(row, 'vehicle');
    if (plate === '' || valueAt(row, 'kind') !== 'service') continue;
    const before = last.get(plate);
    if (before === undefined || textAt(before, 'done') <= textAt(row, 'done')) last.set(plate, row);
  }
  return (vehicle) => {
    const service = last.get(nameAt(vehicle, 'plate'));
    const said = [service, vehicle].flatMap((row) => {
      const km = row && numberAt(row, 'serviceKm');
      const day = localDate.safeParse(row && valueAt(row, 'serviceDue'));
      return km === undefined && !day.success
        ? []
        : [{ ...(km === undefined ? {} : { km }), ...(day.success ? { day: day.data } : {}) }];
    });
    return said[0] ?? {};
  };
}
