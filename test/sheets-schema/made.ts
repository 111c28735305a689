import type { Columns } from '#schema/columns.ts';
import { demoRowId } from '#schema/demo/row-id.ts';
import type { Finding } from '#schema/finding.ts';
import type { Register } from '#schema/register.ts';
import { registers } from '#schema/registers/index.ts';
import type { Row, Unreadable, Values } from '#schema/row.ts';
import type { Rule, World } from '#schema/rule.ts';
import type { PublicHoliday } from '#schema/school-calendar.ts';
import { type LocalDate, localDateTime, sequence } from '#schema/values.ts';
import { worldOf } from '#schema/world.ts';

/** A row by its place among its fellows; written in the order of the places. */
export function row(
  place: number,
  values: Values<Columns>,
  unreadable: readonly Unreadable[] = [],
): Row {
  return {
    id: demoRowId(0, 'test', place),
    sequence: sequence.parse(`${place.toString(36).padStart(9, '0')}-test-0000`),
    values,
    unreadable,
  };
}

/** Rows in the order in which they were written. */
export function rowsOf(...values: readonly Values<Columns>[]): readonly Row[] {
  return values.map((one, index) => row(index, one));
}

/** A world on Tuesday 24 November 2026 at nine, with the rows of some registers. */
export function worldWith(
  rows: Readonly<Record<string, readonly Row[]>>,
  {
    now = '2026-11-24T09:00:00',
    publicHolidays = () => undefined,
    of = registers,
  }: {
    readonly now?: string;
    readonly publicHolidays?: (day: LocalDate) => PublicHoliday | undefined;
    readonly of?: readonly Register[];
  } = {},
): World {
  return worldOf({
    registers: of,
    rows: new Map(Object.entries(rows)),
    now: localDateTime.parse(now),
    publicHolidays,
  });
}

/** What a rule says of rows, each with the place of its row. */
export function findingsOf(
  rule: Rule,
  register: Register,
  rows: readonly Row[],
  world: World = worldWith({ [register.key]: rows }),
): readonly (Pick<Finding, 'column' | 'severity' | 'about'> & {
  readonly says: string;
  readonly place: number | undefined;
})[] {
  return rule.check(register, rows, world).map(({ column, severity, about, message, row: id }) => ({
    ...(column === undefined ? {} : { column }),
    ...(about === undefined ? {} : { about }),
    severity,
    says: message.zh,
    place: id === undefined ? undefined : rows.findIndex((candidate) => candidate.id === id),
  }));
}

/** A rule of a register by its key. */
export function ruleOf(register: Register, key: string): Rule {
  const rule = register.rules.find((candidate) => candidate.key === key);
  if (!rule) throw new Error(`${register.key} has no rule ${key}`);
  return rule;
}

/** What a rule of one of the product's registers, found by the beginning of its key, says of rows. */
export function findings(
  register: Register,
  rule: string,
  values: readonly Values<Columns>[],
  world?: World,
): ReturnType<typeof findingsOf> {
  const found = register.rules.find(({ key }) => key.startsWith(rule));
  if (!found) throw new Error(`${register.key} has no rule ${rule}`);
  return findingsOf(found, register, rowsOf(...values), world);
}
