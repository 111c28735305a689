import type { Columns } from '#schema/columns.ts';
import type { Finding } from '#schema/finding.ts';
import type { Register } from '#schema/register.ts';
import { registers } from '#schema/registers/index.ts';
import type { Values } from '#schema/row.ts';
import type { Rule, World } from '#schema/rule.ts';
import { localDate, type LocalDate, localDateTime, type LocalDateTime } from '#schema/values.ts';
import { worldOf } from '#schema/world.ts';
import { idAt, rowsOf } from './rows.ts';

export const day = (said: string): LocalDate => localDate.parse(said);
export const at = (said: string): LocalDateTime => localDateTime.parse(said);

/** One term of autumn 2026 with the national holiday in it. */
const term = [
  { kind: 'term', name: '2026—2027学年度第一学期', from: '2026-09-01', to: '2027-01-22' },
  { kind: 'holiday', name: '国庆节', from: '2026-10-01', to: '2026-10-07' },
  { kind: 'makeUpWorkday', name: '国庆节调休上课', from: '2026-10-10', to: '2026-10-10' },
];

/** A school with a calendar and nothing else but what a test gives it. */
export function smallWorld(
  given: {
    readonly now?: string;
    readonly rows?: Readonly<Record<string, readonly Values<Columns>[]>>;
    readonly settings?: Readonly<Record<string, string>>;
  } = {},
): World {
  const settings = Object.entries(given.settings ?? {}).map(([key, value]) => ({ key, value }));
  const rows = Object.entries({ calendar: term, settings, ...given.rows });
  return worldOf({
    registers,
    rows: new Map(rows.map(([key, list]) => [key, rowsOf(list)])),
    now: at(given.now ?? '2026-11-24T09:00:00'),
    publicHolidays: () => undefined,
  });
}

/** A register of the product, by its key. */
export function registerCalled(key: string): Register {
  const register = registers.find((candidate) => candidate.key === key);
  if (!register) throw new Error(`no register ${key}`);
  return register;
}

/** A rule of a register, by the beginning of its key. */
export function ruleOf(register: string, key: string): Rule {
  const rule = registerCalled(register).rules.find((candidate) => candidate.key.startsWith(key));
  if (!rule) throw new Error(`${register} has no rule ${key}`);
  return rule;
}

/** What one rule of a register says of rows, by the row's place in the list (-1 for the register as a whole). */
export function findings(
  register: string,
  key: string,
  list: readonly Values<Columns>[],
  world: World = smallWorld(),
): readonly { readonly row: number; readonly column: string; readonly says: string }[] {
  const rows = rowsOf(list);
  return ruleOf(register, key)
    .check(registerCalled(register), rows, world)
    .map((finding: Finding) => ({
      row: rows.findIndex((row) => row.id === finding.row),
      column: finding.column ?? '',
      says: finding.message.zh,
    }));
}

export { idAt };
