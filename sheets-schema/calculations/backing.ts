import { type Row, textAt } from '../row.ts';
import type { World } from '../rule.ts';
import { essence } from '../spelling.ts';

/** What points are said to rest on: a register, a day, and words that its row contains. */
export interface Backing {
  readonly register: string;
  readonly day: string;
  readonly words: string;
}

/**
 * Whether a register has a row of that day that contains those words, wherever they stand in it.
 * @returns `undefined` while the register is switched off, or has no days, so that it cannot be told
 */
export function findBacking(world: World): (backing: Backing) => Row | 'none' | undefined {
  const byDay = new Map<string, ReadonlyMap<string, readonly Row[]>>();
  return ({ register: key, day, words }) => {
    const register = world.register(key);
    const happened = register?.happened;
    if (happened === undefined) return undefined;
    const days =
      byDay.get(key) ?? Map.groupBy(world.rows(key), (row) => textAt(row, happened).slice(0, 10));
    byDay.set(key, days);
    const wanted = essence(words);
    const found = (days.get(day) ?? []).find(
      (row) => wanted !== '' && saidIn(row).includes(wanted),
    );
    return found ?? 'none';
  };
}

/** All that a row says, without punctuation. */
function saidIn(row: Row): string {
  return Object.keys(row.values)
    .map((column) => essence(textAt(row, column)))
    .join(' ');
}
