import type { Finding } from '../finding.ts';
import type { Register } from '../register.ts';
import type { World } from '../rule.ts';
import { choiceOf, type MailChoice, mayStop } from './choices.ts';
import { dayText } from './day-text.ts';
import { openMatters } from './matters.ts';
import { ownMatters, type PersonsMatters } from './own-matters.ts';
import { staffToday } from './staff.ts';

/** Today for one person: what their morning mail says, whole, and the day's text for a group. */
export interface Today extends PersonsMatters {
  readonly dayText: string;
  readonly choice: MailChoice;
  readonly mayStop: boolean;
}

/** Today for the person of a row in 人员; nothing when they are not at work there any more. */
export function todayFor(
  person: string,
  registers: readonly Register[],
  world: World,
  isAccepted: (finding: Finding) => boolean,
): Today | undefined {
  const self = staffToday(world).find(({ id }) => id === person);
  // Asked for before anything is known of the person, so that all registers are read at once.
  const matters = openMatters(registers, world, isAccepted);
  const own = ownMatters(matters, world).find((each) => each.person.id === person);
  if (self === undefined) return undefined;
  return {
    person: self,
    matters: own?.matters ?? [],
    dayText: dayText(matters, world),
    choice: choiceOf(self, world),
    mayStop: mayStop(self, world),
  };
}
