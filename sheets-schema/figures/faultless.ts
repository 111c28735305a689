import type { Figure, Measured } from '../figure.ts';
import type { Label } from '../language.ts';
import type { Register } from '../register.ts';
import { frameRules } from '../rules/frame.ts';
import { within } from './count.ts';

/** The share, in percent, of a period's rows that no rule says must be mended. */
export function faultless(options: {
  readonly title: Label;
  readonly counts: Label;
  readonly happened: string;
  readonly target?: number;
  /** The register whose rules are asked; a function, since the figure is part of it. */
  readonly register: () => Register;
}): Figure {
  return {
    title: options.title,
    unit: { zh: '%', en: '%' },
    counts: options.counts,
    better: 'higher',
    form: 'share',
    ...(options.target === undefined ? {} : { target: options.target }),
    measure: (rows, period, world): Measured => {
      const register = options.register();
      const faulty = new Set(
        [...frameRules(register), ...register.rules]
          .flatMap((rule) => rule.check(register, rows, world))
          .filter(({ severity }) => severity === 'must')
          .map(({ row }) => row),
      );
      const whole = within(rows, options.happened, period);
      const part = whole.filter(({ id }) => !faulty.has(id));
      return {
        value: whole.length === 0 ? undefined : (part.length / whole.length) * 100,
        part: part.length,
        whole: whole.length,
        rows: part.map(({ id }) => id),
      };
    },
  };
}
