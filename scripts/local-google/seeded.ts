import { createHash } from 'node:crypto';
import type { Clock } from '#platform/clock.ts';
import type { Random } from '#platform/random.ts';

/** Chance that follows from a seed: the same seed, the same bytes, on every machine. */
export function seededRandom(seed: string): Random {
  let block = 0;
  let rest = Buffer.alloc(0);
  return {
    bytes(length) {
      while (rest.length < length) {
        rest = Buffer.concat([rest, createHash('sha256').update(`${seed}:${block}`).digest()]);
        block += 1;
      }
      const taken = new Uint8Array(rest.subarray(0, length));
      rest = rest.subarray(length);
      return taken;
    },
  };
}

/** A clock that stands still at `at` (milliseconds since 1970): the moment a request is applied. */
export function standingClock(at: number): Clock {
  return {
    now: () => new Date(at),
    sleep: () => Promise.reject(new Error('A handler of the stand-in may not wait.')),
  };
}
