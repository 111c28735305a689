import type { Period } from '#schema/figure.ts';
import type { Register } from '#schema/register.ts';
import { textAt } from '#schema/row.ts';
import type { World } from '#schema/rule.ts';
import { daysFrom } from '#schema/time.ts';
import type { TermDays } from './term-days.ts';
import type { TermFigure } from './term-figure.ts';

/** School days of a period on which a register has no row; none if any row is there. */
function daysWithoutRows(register: Register, period: Period, world: World): number | undefined {
  const { happened } = register;
  if (happened === undefined) return undefined;
  const hasRows = world.rows(register.key).some((row) => {
    const day = textAt(row, happened).slice(0, 10);
    return day >= period.from && day <= period.to;
  });
  if (hasRows) return undefined;
  return daysFrom(period.from, period.to).filter((day) => world.calendar.isSchoolDay(day)).length;
}

/** Every figure of a register over the term, with what it is compared with. */
export function figuresOf(register: Register, days: TermDays, world: World): readonly TermFigure[] {
  const rows = world.rows(register.key);
  const missingDays = daysWithoutRows(register, days.now, world);
  const energy = register.report?.section === 'energy';
  return Object.entries(register.figures).map(([name, figure]) => ({
    register,
    name,
    figure,
    period: days.now,
    now: figure.measure(rows, days.now, world),
    ...(days.before ? { before: figure.measure(rows, days.before, world) } : {}),
    ...(energy && days.yearBefore
      ? { yearBefore: figure.measure(rows, days.yearBefore, world) }
      : {}),
    ...(missingDays === undefined ? {} : { missingDays }),
  }));
}
