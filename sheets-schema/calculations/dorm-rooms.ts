import { textAt, valueAt } from '../row.ts';
import type { World } from '../rule.ts';
import { plain } from '../spelling.ts';

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
