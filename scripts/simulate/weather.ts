import type { Chance } from './chance.ts';

/** What befalls one call of a function to Google. */
export type Fate =
  | 'ok'
  | '429'
  | '500'
  | '503'
  /** Done, and answered as if it were not. */
  | '500-done'
  | 'reset-before'
  | 'reset-after'
  /** Taken up so late that the caller may have given up, and then done all the same. */
  | 'stall'
  /** Done at once, answered late. */
  | 'late'
  /** The process dies with the call unsent, or with its answer unread. */
  | 'crash-before'
  | 'crash-after';

/** How bad things are just now. */
export interface Weather {
  /** Draws what befalls a call. */
  fate(method: string): Fate;
  /** Draws the time of one way through the network, in milliseconds. */
  way(): number;
  /** Draws how long a stalled call or a late answer takes, in milliseconds. */
  delay(): number;
  /** Whether something between a phone, a task or a push and the functions is lost or comes twice. */
  isLost(): boolean;
  isDoubled(): boolean;
  /** Whether staff do something just before a call of a function is done. */
  isMeddled(): boolean;
  /** Changes, now and then. */
  turn(): void;
  /** From now on all is well. */
  clear(): void;
}

const faults: readonly (readonly [number, Fate])[] = [
  [3, '429'],
  [2, '500'],
  [2, '500-done'],
  [3, '503'],
  [3, 'reset-before'],
  [5, 'reset-after'],
  [4, 'stall'],
  [3, 'late'],
  [1, 'crash-before'],
  [2, 'crash-after'],
];

const writing = 'sheets.spreadsheets.batchUpdate';

export function createWeather(chance: Chance): Weather {
  const levels = [0, 0.02, 0.06, 0.15, 0.4] as const;
  let level: number = chance.pick(levels);
  let isClear = false;
  return {
    fate(method) {
      // Writes are where it hurts, so more befalls them.
      const likelihood = method === writing ? level * 1.5 : level * 0.6;
      return !isClear && chance.happens(likelihood) ? chance.weighted(faults) : 'ok';
    },
    way: () => chance.between(10, 150),
    delay: () => chance.between(5_000, 90_000),
    isLost: () => !isClear && chance.happens(level / 2),
    isDoubled: () => !isClear && chance.happens(level / 2),
    isMeddled: () => !isClear && chance.happens(0.04),
    turn() {
      level = chance.pick(levels);
    },
    clear() {
      isClear = true;
    },
  };
}
