import {
  daysDone,
  firstDayDone,
  type Obligation,
  obligations,
  type Recurring,
} from '../calculations/cadence.ts';
import type { Figure, Measured, Period } from '../figure.ts';
import type { Label } from '../language.ts';
import type { World } from '../rule.ts';
import { plusDays } from '../time.ts';
import { dayOf, type LocalDate } from '../values.ts';
import { within } from './count.ts';

/**
 * The share, in percent, of what was due again and again that was done in its time. The share counts from the
 * first entry of the register; what was due before it shows in `expected`, so that the report can say that the
 * records are not whole.
 */
export function kept(options: {
  readonly title: Label;
  readonly counts: Label;
  readonly target?: number;
  readonly happened: string;
  /** Column that says what was done. */
  readonly of: string;
  readonly due: (world: World) => readonly Recurring[];
}): Figure {
  return {
    title: options.title,
    unit: { zh: '%', en: '%' },
    counts: options.counts,
    better: 'higher',
    form: 'share',
    ...(options.target === undefined ? {} : { target: options.target }),
    measure: (rows, period, world): Measured => {
      const done = daysDone(rows, options.happened, options.of);
      const began = firstDayDone(done);
      const all = obligations(options.due(world), done, judged(period, world), world.calendar);
      if (began === undefined)
        return { value: undefined, rows: [], expected: all.length, recorded: 0 };
      const whole = all.filter(({ span }) => span.from >= began);
      const part = whole.filter(isDone);
      return {
        value: whole.length === 0 ? undefined : (part.length / whole.length) * 100,
        part: part.length,
        whole: whole.length,
        rows: within(rows, options.happened, period).map(({ id }) => id),
        expected: all.length,
        recorded: all.filter(isDone).length,
      };
    },
  };
}

function isDone({ done }: Obligation): boolean {
  return done;
}

/** The days of a period that are over: what is due today is not late yet. */
function judged({ from, to }: Period, world: World): { from: LocalDate; to: LocalDate } {
  const yesterday = plusDays(dayOf(world.now), -1);
  return { from, to: to < yesterday ? to : yesterday };
}
