import type { Clock } from '../clock.ts';
import type { Log } from '../log/index.ts';

export interface QuotaOptions {
  /** Calls that may go at once after a rest. */
  capacity?: number;
  /** Calls a second after that. In no 60 seconds go more than `capacity + 60 × perSecond` calls. */
  perSecond?: number;
  /** How long nothing goes after Google itself said "too many", unless it names a time. */
  restSeconds?: number;
}

/** A token bucket: first come, first served. */
export interface Quota {
  /** Resolves when one more call may go. */
  take(): Promise<void>;
  /**
   * Resolves when so many calls may go one after the other without waiting, or patience has run out (milliseconds);
   * takes none of them.
   */
  room(calls: number, patience?: number): Promise<void>;
  /** Google said "too many": empties the bucket and keeps it shut for a while. */
  exhausted(seconds?: number): void;
}

/**
 * Keeps one account's calls within Google's quota of so many a minute. The defaults stay at 60 in
 * any minute: 15 at once and then 0.75 a second.
 */
export function createQuota({
  clock,
  log,
  name,
  capacity = 15,
  perSecond = 0.75,
  restSeconds = 10,
}: QuotaOptions & { clock: Clock; log: Log; name: string }): Quota {
  let tokens = capacity;
  let filledAt = clock.now().getTime();
  let last: Promise<void> = Promise.resolve();

  /** Tokens that have come since the last look; a shut bucket lies with `filledAt` in the future. */
  function refill(): void {
    const now = clock.now().getTime();
    if (now <= filledAt) return;
    tokens = Math.min(capacity, tokens + ((now - filledAt) / 1000) * perSecond);
    filledAt = now;
  }

  function millisecondsUntil(wanted: number): number {
    const shut = Math.max(0, filledAt - clock.now().getTime());
    return shut + Math.ceil(((wanted - tokens) / perSecond) * 1000);
  }

  async function room(calls: number, patience = Number.POSITIVE_INFINITY): Promise<void> {
    const wanted = Math.min(calls, capacity);
    refill();
    for (let left = patience; tokens < wanted && left > 0; ) {
      const wait = Math.min(left, Math.max(1, millisecondsUntil(wanted)));
      await clock.sleep(wait);
      left -= wait;
      refill();
    }
  }

  async function take(): Promise<void> {
    await room(1);
    tokens -= 1;
  }

  return {
    take() {
      last = last.then(take);
      return last;
    },
    room: (calls, patience) => last.then(() => room(calls, patience)),
    exhausted(seconds = restSeconds) {
      const until = clock.now().getTime() + seconds * 1000;
      tokens = 0;
      filledAt = Math.max(filledAt, until);
      log.warn('google.quota.exhausted', { quota: name, restSeconds: seconds });
    },
  };
}
