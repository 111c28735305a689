import type { Columns } from '../../columns.ts';
import type { Values } from '../../row.ts';
import type { LocalDate } from '../../values.ts';
import type { DemoChance, DemoSchool } from '../school.ts';

/** The time before the demo school's two months, that the reports speak of. */
export interface History {
  readonly school: DemoSchool;
  readonly from: LocalDate;
  /** School days before the two months, in order. */
  readonly days: readonly LocalDate[];
  chance(name: string): DemoChance;
  /** The rows of a register that are there without what is added. */
  readonly known: (register: string) => readonly Values<Columns>[];
}

/** One of the school days, so far into the time: 0 is the first, 1 the last. */
export function dayAt({ days }: Pick<History, 'days'>, share: number): LocalDate {
  const day = days[Math.min(days.length - 1, Math.floor(share * days.length))];
  if (day === undefined) throw new Error('demo: the history has no school day');
  return day;
}

/** What a history adds to the rows of a register. */
export type Added = readonly Values<Columns>[];
