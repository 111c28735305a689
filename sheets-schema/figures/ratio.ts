import type { Figure, Measured } from '../figure.ts';
import type { Label } from '../language.ts';
import type { Row } from '../row.ts';
import { within } from './count.ts';

/**
 * The share, in percent, of one amount in another, each summed over a period's rows: lamps that work of lamps looked
 * at. Rows that lack either amount are left out.
 */
export function ratio(options: {
  readonly title: Label;
  readonly counts: Label;
  readonly better?: Figure['better'];
  readonly target?: number;
  readonly happened: string;
  readonly part: (row: Row) => number | undefined;
  readonly whole: (row: Row) => number | undefined;
}): Figure {
  return {
    title: options.title,
    unit: { zh: '%', en: '%' },
    counts: options.counts,
    better: options.better ?? 'higher',
    form: 'share',
    ...(options.target === undefined ? {} : { target: options.target }),
    measure: (rows, period): Measured => {
      const known = within(rows, options.happened, period).flatMap((row) => {
        const [part, whole] = [options.part(row), options.whole(row)];
        return part === undefined || whole === undefined ? [] : [{ row, part, whole }];
      });
      const part = known.reduce((sum, one) => sum + one.part, 0);
      const whole = known.reduce((sum, one) => sum + one.whole, 0);
      return {
        value: whole === 0 ? undefined : (part / whole) * 100,
        part,
        whole,
        rows: known.map(({ row }) => row.id),
      };
    },
  };
}
