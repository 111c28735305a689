import type { Term } from '../calendar.ts';
import type { World } from '../rule.ts';
import { plusDays } from '../time.ts';
import { dayOf, type LocalDate } from '../values.ts';

/** The term that today lies in, or the last one; none while 校历 has no term. */
export function termNow(world: World): Term | undefined {
  return world.calendar.termAt(dayOf(world.now));
}

/** The day so many days after the present term began. */
export function daysIntoTerm(world: World, days: number): LocalDate | undefined {
  const term = termNow(world);
  return term && plusDays(term.from, days);
}
