import { withoutNames } from '#platform/documents/index.ts';
import type { Measured, Period } from '#schema/figure.ts';
import type { ReportSection } from '#schema/report.ts';
import { type Row, textAt } from '#schema/row.ts';
import type { World } from '#schema/rule.ts';
import type { RegisterFigures } from './indicators.ts';
import { staffNames } from './staff.ts';
import { monthsOf, weeksOf } from './stretches.ts';
import { isIncomplete, meetsTarget, type TermFigure } from './term-figure.ts';

/** Five at most, from at least three areas where there are so many (papers.md). */
const mostShortcomings = 5;
const leastAreas = 3;

/** What fell short in the term. */
export interface Shortcoming {
  readonly kind: 'missed' | 'faded';
  readonly figure: TermFigure;
  readonly section: ReportSection;
  readonly says: string;
  readonly effect: string;
  readonly measure: string;
  /** What the rows themselves name as the cause, the commonest first. */
  readonly causes: readonly { readonly words: string; readonly rows: number }[];
  /** Weight: size of the miss × months it lasted. */
  readonly weight: number;
  /** For a register that faded: the week after which, and the rate since. */
  readonly faded?: { readonly week: number; readonly rate: number };
}

function missBy(found: TermFigure): number {
  const { target, form } = found.figure;
  const { value } = found.now;
  if (target === undefined || value === undefined) return 0;
  const scale = form === 'share' ? 100 : Math.max(Math.abs(target), 1);
  return Math.min(1, Math.abs(value - target) / scale);
}

function monthsMissed(found: TermFigure, world: World): number {
  const rows = world.rows(found.register.key);
  const missed = monthsOf(found.period).filter(
    (month) => meetsTarget(found.figure, found.figure.measure(rows, month, world)) === false,
  );
  return Math.max(1, missed.length);
}

/** Columns in which staff write why: 原因. */
function causesIn(found: TermFigure, world: World): Shortcoming['causes'] {
  const { register, period } = found;
  const { happened } = register;
  const columns = Object.entries(register.columns)
    .filter(([, column]) => column.kind === 'text' && column.title.zh.includes('原因'))
    .map(([name]) => name);
  if (happened === undefined || columns.length === 0) return [];
  const isWithin = (row: Row) => {
    const day = textAt(row, happened).slice(0, 10);
    return day >= period.from && day <= period.to;
  };
  const names = staffNames(world);
  const said = world
    .rows(register.key)
    .filter(isWithin)
    .flatMap((row) => columns.map((name) => textAt(row, name).trim()))
    .filter((words) => words !== '');
  return [...Map.groupBy(said, (words) => words)]
    .map(([words, same]) => ({ words: withoutNames(words, names), rows: same.length }))
    .toSorted((a, b) => b.rows - a.rows)
    .slice(0, 2);
}

function missedTargets(all: readonly RegisterFigures[], world: World): readonly Shortcoming[] {
  return all.flatMap(({ register, section, figures }) =>
    Object.entries(register.report?.shortcomings ?? {}).flatMap(([name, words]) => {
      const found = figures.find((figure) => figure.name === name);
      if (!found || !words || meetsTarget(found.figure, found.now) !== false) return [];
      return [
        {
          kind: 'missed' as const,
          figure: found,
          section,
          ...words,
          causes: causesIn(found, world),
          weight: missBy(found) * monthsMissed(found, world),
        },
      ];
    }),
  );
}

function rateOf({ expected, recorded }: Measured): number | undefined {
  return expected === undefined || recorded === undefined || expected === 0
    ? undefined
    : (recorded / expected) * 100;
}

/** The week after which less than four fifths was recorded until the end, with the rate since. */
function fadedAfter(
  found: TermFigure,
  period: Period,
  world: World,
): Shortcoming['faded'] | undefined {
  const rows = world.rows(found.register.key);
  const weeks = weeksOf(period);
  const full = weeks.map((week) => !isIncomplete(found.figure.measure(rows, week, world)));
  const lastFull = full.lastIndexOf(true);
  const next = weeks[lastFull + 1];
  if (lastFull === -1 || next === undefined) return undefined;
  const since = rateOf(found.figure.measure(rows, { from: next.from, to: period.to }, world));
  return since === undefined ? undefined : { week: lastFull + 1, rate: since };
}

/** A register that is kept worse and worse is itself a shortcoming (C5, papers.md). */
function fadedRegisters(all: readonly RegisterFigures[], world: World): readonly Shortcoming[] {
  return all.flatMap(({ section, figures }) => {
    const found = figures.find((figure) => isIncomplete(figure.now));
    const rate = found && rateOf(found.now);
    if (!found || rate === undefined) return [];
    const faded = fadedAfter(found, found.period, world);
    return [
      {
        kind: 'faded' as const,
        figure: found,
        section,
        says: `${found.register.title.zh}${found.now.recorded === 0 ? '没有登记' : '登记不全'}`,
        effect: '缺登记的日子无法说明工作是否做到',
        measure: `每天核对${found.register.title.zh}，缺漏的当天补记`,
        causes: [],
        weight: (1 - rate / 100) * Math.max(1, monthsOf(found.period).length / 2),
        ...(faded ? { faded } : {}),
      },
    ];
  });
}

/** The shortcomings of a term, worst first: by size of the miss × how long, from several areas. */
export function shortcomingsOf(
  all: readonly RegisterFigures[],
  world: World,
): readonly Shortcoming[] {
  const candidates = [...missedTargets(all, world), ...fadedRegisters(all, world)].toSorted(
    (a, b) => b.weight - a.weight,
  );
  const areas = new Set<ReportSection>();
  const fromAreas = candidates.filter(({ section }) => {
    if (areas.size >= leastAreas || areas.has(section)) return false;
    areas.add(section);
    return true;
  });
  const rest = candidates.filter((candidate) => !fromAreas.includes(candidate));
  return [...fromAreas, ...rest].slice(0, mostShortcomings).toSorted((a, b) => b.weight - a.weight);
}
