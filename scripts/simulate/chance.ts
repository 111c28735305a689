import { createHash } from 'node:crypto';

/** Chance that follows from a seed, quick enough to be asked at every turn. */
export interface Chance {
  /** A whole number from 0 up to, and not, `end`. */
  below(end: number): number;
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number;
  /** Whether something of so much likelihood (0 to 1) happens. */
  happens(likelihood: number): boolean;
  pick<T>(list: readonly [T, ...T[]]): T;
  /** One of a list that may be empty. */
  pickAny<T>(list: readonly T[]): T | undefined;
  /** One of several, each as likely as its weight. */
  weighted<T>(list: readonly (readonly [weight: number, value: T])[]): T;
}

/** The same name, the same chance: sfc32 over the SHA-256 of the name. */
export function createChance(name: string): Chance {
  const start = createHash('sha256').update(name).digest();
  let a = start.readUInt32LE(0);
  let b = start.readUInt32LE(4);
  let c = start.readUInt32LE(8);
  let counter = 1;

  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let turn = 0; turn < 12; turn += 1) next();

  const below = (end: number): number => Math.floor(next() * end);
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    happens: (likelihood) => next() < likelihood,
    pick: (list) => list[below(list.length)] ?? list[0],
    pickAny: (list) => list[below(list.length)],
    weighted(list) {
      let rest = next() * list.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, value] of list) {
        rest -= weight;
        if (rest < 0) return value;
      }
      throw new Error('chance: nothing to choose from');
    },
  };
}
