import type { Register } from '#schema/register.ts';
import type { Value } from '#schema/values.ts';
import type { SheetRow } from './sheet-rows.ts';

/** A cell as it is kept outside the sheet: its value, or what stood there that could not be read. */
export type KeptCell = Value | { readonly unreadable: string };

/** Columns whose cells are secret, or personal with an end: outside the sheet they are only kept sealed. */
export function sealedColumns({ columns, retention = {} }: Register): ReadonlySet<string> {
  const secret = Object.entries(columns).flatMap(([name, column]) => (column.secret ? [name] : []));
  return new Set([...secret, ...Object.keys(retention)]);
}

/** The cells of a row that are not blank, by column. */
export function cellsOfRow({
  values,
  unreadable,
}: Pick<SheetRow, 'values' | 'unreadable'>): readonly (readonly [string, KeptCell])[] {
  return [
    ...Object.entries(values).flatMap(([column, value]) =>
      value === undefined ? [] : [[column, value] as const],
    ),
    ...unreadable.map(({ column, shown }) => [column, { unreadable: shown }] as const),
  ];
}

/**
 * Says what a row of a register says, by which it is known again when it has lost its id: a JSON array of its cells in
 * the order of the columns, `null` where blank; '' when it says nothing but what is personal.
 */
export function contentsOf(
  register: Register,
): (cells: Readonly<Record<string, KeptCell | undefined>>) => string {
  const sealed = sealedColumns(register);
  const open = Object.keys(register.columns).filter((column) => !sealed.has(column));
  return (cells) => {
    const told = open.map((column) => cells[column] ?? null);
    return told.every((cell) => cell === null) ? '' : JSON.stringify(told);
  };
}

/** The cells of a row of the sheet, by column. */
export function cellsByColumn(
  row: Pick<SheetRow, 'values' | 'unreadable'>,
): Readonly<Record<string, KeptCell | undefined>> {
  return row.unreadable.length === 0 ? row.values : Object.fromEntries(cellsOfRow(row));
}
