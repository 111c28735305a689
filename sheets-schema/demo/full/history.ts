import type { Columns } from '../../columns.ts';
import type { Values } from '../../row.ts';
import { plusDays } from '../../time.ts';
import type { LocalDate } from '../../values.ts';
import { twoMonthsBefore } from '../make-school.ts';
import type { DemoChance, DemoSchool } from '../school.ts';

/** A year after the opening the repair team was tripled and the guards were renewed. */
const yearDays = 365;

/** A register's rows of the school's everyday, to which something is added. */
export interface History {
  readonly school: DemoSchool;
  /** School days before the last two months, in order. */
  readonly days: readonly LocalDate[];
  /** The day after the first year. */
  readonly yearOver: LocalDate;
  chance(name: string): DemoChance;
  /** The register's rows that are there without what is added. */
  readonly known: readonly Values<Columns>[];
}

/** What a history adds to the rows of a register. */
export type Added = readonly Values<Columns>[];

export function historyOf(school: DemoSchool, known: readonly Values<Columns>[]): History {
  const recent = twoMonthsBefore(school.today);
  return {
    school,
    days: school.days().filter((day) => day < recent && school.isSchoolDay(day)),
    yearOver: plusDays(school.from, yearDays),
    chance: (name) => school.chance(`full ${name}`),
    known,
  };
}

/** One of the school days, so far into the time: 0 is the first, 1 the last. */
export function dayAt({ days }: Pick<History, 'days'>, share: number): LocalDate {
  const day = days[Math.min(days.length - 1, Math.floor(share * days.length))];
  if (day === undefined) throw new Error('demo: the history has no school day');
  return day;
}
