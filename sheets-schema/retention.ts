import type { Register } from './register.ts';
import { momentAt, type Row, valueAt } from './row.ts';
import type { World } from './rule.ts';
import { daysOfMonth, plusDays, plusMonths } from './time.ts';
import { dayOf, type LocalDate, localDate, type RowId } from './values.ts';

/**
 * Personal cells whose time is over, by row: what was kept for a purpose is deleted when the purpose has ended
 * (个人信息保护法第十九条、第四十七条). A row that does not say when it happened keeps its cells.
 */
export function expiredCells(
  register: Register,
  rows: readonly Row[],
  world: Pick<World, 'now' | 'settings'>,
): ReadonlyMap<RowId, readonly string[]> {
  const { happened } = register;
  if (happened === undefined) return new Map();
  const today = dayOf(world.now);
  const last = lastDays(register, world);
  return new Map(
    rows.flatMap((row): [RowId, readonly string[]][] => {
      const when = momentAt(row, happened);
      if (when === undefined) return [];
      const columns = last
        .filter(({ column }) => valueAt(row, column) !== undefined || isUnreadable(row, column))
        .filter(({ endOf }) => endOf(dayOf(when)) < today)
        .map(({ column }) => column);
      return columns.length > 0 ? [[row.id, columns]] : [];
    }),
  );
}

/** Columns of a register for which all that happened in a month is past its time: their keys may be destroyed. */
export function expiredColumns(
  register: Register,
  month: string,
  world: Pick<World, 'now' | 'settings'>,
): readonly string[] {
  const { to } = daysOfMonth(month);
  return lastDays(register, world)
    .filter(({ endOf }) => endOf(to) < dayOf(world.now))
    .map(({ column }) => column);
}

/** Until which day each personal column is kept of what happened on a day. */
function lastDays(register: Register, { settings }: Pick<World, 'settings'>) {
  return Object.entries(register.retention ?? {}).flatMap(([column, kept]) => {
    if (!kept) return [];
    const { months, days } = kept;
    const endOf = (day: LocalDate): LocalDate =>
      days === undefined
        ? sameDayLater(day, months)
        : plusDays(day, settings.number(`${register.key}.${days}`));
    return [{ column, endOf }];
  });
}

/** The same day so many months later, or the last of that month when it is shorter. */
function sameDayLater(day: LocalDate, months: number): LocalDate {
  const { to } = daysOfMonth(plusMonths(day.slice(0, 7), months));
  const same = `${to.slice(0, 8)}${day.slice(8)}`;
  return same < to ? localDate.parse(same) : to;
}

function isUnreadable(row: Row, column: string): boolean {
  return row.unreadable.some((cell) => cell.column === column);
}
