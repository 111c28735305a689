import { textAt, valueAt } from '../row.ts';
import type { World } from '../rule.ts';
import { plain } from '../spelling.ts';
import type { Recurring } from './cadence.ts';

/** A dorm room and the building that it is in. */
export interface DormRoom {
  readonly room: string;
  readonly building: string;
}

/** Dorm rooms in use, with their building. */
export function dormRooms(world: World): readonly DormRoom[] {
  return world
    .rows('places')
    .filter((row) => valueAt(row, 'kind') === 'dormRoom' && valueAt(row, 'outOfUse') !== true)
    .map((row) => ({
      room: plain(textAt(row, 'name')),
      building: plain(textAt(row, 'building')),
    }));
}

/** Each building with dorm rooms, to be checked every week. */
export function weeklyBuildings(world: World): readonly Recurring[] {
  return [...new Set(dormRooms(world).map(({ building }) => building))].map((name) => ({
    name,
    cadence: 'weekly',
    owner: name,
  }));
}
