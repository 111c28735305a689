import type { Drive } from '#platform/google/index.ts';
import type { Seals } from '#platform/seals/index.ts';
import { readClosedSince } from '#platform/workbook/closed-since.ts';
import { type ClosedRows, createClosedWorld } from '#platform/workbook/closed-world.ts';
import type { FencedSheets } from '#platform/workbook/fence.ts';
import { neededClosed } from '#schema/needed-closed.ts';
import type { Register } from '#schema/register.ts';
import type { World } from '#schema/rule.ts';

/** The world with those rows of closed months that rules still look at: a term's for its targets, a year's payments. */
export interface ClosedNeeded {
  with(world: World, spreadsheets: ReadonlyMap<string, readonly Register[]>): Promise<World>;
}

/**
 * Reads them once for as long as it lives, and again when others are needed: closed rows do not change, and whoever
 * closes or reopens a month forgets what the check remembers.
 */
export function createClosedNeeded(ports: {
  readonly sheets: FencedSheets;
  readonly seals: Seals;
  readonly drive: Pick<Drive, 'listFiles'>;
}): ClosedNeeded {
  const closedWorld = createClosedWorld();
  let read: { readonly what: string; readonly rows: ClosedRows } | undefined;

  return {
    async with(world, spreadsheets) {
      const needed = neededClosed([...spreadsheets.values()].flat(), world);
      const what = [...needed].map(([key, day]) => `${key} ${day.slice(0, 7)}`).join();
      if (read?.what !== what) {
        const parts = await Promise.all(
          [...spreadsheets].map(([id, registers]) =>
            readClosedSince(
              ports,
              id,
              registers.filter(({ key }) => world.register(key)),
              ({ key }) => needed.get(key),
              world.rows('movements'),
            ),
          ),
        );
        read = { what, rows: new Map(parts.flatMap((part) => [...part])) };
      }
      return closedWorld.with(world, read.rows);
    },
  };
}
