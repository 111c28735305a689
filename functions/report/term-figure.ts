import type { Figure, Measured, Period } from '#schema/figure.ts';
import type { Register } from '#schema/register.ts';

/** Below this share of the expected entries a figure carries “登记不全” (papers.md). */
const fullEnough = 0.8;

/** One figure of a register over a term, with what it is compared with. */
export interface TermFigure {
  readonly register: Register;
  readonly name: string;
  readonly figure: Figure;
  readonly period: Period;
  readonly now: Measured;
  /** The last term over the same number of weeks; absent in the first term. */
  readonly before?: Measured;
  /** The same term a year ago over the same weeks: for water, power and heat. */
  readonly yearBefore?: Measured;
  /** School days of the period without a row; absent when the register has rows. */
  readonly missingDays?: number;
}

/** The stable key of a figure across runs. */
export function keyOf(figure: TermFigure): string {
  return `${figure.register.key}.${figure.name}`;
}

/** Whether fewer than four fifths of the expected entries are there. */
export function isIncomplete(measured: Measured): boolean {
  const { expected, recorded } = measured;
  return (
    expected !== undefined &&
    recorded !== undefined &&
    expected > 0 &&
    recorded / expected < fullEnough
  );
}

/** Whether a figure holds against its target; `undefined` without target or value. */
export function meetsTarget(figure: Figure, measured: Measured): boolean | undefined {
  if (figure.target === undefined || measured.value === undefined) return undefined;
  return figure.better === 'lower'
    ? measured.value <= figure.target
    : measured.value >= figure.target;
}
