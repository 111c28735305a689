import { reachedBy } from '../calculations/quality-figures.ts';
import type { Figure } from '../figure.ts';
import type { Row } from '../row.ts';

/** The share of the targets with a value that were met in the present term, whatever the period. */
export function targetsMet(
  options: Pick<Figure, 'title' | 'counts' | 'target'> & {
    readonly among?: (row: Row) => boolean;
  },
): Figure {
  return {
    title: options.title,
    unit: { zh: '%', en: '%' },
    counts: options.counts,
    better: 'higher',
    form: 'share',
    ...(options.target === undefined ? {} : { target: options.target }),
    measure: (rows, _period, world) => {
      const reached = reachedBy(world);
      const told = rows
        .filter((row) => options.among?.(row) ?? true)
        .map((row) => ({ row, met: reached(row)?.met }));
      const whole = told.filter(({ met }) => met !== undefined);
      const part = whole.filter(({ met }) => met === true);
      return {
        value: whole.length === 0 ? undefined : (part.length / whole.length) * 100,
        part: part.length,
        whole: whole.length,
        rows: part.map(({ row }) => row.id),
      };
    },
  };
}
