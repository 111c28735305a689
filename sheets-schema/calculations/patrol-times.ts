import type { LocalDate } from '../values.ts';
import { secretChance } from './sip-hash.ts';

/**
 * Times of day, in minutes after midnight, for the patrols of a day (C6c: 不定时). They cannot be foretold without the
 * secret; each falls into a stretch of its own, so that no part of the watch is left out.
 *
 * @param from first minute of the watch
 * @param until its last minute; past 1440 it runs into the next day
 * @param count how many patrols
 */
export function patrolTimes(watch: {
  readonly day: LocalDate;
  readonly from: number;
  readonly until: number;
  readonly count: number;
  readonly secret: string;
}): number[] {
  const chance = secretChance(watch.secret);
  const stretch = (watch.until - watch.from) / Math.max(1, watch.count);
  return Array.from({ length: watch.count }, (_, turn) =>
    Math.floor(watch.from + stretch * (turn + chance(watch.day, String(turn)))),
  );
}
