import type { Row } from '../row.ts';
import { textAt } from '../row.ts';
import type { PatrolPoint } from '../rules/patrolled.ts';
import { plain } from '../spelling.ts';
import { dayOf, type LocalDateTime, localDateTime } from '../values.ts';
import { patrolTimes } from './patrol-times.ts';
import { secretChance } from './sip-hash.ts';

/** A point that a guard is to pass now, and since when. */
export interface CalledPoint {
  readonly point: string;
  readonly since: LocalDateTime;
}

/** The first and last minute of a watch written as `19:00-23:00`; the whole day for 全天. */
export function watchOf(said: string): { readonly from: number; readonly until: number } {
  const [from = 0, until = 0] = said.split('-').map(minutesOf);
  return until > from ? { from, until } : { from, until: 1440 };
}

/**
 * The points that guards are called to now (C6c): the watch has as many rounds as its busiest point asks visits, at
 * times that cannot be foretold without the secret; a point asked fewer visits joins rounds that cannot be foretold
 * either. A point is called from the time of its round until somebody has been there since.
 *
 * @param visits of this day, with the moment in `happened` and the point in `point`
 * @param secret known to the program alone
 */
export function calledPoints(watch: {
  readonly points: readonly PatrolPoint[];
  readonly visits: readonly Row[];
  readonly happened: string;
  readonly point: string;
  readonly hours: string;
  readonly now: LocalDateTime;
  readonly secret: string;
}): readonly CalledPoint[] {
  const { points, visits, happened, point, now, secret } = watch;
  const day = dayOf(now);
  const rounds = Math.max(0, ...points.map(({ times }) => times));
  const times = patrolTimes({ day, ...watchOf(watch.hours), count: rounds, secret });
  const chance = secretChance(secret);
  return points
    .flatMap(({ name, times: asked }) => {
      const drawn = times
        .map((minute, round) => ({ minute, lot: chance(day, name, String(round)) }))
        .toSorted((a, b) => b.lot - a.lot)
        .slice(0, asked);
      const come = drawn.map(({ minute }) => momentAt(day, minute)).filter((at) => at <= now);
      const since = come.toSorted().at(-1);
      const isSeen = visits.some(
        (row) => plain(textAt(row, point)) === name && textAt(row, happened) >= (since ?? ''),
      );
      return since === undefined || isSeen ? [] : [{ point: name, since }];
    })
    .toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return Number.isFinite(hours * 60 + minutes) ? hours * 60 + minutes : 0;
}

function momentAt(day: string, minute: number): LocalDateTime {
  const two = (number: number): string => String(number).padStart(2, '0');
  const within = Math.min(minute, 1439);
  return localDateTime.parse(`${day}T${two(Math.floor(within / 60))}:${two(within % 60)}:00`);
}
