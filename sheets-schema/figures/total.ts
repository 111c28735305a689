import type { Figure, Measured } from '../figure.ts';
import type { Label } from '../language.ts';
import type { Row } from '../row.ts';
import type { World } from '../rule.ts';
import { within } from './count.ts';

/**
 * The sum of an amount over a period's rows, to the cent. Without any row in the period nothing was
 * recorded, which is not zero.
 */
export function total(options: {
  readonly title: Label;
  readonly unit: Label;
  readonly counts: Label;
  readonly better?: Figure['better'];
  readonly happened: string;
  /** Which of the period's rows count; all when absent. */
  readonly where?: (row: Row, world: World) => boolean;
  /** The amount of a row, worked out once over all rows of the register; `undefined` adds nothing. */
  readonly amounts: (rows: readonly Row[], world: World) => (row: Row) => number | undefined;
}): Figure {
  return {
    title: options.title,
    unit: options.unit,
    counts: options.counts,
    better: options.better ?? 'neither',
    form: 'amount',
    measure: (rows, period, world): Measured => {
      const recorded = within(rows, options.happened, period);
      const counted = recorded.filter((row) => options.where?.(row, world) ?? true);
      const amountOf = options.amounts(rows, world);
      const sum = counted.reduce((so, row) => so + (amountOf(row) ?? 0), 0);
      return {
        value: recorded.length === 0 ? undefined : Math.round(sum * 100) / 100,
        rows: counted.map((row) => row.id),
      };
    },
  };
}
