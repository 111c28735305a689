import { numberAt, type Row, textAt } from '../row.ts';
import type { World } from '../rule.ts';
import { plusDays } from '../time.ts';
import { type LocalDate, localDate } from '../values.ts';

/** The last day by which all are served: as said, else some days after the beginning. */
export function lastDayOf(distribution: Row, world: World): LocalDate | undefined {
  const until = localDate.safeParse(textAt(distribution, 'until'));
  if (until.success) return until.data;
  const from = localDate.safeParse(textAt(distribution, 'from'));
  return from.success
    ? plusDays(from.data, world.settings.number('distributions.servedDays'))
    : undefined;
}

/** Whom a distribution is for, by the name of the class; nobody in particular when only some are served. */
export function servedBy(world: World): (distribution: Row) => readonly string[] {
  const present = world
    .rows('classes')
    .filter((row) => textAt(row, 'name') !== '' && textAt(row, 'graduated') === '');
  return (distribution) => {
    const toWhom = textAt(distribution, 'toWhom');
    if (toWhom !== 'classes' && toWhom !== 'boarding') return [];
    return present
      .filter((row) => toWhom === 'classes' || (numberAt(row, 'boarders') ?? 0) > 0)
      .map((row) => textAt(row, 'name').trim());
  };
}
