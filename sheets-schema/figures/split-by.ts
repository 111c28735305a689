import type { Breakdown } from '../figure.ts';
import type { Label } from '../language.ts';
import { type Row, textAt } from '../row.ts';
import type { World } from '../rule.ts';
import { within } from './count.ts';

/** A period's rows, or an amount of them, split by a name; the largest first, equal ones by name. */
export function splitBy(options: {
  readonly title: Label;
  readonly unit: Label;
  readonly happened: string;
  readonly where?: (row: Row, world: World) => boolean;
  /** The name under which a row falls, worked out once; '' leaves it out. */
  readonly names: (world: World) => (row: Row) => string;
  /** The amount of a row, worked out once over all rows; each row counts 1 when absent. */
  readonly amounts?: (rows: readonly Row[], world: World) => (row: Row) => number | undefined;
}): Breakdown {
  return {
    title: options.title,
    unit: options.unit,
    split: (rows, period, world) => {
      const nameOf = options.names(world);
      const amountOf = options.amounts?.(rows, world) ?? (() => 1);
      const sums = new Map<string, number>();
      for (const row of within(rows, options.happened, period)) {
        const name = nameOf(row);
        if (name === '' || !(options.where?.(row, world) ?? true)) continue;
        sums.set(name, (sums.get(name) ?? 0) + (amountOf(row) ?? 0));
      }
      return Array.from(sums, ([name, sum]) => ({ name, value: Math.round(sum * 100) / 100 }))
        .filter(({ value }) => value !== 0)
        .toSorted((a, b) => b.value - a.value || (a.name < b.name ? -1 : 1));
    },
  };
}

/** Names of a split by building: a place is written `building room`. */
export const byBuilding = (column: string) => () => (row: Row) =>
  textAt(row, column).split(' ')[0] ?? '';
