import type { Figure, Measured, Period } from '../figure.ts';
import type { Label } from '../language.ts';
import { type Row, textAt } from '../row.ts';
import type { World } from '../rule.ts';

interface CountOptions {
  readonly title: Label;
  readonly unit: Label;
  readonly counts: Label;
  readonly better?: Figure['better'];
  readonly target?: number;
  /** Column by which a row belongs to the period. */
  readonly happened: string;
  /** Which of the period's rows count; all when absent. */
  readonly where?: (row: Row, world: World) => boolean;
  /** How many entries the period should have, where that is known. */
  readonly expected?: (period: Period, world: World) => number;
}

/** Rows that happened in the period. */
export function within(rows: readonly Row[], happened: string, period: Period): Row[] {
  return rows.filter((row) => {
    const day = textAt(row, happened).slice(0, 10);
    return day !== '' && day >= period.from && day <= period.to;
  });
}

/**
 * How many rows of the period satisfy a condition. Without any row in the period nothing was recorded,
 * which is not zero.
 */
export function count(options: CountOptions): Figure {
  return {
    title: options.title,
    unit: options.unit,
    counts: options.counts,
    better: options.better ?? 'neither',
    form: 'amount',
    ...(options.target === undefined ? {} : { target: options.target }),
    measure: (rows, period, world): Measured => {
      const recorded = within(rows, options.happened, period);
      const counted = options.where
        ? recorded.filter((row) => options.where?.(row, world))
        : recorded;
      return {
        value: recorded.length === 0 ? undefined : counted.length,
        rows: counted.map((row) => row.id),
        ...(options.expected
          ? { expected: options.expected(period, world), recorded: recorded.length }
          : {}),
      };
    },
  };
}
