import type { Register } from '#schema/register.ts';
import { type ReportSection, reportSections } from '#schema/report.ts';
import type { World } from '#schema/rule.ts';
import type { TermDays } from './term-days.ts';
import type { TermFigure } from './term-figure.ts';
import { figuresOf } from './term-figures.ts';

/** 表2 holds at most so many rows (papers.md: 12–18). */
const mostIndicators = 18;

/** A register's figures together with its place in the report. */
export interface RegisterFigures {
  readonly register: Register;
  readonly section: ReportSection;
  readonly figures: readonly TermFigure[];
}

const sectionOrder = Object.keys(reportSections);

/** The figures of every register that has a share of the report, in the order of its sections. */
export function figuresByRegister(
  registers: readonly Register[],
  days: TermDays,
  world: World,
): readonly RegisterFigures[] {
  return registers
    .flatMap((register) =>
      register.report === undefined
        ? []
        : [
            {
              register,
              section: register.report.section,
              figures: figuresOf(register, days, world),
            },
          ],
    )
    .toSorted((a, b) => sectionOrder.indexOf(a.section) - sectionOrder.indexOf(b.section));
}

/** The rows of 表2, in order; where there are too many, those with a target and a value stay. */
export function indicatorsOf(all: readonly RegisterFigures[]): readonly TermFigure[] {
  const named = all.flatMap(({ register, figures }) =>
    (register.report?.indicators ?? []).flatMap(
      (name) => figures.find((figure) => figure.name === name) ?? [],
    ),
  );
  if (named.length <= mostIndicators) return named;
  const weight = (figure: TermFigure) =>
    (figure.now.value === undefined ? 0 : 2) + (figure.figure.target === undefined ? 0 : 1);
  const kept = new Set(named.toSorted((a, b) => weight(b) - weight(a)).slice(0, mostIndicators));
  return named.filter((figure) => kept.has(figure));
}
