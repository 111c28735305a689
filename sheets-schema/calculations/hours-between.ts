import { momentAt, type Row } from '../row.ts';
import type { World } from '../rule.ts';
import { minutesBetween } from '../time.ts';
import { localDateTime } from '../values.ts';

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

/** Hours from one moment to another, negative when that is before; `undefined` while either is blank. */
export function hoursFrom(from: string, until: string, world: World): number | undefined {
  const [a, b] = [localDateTime.safeParse(from), localDateTime.safeParse(until)];
  if (!a.success || !b.success) return undefined;
  return minutesBetween(a.data, b.data, world.settings.text('timeZone')) / 60;
}
