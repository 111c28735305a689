import type { Figure, Measured } from '../figure.ts';
import type { Label } from '../language.ts';
import type { Row } from '../row.ts';
import type { World } from '../rule.ts';
import { within } from './count.ts';

/**
 * The sum of one amount over a period's rows divided by the sum of another, to one decimal: hours a request took,
 * grams left by a diner. Each row weighs 1 when it has no `weights`; rows without an amount say nothing.
 */
export function average(options: {
  readonly title: Label;
  readonly unit: Label;
  readonly counts: Label;
  readonly better?: Figure['better'];
  readonly target?: number;
  readonly happened: string;
  readonly amounts: (rows: readonly Row[], world: World) => (row: Row) => number | undefined;
  readonly weights?: (row: Row) => number | undefined;
}): Figure {
  return {
    title: options.title,
    unit: options.unit,
    counts: options.counts,
    better: options.better ?? 'neither',
    form: 'amount',
    ...(options.target === undefined ? {} : { target: options.target }),
    measure: (rows, period, world): Measured => {
      const amountOf = options.amounts(rows, world);
      const measured = within(rows, options.happened, period).flatMap((row) => {
        const amount = amountOf(row);
        const weight = options.weights ? options.weights(row) : 1;
        return amount === undefined || weight === undefined ? [] : [{ row, amount, weight }];
      });
      const amount = measured.reduce((sum, one) => sum + one.amount, 0);
      const weight = measured.reduce((sum, one) => sum + one.weight, 0);
      return {
        value: weight === 0 ? undefined : Math.round((amount / weight) * 10) / 10,
        rows: measured.map(({ row }) => row.id),
      };
    },
  };
}
