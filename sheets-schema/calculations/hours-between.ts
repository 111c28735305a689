import { momentAt, type Row } from '../row.ts';
import type { World } from '../rule.ts';
import { minutesBetween } from '../time.ts';

/** Hours from the moment in one column to that in another; `undefined` while either is blank, or the end before. */
export function hoursBetween(
  from: string,
  until: string,
): (world: World) => (row: Row) => number | undefined {
  return (world) => (row) => {
    const began = momentAt(row, from);
    const ended = momentAt(row, until);
    if (began === undefined || ended === undefined || ended < began) return undefined;
    return minutesBetween(began, ended, world.settings.text('timeZone')) / 60;
  };
}
