import type { Columns } from '#schema/columns.ts';
import type { Period } from '#schema/figure.ts';
import type { Register } from '#schema/register.ts';
import type { Row, Values } from '#schema/row.ts';
import type { World } from '#schema/rule.ts';
import { autumn, day } from './autumn.ts';
import { findingsOf, rowsOf, ruleOf, worldWith } from './made.ts';

/** Rows of other registers, and the moment, of a made-up school in the autumn of 2026. */
export interface Around {
  readonly others?: Readonly<Record<string, readonly Values<Columns>[]>>;
  readonly now?: string;
}

/** A finding says where, what and how to mend in so many characters. */
const longestMessage = 30;

/** November 2026. */
export const november: Period = { from: day('2026-11-01'), to: day('2026-11-30') };

/** A world of the autumn of 2026 in which a register has these rows. */
export function worldAround(
  register: Register,
  rows: readonly Row[],
  { others = {}, now }: Around = {},
): World {
  const made = Object.entries(others).map(([key, values]) => [key, rowsOf(...values)] as const);
  return worldWith(
    { calendar: autumn, ...Object.fromEntries(made), [register.key]: rows },
    now === undefined ? {} : { now },
  );
}

/** What a rule says: the place of the row, or what the finding is about, and the words. */
export function says(
  register: Register,
  rule: string,
  values: readonly Values<Columns>[],
  around: Around = {},
): readonly (readonly [number | string | undefined, string])[] {
  const rows = rowsOf(...values);
  const world = worldAround(register, rows, around);
  return findingsOf(ruleOf(register, rule), register, rows, world).map(
    ({ place, about, says: words }) => {
      if ([...words].length > longestMessage)
        throw new Error(`longer than a finding may be: ${words}`);
      return [place ?? about, words] as const;
    },
  );
}

/** A figure over November 2026: its value, or the part and the whole of a share. */
export function measured(
  register: Register,
  figure: string,
  values: readonly Values<Columns>[],
  around: Around & { readonly period?: Period } = {},
): number | undefined | readonly [number | undefined, number | undefined] {
  const rows = rowsOf(...values);
  const world = worldAround(register, rows, around);
  const found = register.figures[figure];
  if (!found) throw new Error(`${register.key} has no figure ${figure}`);
  const { value, part, whole } = found.measure(rows, around.period ?? november, world);
  return found.form === 'share' ? [part, whole] : value;
}

/** The lines that a register gives the plan of December 2026: what, by whom, by when. */
export function planned(
  register: Register,
  values: readonly Values<Columns>[],
  around: Around & { readonly month?: string } = {},
): readonly (readonly [string, string, string])[] {
  const rows = rowsOf(...values);
  const month = around.month ?? '2026-12';
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0))
    .toISOString()
    .slice(0, 10);
  return (
    register.plan?.tasks?.(
      rows,
      { month, from: day(`${month}-01`), to: day(last) },
      worldAround(register, rows, around),
    ) ?? []
  ).map(({ what, owner, due }) => [what, owner, due] as const);
}
