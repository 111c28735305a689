import { type Row, textAt, valueAt } from '../row.ts';
import { plain } from '../spelling.ts';
import { daysBetween } from '../time.ts';
import { type LocalDate, localDate } from '../values.ts';
import { secretChance } from './sip-hash.ts';

/** A room that can be drawn, and the day on which it last was. */
export interface DrawnRoom {
  readonly room: string;
  readonly lastDrawn?: LocalDate;
}

/**
 * Draws rooms for a spot check (C4: 不定时抽检). The draw cannot be foretold without the secret: any room may be drawn
 * again the next day, the longer it was left out the likelier. And each is drawn in time: rooms that have waited for
 * `mostDays` go first, so with a draw a day none waits longer than `mostDays` and the days that it takes to draw all
 * rooms once.
 *
 * @param rooms in any order; the draw does not depend on it
 * @param count how many are drawn
 * @param secret known to the program alone
 */
export function drawRooms(draw: {
  readonly rooms: readonly DrawnRoom[];
  readonly count: number;
  readonly day: LocalDate;
  readonly mostDays: number;
  readonly secret: string;
}): string[] {
  const chance = secretChance(draw.secret);
  const lots = draw.rooms.map(({ room, lastDrawn }) => {
    const waited =
      lastDrawn === undefined ? Number.POSITIVE_INFINITY : daysBetween(lastDrawn, draw.day);
    const luck = chance(draw.day, room);
    const weight = (Math.max(0, Math.min(waited, draw.mostDays)) + 1) ** 2;
    // Drawing by the largest u^(1/w) draws each with a chance in proportion to its weight (Efraimidis, Spirakis).
    return { room, overdue: waited >= draw.mostDays ? waited : 0, lot: luck ** (1 / weight) };
  });
  return lots
    .toSorted(
      (a, b) => compare(b.overdue, a.overdue) || b.lot - a.lot || (a.room < b.room ? -1 : 1),
    )
    .slice(0, draw.count)
    .map(({ room }) => room);
}

/** The day on which each room was last drawn: a check that was drawn, or that has a photo. */
export function lastDrawnDays(checks: readonly Row[]): ReadonlyMap<string, LocalDate> {
  const last = new Map<string, LocalDate>();
  for (const row of checks) {
    const day = localDate.safeParse(textAt(row, 'checked').slice(0, 10));
    const room = plain(textAt(row, 'room'));
    if (!day.success || (valueAt(row, 'drawn') !== true && textAt(row, 'photo') === '')) continue;
    const before = last.get(room);
    if (before === undefined || day.data > before) last.set(room, day.data);
  }
  return last;
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
