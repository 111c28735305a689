import type { Column, Columns, ValueOf } from './columns.ts';
import type { Label } from './language.ts';
import {
  type LocalDateTime,
  localDate,
  localDateTime,
  type RowId,
  type Sequence,
  type Value,
} from './values.ts';

/** The values of one row, inferred from the columns; any cell of a sheet may be blank. */
export type Values<C extends Columns> = { readonly [K in keyof C]?: ValueOf<C[K]> | undefined };

/** A cell that could not be read as its column's kind, and why. */
export interface Unreadable {
  readonly column: string;
  /** What the person typed, as shown. */
  readonly shown: string;
  readonly problem: Label;
}

/** One row of a register, as every rule, figure and plan reads it. */
export interface Row<C extends Columns = Columns> {
  readonly id: RowId;
  /** The order of events; balances follow it alone. */
  readonly sequence: Sequence;
  readonly values: Values<C>;
  readonly unreadable: readonly Unreadable[];
}

/** The value in a column whose name is only known at run time. */
export function valueAt(row: Row, column: string): Value | undefined {
  return row.values[column];
}

/** The text in a column, or '' when blank. */
export function textAt(row: Row, column: string): string {
  const value = row.values[column];
  return value === undefined ? '' : String(value);
}

/** The number in a column, or `undefined` when blank or not a number. */
export function numberAt(row: Row, column: string): number | undefined {
  const value = row.values[column];
  return typeof value === 'number' ? value : undefined;
}

/** The moment in a column, a day alone being its midnight. */
export function momentAt(row: Row, column: string): LocalDateTime | undefined {
  const said = textAt(row, column);
  const moment = localDateTime.safeParse(
    localDate.safeParse(said).success ? `${said}T00:00:00` : said,
  );
  return moment.success ? moment.data : undefined;
}

/** Whether rows stand in the order in which they happened to the register. */
export function isInSequence(rows: readonly Row[]): boolean {
  return rows.every(
    (row, index) => index === 0 || (rows[index - 1]?.sequence ?? '') <= row.sequence,
  );
}

/** Rows in the order in which they happened to the register. */
export function inSequence<C extends Columns>(rows: readonly Row<C>[]): Row<C>[] {
  return rows.toSorted((a, b) => (a.sequence < b.sequence ? -1 : a.sequence > b.sequence ? 1 : 0));
}

/**
 * Rows in the order of the day or moment in a column, those of one time in the order in which they were written.
 * Rows in which it is blank are left out.
 */
export function inTime(rows: readonly Row[], column: string): Row[] {
  return inSequence(rows)
    .map((row) => ({ row, when: textAt(row, column) }))
    .filter(({ when }) => when !== '')
    .toSorted((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : 0))
    .map(({ row }) => row);
}

/** Whether staff are expected to fill a column in the sheet. */
export function isForStaff(column: Column): boolean {
  return !column.hidden && !column.filledByCode;
}
