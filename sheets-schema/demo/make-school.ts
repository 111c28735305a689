import type { Columns } from '../columns.ts';
import type { Register } from '../register.ts';
import type { Values } from '../row.ts';
import { schoolCalendar } from '../school-calendar.ts';
import { daysFrom, daysOfMonth, plusMonths } from '../time.ts';
import { type LocalDate, type LocalDateTime, localDate, localDateTime } from '../values.ts';
import { demoCalendar } from './calendar.ts';
import { demoChance } from './chance.ts';
import { demoRowId } from './row-id.ts';
import type { DemoSchool } from './school.ts';

/** What a demo school is made of; the same options give the same school. */
export interface DemoOptions {
  readonly seed: number;
  /** The last day with rows. */
  readonly today: LocalDate;
  /** The moment at which the demo is made; 09:00 of today when absent. */
  readonly now?: LocalDateTime;
  readonly registers: readonly Register[];
  /** The first day with rows; two months before the last when absent. */
  readonly from?: LocalDate;
  /** What becomes of a register's everyday rows, by register, where more is told of the school than its everyday. */
  readonly told?: Readonly<Record<string, Telling>>;
}

/** Makes the rows of a register out of its everyday ones; must not ask the school for the same register. */
export type Telling = (
  school: DemoSchool,
  everyday: readonly Values<Columns>[],
) => readonly Values<Columns>[];

/**
 * The demo school 青山中学, a boarding middle school, two months into its records unless it begins earlier.
 *
 * Pure and lazy: a register's rows are made when first asked for and kept, so that registers that
 * look at each other agree.
 * @throws when a register's demo rows need themselves.
 */
export function makeDemoSchool(options: DemoOptions): DemoSchool {
  const { seed, today, now, registers, told = {} } = options;
  const from = options.from ?? twoMonthsBefore(today);
  const calendar = schoolCalendar(
    demoCalendar(today, from).map((line) => ({ values: { ...line } })),
    () => undefined,
  );
  const made = new Map<string, readonly Values<Columns>[]>();
  const beingMade = new Set<string>();
  const school: DemoSchool = {
    name: '青山中学',
    today,
    from,
    now: now ?? localDateTime.parse(`${today}T09:00:00`),
    registers,
    calendar,
    chance: (register) => demoChance(seed, register),
    rows: (key) => {
      const known = made.get(key);
      if (known) return known;
      const register = registers.find((candidate) => candidate.key === key);
      if (!register) return [];
      if (beingMade.has(key)) throw new Error(`demo: the rows of ${key} need themselves`);
      beingMade.add(key);
      const everyday = register.demo(school);
      const rows = told[key]?.(school, everyday) ?? everyday;
      beingMade.delete(key);
      made.set(key, rows);
      return rows;
    },
    rowId: (register, index) => demoRowId(seed, register, index),
    days: () => daysFrom(from, today),
    isSchoolDay: (day) => calendar.isSchoolDay(day),
  };
  return school;
}

/** The same day two months earlier, or the last of that month when it is shorter. */
export function twoMonthsBefore(day: LocalDate): LocalDate {
  const { to } = daysOfMonth(plusMonths(day.slice(0, 7), -2));
  const same = `${to.slice(0, 8)}${day.slice(8)}`;
  return same < to ? localDate.parse(same) : to;
}
