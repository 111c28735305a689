import type { Column, ColumnKind } from '#schema/columns.ts';
import type { Register } from '#schema/register.ts';
import { inSequence, inTime, isForStaff, type Row, textAt } from '#schema/row.ts';

/** Columns that a ledger may show: those that staff see, and none that lets anybody in. */
export function printable(register: Register): readonly string[] {
  return Object.entries(register.columns)
    .filter(([, column]) => !column.hidden && !column.secret)
    .map(([name]) => name);
}

/** The columns of a ledger unless somebody chose others. */
export function usualColumns({ columns, print }: Register): readonly string[] {
  return (
    print?.columns ??
    Object.entries(columns)
      .filter(([, column]) => isForStaff(column))
      .map(([name]) => name)
  );
}

/** The rows of a month in the order in which they happened; all rows of a register that has no such time. */
export function ledgerRows(
  { happened }: Register,
  rows: readonly Row[],
  month: string | undefined,
): readonly Row[] {
  if (happened === undefined) return inSequence(rows);
  const timed = inTime(rows, happened);
  return month === undefined
    ? timed
    : timed.filter((row) => textAt(row, happened).startsWith(month));
}

/** Millimetres that a column needs on paper, about. */
const widths: { readonly [K in ColumnKind]: number } = {
  text: 26,
  code: 18,
  phone: 24,
  email: 32,
  link: 32,
  photo: 10,
  yesNo: 10,
  date: 20,
  time: 14,
  moment: 24,
  quantity: 16,
  money: 18,
  choice: 16,
  reference: 22,
  rowLink: 20,
};
const longText = 44;
/** An A4 page between its margins, upright and on its side. */
const upright = 186;
const onItsSide = 273;

/** How a ledger lies on paper, and what of it. */
export interface LedgerLook {
  readonly columns: readonly string[];
  readonly isWide: boolean;
  /** Too much even for a page on its side: written small. */
  readonly isDense: boolean;
}

/**
 * Fits columns on paper. Where nobody chose them and they are too many even for a page on its side, those in which
 * nothing stands are left out.
 */
export function ledgerLook(
  register: Register,
  columns: readonly string[],
  rows: readonly Row[],
  isChosen: boolean,
): LedgerLook {
  const isFilled = (name: string) =>
    rows.some(
      (row) =>
        row.values[name] !== undefined || row.unreadable.some(({ column }) => column === name),
    );
  const fits = isChosen || rows.length === 0 || millimetres(register, columns) <= onItsSide;
  const shown = fits ? columns : columns.filter(isFilled);
  const needed = millimetres(register, shown);
  return { columns: shown, isWide: needed > upright, isDense: needed > onItsSide };
}

function millimetres({ columns }: Register, names: readonly string[]): number {
  const needed = names.flatMap((name) => columns[name] ?? []).map(widthOf);
  return needed.reduce((sum, width) => sum + width, 10);
}

function widthOf(column: Column): number {
  return column.kind === 'text' && column.long ? longText : widths[column.kind];
}
