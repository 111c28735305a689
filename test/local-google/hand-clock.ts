import { setImmediate } from 'node:timers/promises';
import type { Clock } from '#platform/clock.ts';

/** A clock that a test moves by hand; what sleeps on it wakes in the order of its time. */
export interface HandClock extends Clock {
  /** Moves on by so many milliseconds and lets everything that is due run. */
  advance(milliseconds: number): Promise<void>;
}

/** Starts at the beginning of a school day in Shanghai unless told otherwise. */
export function handClock(start = '2026-11-23T00:00:00.000Z'): HandClock {
  let now = Date.parse(start);
  const sleeping: { readonly due: number; readonly wake: () => void }[] = [];
  const settle = async () => {
    for (let round = 0; round < 20; round += 1) await setImmediate();
  };
  return {
    now: () => new Date(now),
    sleep: (milliseconds) =>
      new Promise((wake) => {
        sleeping.push({ due: now + milliseconds, wake });
        sleeping.sort((a, b) => a.due - b.due);
      }),
    async advance(milliseconds) {
      const until = now + milliseconds;
      await settle();
      for (let next = sleeping[0]; next !== undefined && next.due <= until; next = sleeping[0]) {
        sleeping.shift();
        now = next.due;
        next.wake();
        await settle();
      }
      now = until;
    },
  };
}
