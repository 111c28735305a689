import type { DemoChance } from './school.ts';

/** A 32-bit hash of a text (FNV-1a), to turn a seed and a name into one number. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) {
    value ^= character.codePointAt(0) ?? 0;
    value = Math.imul(value, 0x01000193);
  }
  return value >>> 0;
}

/**
 * A repeatable stream of chance (mulberry32) for one name: the same seed and name give the same stream,
 * and no name disturbs another.
 */
export function demoChance(seed: number, name: string): DemoChance {
  let state = hash(`${seed} ${name}`);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: <T>(from: readonly T[]): T => {
      const index = Math.floor(next() * from.length);
      for (const picked of from.slice(index, index + 1)) return picked;
      throw new Error('demo: nothing to pick from');
    },
    percent: (chance) => next() * 100 < chance,
  };
}
