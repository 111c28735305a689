import { rowState, rowSummary, rowsHandedUp, withoutNames } from '#platform/documents/index.ts';
import type { Term } from '#schema/calendar.ts';
import type { Measured, Period } from '#schema/figure.ts';
import type { Register } from '#schema/register.ts';
import type { ReportSection } from '#schema/report.ts';
import { type Row, textAt } from '#schema/row.ts';
import type { World } from '#schema/rule.ts';
import { dayOf, type LocalDate, localDate } from '#schema/values.ts';
import { figuresByRegister, indicatorsOf, type RegisterFigures } from './indicators.ts';
import { type Shortcoming, shortcomingsOf } from './shortcomings.ts';
import { staffNames, type Team, teamsOn } from './staff.ts';
import { monthsOf } from './stretches.ts';
import { type TermDays, termDays } from './term-days.ts';
import type { TermFigure } from './term-figure.ts';
import { type Unfinished, unfinishedOf } from './unfinished.ts';

/** A happening from the rows that may stand in the report, if the director so decides. */
export interface Case {
  readonly day: LocalDate;
  readonly words: string;
  /** How it stands in the register: “已修好”. */
  readonly state: string;
}

/** A figure month by month: a line of 附表1. */
export interface Monthly {
  readonly figure: TermFigure;
  readonly months: readonly Measured[];
}

/** All that the term-end report says, before it becomes a paper. */
export interface TermReport {
  readonly schoolName: string;
  readonly department: string;
  readonly slogan: string;
  readonly today: LocalDate;
  readonly days: TermDays;
  readonly weeks: number;
  readonly teams: readonly Team[];
  readonly registers: readonly RegisterFigures[];
  readonly cases: ReadonlyMap<ReportSection, Case>;
  readonly indicators: readonly TermFigure[];
  readonly shortcomings: readonly Shortcoming[];
  /** What was handed up to the school and still waits, the oldest first, at most three. */
  readonly matters: readonly string[];
  readonly unfinished: readonly Unfinished[];
  readonly months: readonly Period[];
  readonly monthly: readonly Monthly[];
}

const mostMatters = 3;
/** A case that says less is none. */
const leastCaseCharacters = 8;

function dayIn(register: Register, row: Row): LocalDate | undefined {
  const day = localDate.safeParse(textAt(row, register.happened ?? '').slice(0, 10));
  return day.success ? day.data : undefined;
}

/** A case shows work that was done. */
function isGoodEnd(state: string): boolean {
  return /已|完成|办结|合格|正常/.test(state) && !/[不未待]/.test(state);
}

/** The latest well-filled row of a section's registers within the term. */
function caseOf(all: readonly RegisterFigures[], world: World, period: Period): Case | undefined {
  const names = staffNames(world);
  const candidates = all.flatMap(({ register }) =>
    world.rows(register.key).flatMap((row) => {
      const day = dayIn(register, row);
      const words = withoutNames(rowSummary(register, row), names);
      const state = rowState(register, row);
      if (day === undefined || day < period.from || day > period.to) return [];
      if (words.length < leastCaseCharacters || !isGoodEnd(state)) return [];
      const filled = Object.values(row.values).filter((value) => value !== undefined).length;
      return [{ day, words, state, filled: filled / Object.keys(register.columns).length }];
    }),
  );
  return candidates.toSorted((a, b) => b.filled - a.filled || (a.day < b.day ? 1 : -1))[0];
}

function casesOf(
  all: readonly RegisterFigures[],
  world: World,
  period: Period,
): TermReport['cases'] {
  const bySection = Map.groupBy(all, ({ section }) => section);
  return new Map(
    [...bySection].flatMap(([section, some]) => {
      const found = caseOf(some, world, period);
      return found ? [[section, found] as const] : [];
    }),
  );
}

function mattersOf(registers: readonly Register[], world: World): readonly string[] {
  const names = staffNames(world);
  return registers
    .flatMap((register) =>
      rowsHandedUp(register, world.rows(register.key)).flatMap((row) => {
        const words = withoutNames(rowSummary(register, row), names);
        return words === '' ? [] : [{ day: dayIn(register, row) ?? '', words }];
      }),
    )
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
    .slice(0, mostMatters)
    .map(({ words }) => words);
}

/**
 * What the report of a term says, of the registers that are switched on: figures up to today and of the last term over as many weeks, what fell
 * short, what is left undone. Pure: it reads nothing but its arguments.
 */
export function termReport(world: World, known: readonly Register[], term: Term): TermReport {
  const registers = known.filter(({ key }) => world.register(key) !== undefined);
  const today = dayOf(world.now);
  const days = termDays(world.calendar, term, today);
  const all = figuresByRegister(registers, days, world);
  const indicators = indicatorsOf(all);
  const months = monthsOf(days.now);
  return {
    schoolName: world.settings.text('schoolName'),
    department: world.settings.text('department'),
    slogan: world.settings.text('slogan'),
    today,
    days,
    weeks: world.calendar.weekOfTerm(days.now.to) ?? 0,
    teams: teamsOn(world, days.now.to, days.before?.to),
    registers: all,
    cases: casesOf(all, world, days.now),
    indicators,
    shortcomings: shortcomingsOf(all, world),
    matters: mattersOf(registers, world),
    unfinished: unfinishedOf(registers, world),
    months,
    monthly: indicators.map((figure) => ({
      figure,
      months: months.map((month) =>
        figure.figure.measure(world.rows(figure.register.key), month, world),
      ),
    })),
  };
}
