import type { Clock } from '#platform/clock.ts';

/** Allowances by name, each filled again as time passes. */
export interface Buckets {
  /** Seconds until so much may be taken of a name; 0 when it may now. */
  wait(name: string, perMinute: number, amount: number): number;
  take(name: string, perMinute: number, amount: number): void;
}

interface Bucket {
  readonly left: number;
  readonly at: number;
}

/** Whoever comes under ever new names shall not fill the memory: the names that came first are forgotten. */
const mostNames = 20_000;

/** Token buckets that hold a minute's allowance and fill within a minute. */
export function createBuckets(clock: Clock): Buckets {
  const buckets = new Map<string, Bucket>();

  function left(name: string, perMinute: number, now: number): number {
    const bucket = buckets.get(name);
    if (!bucket) return perMinute;
    return Math.min(perMinute, bucket.left + ((now - bucket.at) / 60_000) * perMinute);
  }

  return {
    wait(name, perMinute, amount) {
      const lacking = amount - left(name, perMinute, clock.now().getTime());
      return lacking <= 0 ? 0 : Math.ceil((lacking / perMinute) * 60);
    },
    take(name, perMinute, amount) {
      const now = clock.now().getTime();
      const rest = left(name, perMinute, now) - amount;
      buckets.delete(name);
      buckets.set(name, { left: rest, at: now });
      const oldest = buckets.keys().next();
      if (buckets.size > mostNames && !oldest.done) buckets.delete(oldest.value);
    },
  };
}
