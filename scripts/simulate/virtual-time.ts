import { setImmediate as turn } from 'node:timers/promises';
import { install } from '@sinonjs/fake-timers';
import type { Clock } from '#platform/clock.ts';

/** Time that passes only when it is told to, for everything in this process. */
export interface VirtualTime extends Clock {
  /** Milliseconds since the beginning. */
  since(): number;
  /** Lets so many milliseconds pass: whoever waits wakes in the order of its time. */
  pass(milliseconds: number): Promise<void>;
  /** Lets time pass until something holds, or until so many milliseconds went by; says whether it holds. */
  passUntil(holds: () => boolean, mostMilliseconds: number): Promise<boolean>;
  /** What comes of something, while time passes for it; nothing when that takes too long. */
  until<T>(outcome: Promise<T>, mostMilliseconds: number): Promise<T | undefined>;
  /** Gives the process its own time back. */
  end(): void;
}

/** A Tuesday morning at school. */
const start = Date.parse('2026-11-24T00:30:00.000Z');

/**
 * Takes the timers of this process over. What is under way runs on until it waits for time, since nothing in the
 * simulation waits for anything else: no disk, no network, no thread.
 */
export function takeTime(): VirtualTime {
  const timers = install({ now: start, toFake: ['setTimeout', 'clearTimeout'] });

  const settle = async (): Promise<void> => {
    for (let turns = 0; turns < 3; turns += 1) await turn();
  };

  const passUntil = async (holds: () => boolean, most: number): Promise<boolean> => {
    let over = false;
    const limit = timers.setTimeout(() => {
      over = true;
    }, most);
    await settle();
    while (!over && !holds()) {
      timers.next();
      await settle();
    }
    timers.clearTimeout(limit);
    return holds();
  };

  return {
    now: () => new Date(timers.now),
    sleep: (milliseconds) =>
      new Promise((resolve) => {
        timers.setTimeout(() => resolve(), milliseconds);
      }),
    since: () => timers.now - start,
    pass: async (milliseconds) => {
      await passUntil(() => false, milliseconds);
    },
    passUntil,
    until: async (outcome, most) => {
      const over = Promise.withResolvers<undefined>();
      let isOver = false;
      const done = outcome.finally(() => {
        isOver = true;
      });
      // Who waits for the outcome hears of a failure; the race below is one of them.
      done.catch(() => undefined);
      if (!(await passUntil(() => isOver, most))) over.resolve(undefined);
      return Promise.race([done, over.promise]);
    },
    end: () => timers.uninstall(),
  };
}
