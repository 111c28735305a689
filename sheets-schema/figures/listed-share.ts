import type { Figure, Measured } from '../figure.ts';
import type { Label } from '../language.ts';
import type { Row } from '../row.ts';
import type { World } from '../rule.ts';

/** The share, in percent, of a list's rows that satisfy a condition, whatever the period: a list has no days. */
export function listedShare(options: {
  readonly title: Label;
  readonly counts: Label;
  readonly better?: Figure['better'];
  readonly target?: number;
  /** Rows the share speaks of; all when absent. */
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
    measure: (rows, _period, world): Measured => {
      const whole = rows.filter((row) => options.among?.(row, world) ?? true);
      const part = whole.filter((row) => options.where(row, world));
      return {
        value: whole.length === 0 ? undefined : (part.length / whole.length) * 100,
        part: part.length,
        whole: whole.length,
        rows: part.map(({ id }) => id),
      };
    },
  };
}
