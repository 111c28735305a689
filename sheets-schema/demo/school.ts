import type { SchoolCalendar } from '../calendar.ts';
import type { Columns } from '../columns.ts';
import type { Register } from '../register.ts';
import type { Values } from '../row.ts';
import type { LocalDate, LocalDateTime, RowId } from '../values.ts';

/** A repeatable stream of chance. */
export interface DemoChance {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number from low to high, both included. */
  between(low: number, high: number): number;
  pick<T>(from: readonly T[]): T;
  /** True in so many of 100 cases. */
  percent(chance: number): boolean;
}

/** The demo school: one seeded world that every register's demo rows are a function of. */
export interface DemoSchool {
  readonly name: string;
  /** The last day with rows: the day on which the demo is made. */
  readonly today: LocalDate;
  /** The first day with rows: two months earlier, or more. */
  readonly from: LocalDate;
  readonly now: LocalDateTime;
  /** Every register of the demo, for those that speak of all (设置). */
  readonly registers: readonly Register[];
  readonly calendar: SchoolCalendar;
  /** Chance of one register alone, so that adding a register changes no other. */
  chance(register: string): DemoChance;
  /**
   * Demo rows of another register, so that rows agree across registers; none when the demo lacks it.
   * A register must not reach itself.
   */
  rows(register: string): readonly Values<Columns>[];
  /** The id that a register's demo row has, by its place in the demo, for rows that come from another. */
  rowId(register: string, index: number): RowId;
  /** Days from `from` to `today`. */
  days(): readonly LocalDate[];
  isSchoolDay(day: LocalDate): boolean;
}
