import type { Figure, Measured } from '../figure.ts';
import type { Label } from '../language.ts';
import type { Row } from '../row.ts';
import type { World } from '../rule.ts';

/**
 * How many rows of a list count, or the sum of an amount over them. A list has no days, so the period plays no
 * part; a list without any row was not kept.
 */
export function listed(options: {
  readonly title: Label;
  readonly unit: Label;
  readonly counts: Label;
  readonly better?: Figure['better'];
  /** Which rows count; all when absent. */
  readonly where?: (row: Row, world: World) => boolean;
  /** The amount of a row; each counts 1 when absent. */
  readonly amount?: (row: Row) => number | undefined;
}): Figure {
  return {
    title: options.title,
    unit: options.unit,
    counts: options.counts,
    better: options.better ?? 'neither',
    form: 'amount',
    measure: (rows, _period, world): Measured => {
      const counted = rows.filter((row) => options.where?.(row, world) ?? true);
      const sum = counted.reduce(
        (so, row) => so + (options.amount ? (options.amount(row) ?? 0) : 1),
        0,
      );
      return { value: rows.length === 0 ? undefined : sum, rows: counted.map(({ id }) => id) };
    },
  };
}
