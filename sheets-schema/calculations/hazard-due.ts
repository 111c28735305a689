import type { World } from '../rule.ts';
import { plusDays } from '../time.ts';
import { dayOf, type LocalDate, type LocalDateTime } from '../values.ts';
import type { Risk } from './checklist.ts';

/** The last day on which a hazard of a risk is to be mended, by the school's own times. */
export function dueFor(risk: Risk, reported: LocalDateTime, world: World): LocalDate {
  return plusDays(dayOf(reported), world.settings.number(`hazards.${risk}Days`));
}
