import type { Label } from '#schema/language.ts';
import type { PrintSheet } from '#schema/print.ts';
import type { Register } from '#schema/register.ts';
import { type Row, textAt } from '#schema/row.ts';
import type { World } from '#schema/rule.ts';
import { daysFrom, daysOfMonth, weekdayOf } from '#schema/time.ts';
import type { LocalDate } from '#schema/values.ts';
import { printWords } from './words.ts';

/** A day of a month on the wall. */
export interface WallDay {
  readonly day: LocalDate;
  readonly weekday: Label;
  readonly isOff: boolean;
  readonly holiday: string | undefined;
  /** What stands under each heading. */
  readonly cells: readonly string[];
}

/** A month as it hangs on the wall. */
export interface Wall {
  readonly headings: readonly string[];
  readonly days: readonly WallDay[];
}

/** Lays a month out: headings in the order of their own list, a line for every day. */
export function wallOf(
  register: Register,
  { day, across, shows }: Extract<PrintSheet, { readonly kind: 'wall' }>,
  rows: readonly Row[],
  month: string,
  world: World,
): Wall {
  const ofMonth = rows.filter((row) => textAt(row, day).startsWith(month));
  const headings = ordered(register, across, ofMonth, world);
  const byCell = Map.groupBy(
    ofMonth,
    (row) => `${textAt(row, day).slice(0, 10)} ${textAt(row, across)}`,
  );
  const { from, to } = daysOfMonth(month);
  return {
    headings,
    days: daysFrom(from, to).map((date) => ({
      day: date,
      weekday: printWords.weekdays[weekdayOf(date)] ?? { zh: '', en: '' },
      isOff: !world.calendar.isWorkday(date),
      holiday: world.calendar.holidayOn(date),
      cells: headings.map((heading) =>
        (byCell.get(`${date} ${heading}`) ?? []).map((row) => textAt(row, shows)).join('、'),
      ),
    })),
  };
}

function ordered(
  register: Register,
  across: string,
  rows: readonly Row[],
  world: World,
): readonly string[] {
  const said = [...new Set(rows.map((row) => textAt(row, across)))].filter((name) => name !== '');
  const column = register.columns[across];
  const list = column?.kind === 'reference' ? world.register(column.to) : undefined;
  const label = list?.label;
  const listed =
    list && label !== undefined ? world.rows(list.key).map((row) => textAt(row, label)) : [];
  const place = (name: string) => (listed.includes(name) ? listed.indexOf(name) : listed.length);
  return said.toSorted((a, b) => place(a) - place(b));
}
