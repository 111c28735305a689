import type { Clock } from '#platform/clock.ts';

/** A clock on which waiting takes no time: it jumps to the moment that is waited for. */
export function createFakeClock(
  start = new Date('2026-11-24T02:00:00Z'),
): Clock & { advance(milliseconds: number): void } {
  let now = start.getTime();
  return {
    now: () => new Date(now),
    sleep: async (milliseconds) => {
      now += milliseconds;
      await new Promise((resolve) => setImmediate(resolve));
    },
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
}
