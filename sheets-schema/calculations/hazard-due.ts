import { momentAt, type Row, textAt, valueAt } from '../row.ts';
import type { World } from '../rule.ts';
import { minutesBetween, plusDays } from '../time.ts';
import { dayOf, type LocalDate, type LocalDateTime, localDate } from '../values.ts';
import type { Risk } from './checklist.ts';

/** Whether it is mended, verified or not. */
export const isMended = (row: Row): boolean => textAt(row, 'mended') !== '';

/** Whether another person has verified it and closed it. */
export const isClosed = (row: Row): boolean => valueAt(row, 'state') === 'closed';

/** The last day on which a hazard of a risk is to be mended, by the school's own times. */
export function dueFor(risk: Risk, reported: LocalDateTime, world: World): LocalDate {
  return plusDays(dayOf(reported), world.settings.number(`hazards.${risk}Days`));
}

/** The day by which a hazard is to be mended: as set, or by its risk (medium while nobody has judged it). */
export function dueOf(row: Row, world: World): LocalDate | undefined {
  const set = localDate.safeParse(valueAt(row, 'due'));
  if (set.success) return set.data;
  const reported = momentAt(row, 'reported');
  const risks: readonly Risk[] = ['low', 'medium', 'high'];
  const risk = risks.find((one) => one === valueAt(row, 'risk')) ?? 'medium';
  return reported === undefined ? undefined : dueFor(risk, reported, world);
}

/** Whether it was mended by the day it was due. */
export function isMendedInTime(row: Row, world: World): boolean {
  const due = dueOf(row, world);
  return isMended(row) && due !== undefined && textAt(row, 'mended').slice(0, 10) <= due;
}

/** Whether it is open, and was reported so long ago that it must have an owner and a risk. */
export function mustBeAssigned(row: Row, world: World): boolean {
  const reported = momentAt(row, 'reported');
  if (reported === undefined || isClosed(row)) return false;
  const { settings, now } = world;
  const minutes = minutesBetween(reported, now, settings.text('timeZone'));
  return minutes > settings.number('hazards.assignHours') * 60;
}
