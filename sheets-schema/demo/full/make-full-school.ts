import type { Columns } from '../../columns.ts';
import type { Register } from '../../register.ts';
import type { Values } from '../../row.ts';
import { daysFrom, plusDays } from '../../time.ts';
import type { LocalDate } from '../../values.ts';
import { demoChance } from '../chance.ts';
import type { DemoEntry } from '../entry.ts';
import { type DemoOptions, makeDemoSchool } from '../make-school.ts';
import { demoRowId } from '../row-id.ts';
import { carriedForward } from './carried-forward.ts';
import { countedDown, risesOf } from './counters.ts';
import type { Added, History } from './history.ts';
import { addedMovements, addedProgress, addedProjects } from './project.ts';
import { addedPlacements, addedRuns } from './publicity.ts';
import { addedRepairs } from './repairs.ts';
import { earlier, eventfulOf, stretchDays } from './stretches.ts';
import { addedAttendance, addedTrainings } from './trainings.ts';
import { addedVisitors } from './visitors.ts';
import { addedFavours, addedFinds, addedSurveys } from './voice.ts';

/** Stretches of eight weeks before the two months: together the eighteen months that R3 speaks of. */
const stretchesBefore = 9;

/** What the reports tell beside the school's everyday, by register. */
const added: Readonly<Record<string, (history: History) => Added>> = {
  repairs: addedRepairs,
  visitors: addedVisitors,
  projects: addedProjects,
  projectProgress: addedProgress,
  movements: addedMovements,
  publicityRuns: addedRuns,
  publicityPlacements: addedPlacements,
  trainings: addedTrainings,
  attendance: addedAttendance,
  surveys: addedSurveys,
  lostAndFound: addedFinds,
  favours: addedFavours,
};

/** Kinds of rows that do not repeat every eight weeks, since the reports count them. */
const once: Readonly<Record<string, (values: Values<Columns>) => boolean>> = {
  // Once a year, a term or a month.
  appraisals: () => true,
  assetCounts: () => true,
  distributions: () => true,
  equipment: () => true,
  financeBook: () => true,
  handouts: () => true,
  peerRatings: () => true,
  peerTicks: () => true,
  planTasks: () => true,
  pledges: () => true,
  regulationReadings: () => true,
  uniforms: () => true,
  // What nobody has decided or delivered is so today, not every eight weeks.
  purchaseRequests: ({ name }) => /^SG-(逾期|待批)/.test(String(name)),
  publicityRuns: () => true,
  publicityPlacements: () => true,
  trainings: ({ kind }) => kind === 'guard' || kind === 'fire',
  attendance: ({ training }) => /保安业务培训|消防第一课/.test(String(training)),
  surveys: ({ kind }) => kind === 'forum',
  lostAndFound: ({ kind, amount }) =>
    kind === 'phone' || kind === 'wallet' || kind === 'cash' || amount !== undefined,
  favours: ({ kind }) => kind === 'hospital' || kind === 'window',
};

/** The demo school with eighteen months behind it. */
export interface FullSchool {
  /** The first day with rows. */
  readonly from: LocalDate;
  /** From this day on every row is judged; what is older came in by import and is in 试运行. */
  readonly judgedFrom: LocalDate;
  /** In the order in which they happened. */
  entries(register: string): readonly DemoEntry[];
}

/**
 * The demo school 青山中学 with the eighteen months that R3 speaks of, and the figures that R1 to R3 name: its two
 * months, the same everyday before them, and what the reports tell.
 */
export function makeFullSchool(options: DemoOptions): FullSchool {
  const { seed, registers } = options;
  const school = makeDemoSchool(options);
  const eventful = eventfulOf(registers);
  const from = plusDays(school.from, -stretchDays * stretchesBefore);
  const stretchEnd = plusDays(school.from, stretchDays);
  const rise = risesOf(school);
  const everyday = kept((key) => everydayOf(registerOf(registers, key)));

  function everydayOf(register: Register): readonly DemoEntry[] {
    const recent = school
      .rows(register.key)
      .map(
        (values, index): DemoEntry => ({
          id: demoRowId(seed, register.key, index),
          values: register.key === 'settings' ? onTrial(values, school.from) : values,
        }),
      )
      .filter(({ values }) => register.key !== 'financeBook' || isWholeMonth(values, school.from));
    if (!eventful.has(register.key)) return recent;
    const { happened = '' } = register;
    const days = recent.filter(
      ({ values }) =>
        once[register.key]?.(values) !== true && String(values[happened] ?? '') < stretchEnd,
    );
    const closing =
      register.key === 'movements'
        ? carriedForward(seed, days, everyday('items'), plusDays(stretchEnd, -1))
        : [];
    const stretches = Array.from(
      { length: stretchesBefore },
      (_, index) => stretchesBefore - index,
    );
    return [
      ...stretches.flatMap((back) =>
        [...days, ...closing].map((entry) =>
          countedDown(register.key, earlier(register, entry, back, eventful), back, rise),
        ),
      ),
      ...recent,
    ];
  }

  const history: History = {
    school,
    from,
    days: daysFrom(from, plusDays(school.from, -1)).filter((day) => school.isSchoolDay(day)),
    chance: (name) => demoChance(seed, `full ${name}`),
    known: (key) => everyday(key).map(({ values }) => values),
  };

  const entries = kept((key) => {
    const more = (added[key]?.(history) ?? []).map(
      (values, index): DemoEntry => ({ id: demoRowId(seed, `${key} told`, index), values }),
    );
    const happened = registerOf(registers, key).happened;
    return more.length === 0 || happened === undefined
      ? everyday(key)
      : [...everyday(key), ...more].toSorted((a, b) => before(a, b, happened));
  });
  return { from, judgedFrom: school.from, entries };
}

function registerOf(registers: readonly Register[], key: string): Register {
  const register = registers.find((candidate) => candidate.key === key);
  if (!register) throw new Error(`demo: there is no register ${key}`);
  return register;
}

/** Makes what is asked for once. */
function kept<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

/** The finance office's figures of the month in which the two months begin are those of a part of it. */
function isWholeMonth({ month }: Values<Columns>, from: LocalDate): boolean {
  return month !== `${Number(from.slice(0, 4))}年${Number(from.slice(5, 7))}月`;
}

/** 试运行 until the two months that are judged. */
function onTrial(values: Values<Columns>, until: LocalDate): Values<Columns> {
  return String(values.key).endsWith('.quietUntil')
    ? { ...values, value: until, noted: until }
    : values;
}

function before(a: DemoEntry, b: DemoEntry, happened: string): number {
  const [first, second] = [String(a.values[happened] ?? ''), String(b.values[happened] ?? '')];
  return first < second ? -1 : first > second ? 1 : 0;
}
