import type { Columns } from './columns.ts';
import type { Register } from './register.ts';
import { expiredColumns } from './retention.ts';
import { type Row, textAt, type Values } from './row.ts';
import type { World } from './rule.ts';

/**
 * Rows of a register that go on from a month's file into the next: those that are not over, and any that came in late
 * and happened after the month. Pure.
 *
 * @param month the file's, `YYYY-MM`
 */
export function goingOn(register: Register, month: string, world: World): readonly Row[] {
  const { happened, goesOn } = register;
  const isOpen = goesOn?.(world) ?? (() => happened === undefined);
  const isLater = (row: Row) => happened !== undefined && textAt(row, happened).slice(0, 7) > month;
  return world.rows(register.key).filter((row) => isOpen(row) || isLater(row));
}

/**
 * Whether a month's file has to go: the first of its personal data is past its time, and cannot be taken out of the
 * file's history. What else is personal in it goes with it. Pure.
 */
export function isFileOver(
  registers: readonly Register[],
  month: string,
  world: Pick<World, 'now' | 'settings'>,
): boolean {
  return registers.some(
    (register) =>
      register.happened !== undefined && expiredColumns(register, month, world).length > 0,
  );
}

/** What stays of a row when its file goes: everything but what is personal. Pure. */
export function withoutPersonal(register: Register, values: Values<Columns>): Values<Columns> {
  const isPersonal = (column: string): boolean =>
    register.columns[column]?.personal === true || register.retention?.[column] !== undefined;
  return Object.fromEntries(Object.entries(values).filter(([column]) => !isPersonal(column)));
}
