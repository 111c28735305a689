import type { Figure, Measured } from '../figure.ts';
import type { Label } from '../language.ts';
import type { Row } from '../row.ts';
import type { World } from '../rule.ts';
import { within } from './count.ts';

/** The share, in percent, of a period's rows that satisfy a condition, among those it applies to. */
export function share(options: {
  readonly title: Label;
  readonly counts: Label;
  readonly better?: Figure['better'];
  readonly target?: number;
  readonly happened: string;
  /** Rows the share speaks of; all of the period when absent. */
  readonly among?: (row: Row, world: World) => boolean;
  readonly where: (row: Row, world: World) => boolean;
}): Figure {
  return {
    title: options.title,
    unit: { zh: '%', en: '%' },
    counts: options.counts,
    better: options.better ?? 'higher',
    form: 'share',
    ...(options.target === undefined ? {} : { target: options.target }),
    measure: (rows, period, world): Measured => {
      const whole = within(rows, options.happened, period).filter(
        (row) => options.among?.(row, world) ?? true,
      );
      const part = whole.filter((row) => options.where(row, world));
      return {
        value: whole.length === 0 ? undefined : (part.length / whole.length) * 100,
        part: part.length,
        whole: whole.length,
        rows: part.map((row) => row.id),
      };
    },
  };
}
