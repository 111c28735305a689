import type { Columns } from '#schema/columns.ts';
import type { Severity } from '#schema/finding.ts';
import type { Register } from '#schema/register.ts';
import type { Values } from '#schema/row.ts';
import { findingsOf, rowsOf, ruleOf } from '../made.ts';
import { type Around, worldAround } from '../said.ts';

/** The place of the row or what the finding is about, the column where it stands, how grave it is, the words. */
export type Told = readonly [number | string | undefined, string | undefined, Severity, string];

/** All that a rule of a register says of rows, in a made-up school on 24 November 2026 at nine. */
export function told(
  register: Register,
  rule: string,
  values: readonly Values<Columns>[],
  around: Around = {},
): readonly Told[] {
  const rows = rowsOf(...values);
  const world = worldAround(register, rows, around);
  return findingsOf(ruleOf(register, rule), register, rows, world).map(
    ({ place, about, column, severity, says }): Told => [place ?? about, column, severity, says],
  );
}

/** What the findings are about, or the places of their rows. */
export function whereTold(found: readonly Told[]): readonly (number | string | undefined)[] {
  return found.map(([where]) => where);
}
