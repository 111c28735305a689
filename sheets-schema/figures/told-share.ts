import type { Figure, Measured } from '../figure.ts';
import type { Label } from '../language.ts';
import type { Row } from '../row.ts';
import type { World } from '../rule.ts';
import { within } from './count.ts';

/**
 * The share, in percent, of a period's rows that are so, where telling needs other rows: `tells` is made ready once
 * for all of them and says `undefined` of a row that the share does not speak of.
 */
export function toldShare(options: {
  readonly title: Label;
  readonly counts: Label;
  readonly better?: Figure['better'];
  readonly target?: number;
  readonly happened: string;
  readonly tells: (rows: readonly Row[], world: World) => (row: Row) => boolean | undefined;
}): Figure {
  return {
    title: options.title,
    unit: { zh: '%', en: '%' },
    counts: options.counts,
    better: options.better ?? 'higher',
    form: 'share',
    ...(options.target === undefined ? {} : { target: options.target }),
    measure: (rows, period, world): Measured => {
      const tell = options.tells(rows, world);
      const told = within(rows, options.happened, period).map((row) => ({ row, so: tell(row) }));
      const whole = told.filter(({ so }) => so !== undefined);
      const part = whole.filter(({ so }) => so === true);
      return {
        value: whole.length === 0 ? undefined : (part.length / whole.length) * 100,
        part: part.length,
        whole: whole.length,
        rows: part.map(({ row }) => row.id),
      };
    },
  };
}
