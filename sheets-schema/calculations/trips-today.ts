import type { Columns } from '../columns.ts';
import { momentAt, numberAt, type Row, textAt, type Values, valueAt } from '../row.ts';
import type { World } from '../rule.ts';
import { dayOf, localDateTime } from '../values.ts';
import { odometers } from './fleet.ts';
import { nameAt, nameKey } from './named-rows.ts';

/** The approved trips of a driver that should have begun today and are in no row yet, with the odometer as last read. */
export function tripsToday(world: World, { driver: said }: Values<Columns>) {
  const driver = nameKey(String(said ?? ''));
  const today = dayOf(world.now);
  const written = new Set(
    world
      .rows('trips')
      .filter((row) => textAt(row, 'out').startsWith(today))
      .map((row) => nameAt(row, 'request')),
  );
  const km = odometers(world);
  return world
    .rows('vehicleRequests')
    .filter((row) => textAt(row, 'state') === 'approved' && nameAt(row, 'driver') === driver)
    .filter((row) => leavesToday(row, world) && !written.has(nameAt(row, 'name')))
    .map((row) => {
      const vehicle = textAt(row, 'vehicle');
      const outKm = km.get(nameKey(vehicle));
      return {
        request: textAt(row, 'name'),
        vehicle,
        out: localDateTime.parse(`${today}T${textAt(row, 'from').slice(11)}`),
        outKm,
        purpose: textAt(row, 'to'),
        passengers: numberAt(row, 'passengers'),
      };
    });
}

/** A request begins on its day; a standing one every day until it ends. */
function leavesToday(row: Row, world: World): boolean {
  const [from, until] = [momentAt(row, 'from'), momentAt(row, 'until')];
  if (from === undefined || until === undefined) return false;
  const today = dayOf(world.now);
  return valueAt(row, 'standing') === true
    ? dayOf(from) <= today && today <= dayOf(until)
    : dayOf(from) === today;
}
