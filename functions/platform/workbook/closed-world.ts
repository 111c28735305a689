import { inSequence, type Row } from '#schema/row.ts';
import type { World } from '#schema/rule.ts';
import { isCarried } from './carried-ledger.ts';

/** Rows of closed months, by register; those of the stock ledger begin with what was carried into them. */
export type ClosedRows = ReadonlyMap<string, readonly Row[]>;

/** Live rows with closed ones before them: what was carried past the closed rows gives way to the rows themselves. */
export function joined(closed: readonly Row[], live: readonly Row[]): readonly Row[] {
  const known = new Set(closed.map(({ id }) => id));
  return inSequence([...closed, ...live.filter((row) => !known.has(row.id) && !isCarried(row))]);
}

/** Adds rows of closed months to a world. */
export interface ClosedWorld {
  with(world: World, closed: ClosedRows): World;
}

/** One that remembers: rows that did not change stay the array that they were, so that who remembers rows knows them. */
export function createClosedWorld(): ClosedWorld {
  interface Known {
    readonly live: readonly Row[];
    readonly closed: readonly Row[];
    readonly rows: readonly Row[];
  }
  const known = new Map<string, Known>();
  return {
    with: (world, closed) => ({
      ...world,
      rows: (key) => {
        const live = world.rows(key);
        const own = closed.get(key);
        if (own === undefined || !world.register(key)) return live;
        const before = known.get(key);
        if (before?.live === live && before.closed === own) return before.rows;
        const rows = joined(own, live);
        known.set(key, { live, closed: own, rows });
        return rows;
      },
    }),
  };
}
