import type { LocalDate } from '../values.ts';
import type { Duty } from './duties.ts';
import type { DayKind } from './posts.ts';

/** What somebody has on a roster so far. */
export interface Share {
  /** In the order in which they were given. */
  readonly duties: readonly Duty[];
  /** Duties by what the day was. */
  readonly workday: number;
  readonly weekend: number;
  readonly holiday: number;
}

const nothing: Share = { duties: [], workday: 0, weekend: 0, holiday: 0 };

/** Keeps who has how much while a roster grows. */
export interface Tally {
  add(duty: Duty): void;
  of(person: string): Share;
}

/** A tally that starts with some duties. */
export function createTally(duties: readonly Duty[], kindOf: (day: LocalDate) => DayKind): Tally {
  const shares = new Map<string, Share & { duties: Duty[] }>();
  const tally: Tally = {
    add: (duty) => {
      const share = shares.get(duty.person) ?? { ...nothing, duties: [] };
      share.duties.push(duty);
      const kind = kindOf(duty.day);
      shares.set(duty.person, { ...share, [kind]: share[kind] + 1 });
    },
    of: (person) => shares.get(person) ?? nothing,
  };
  for (const duty of duties) tally.add(duty);
  return tally;
}
