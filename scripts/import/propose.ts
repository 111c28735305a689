import { columnLetters } from '#platform/workbook/tabs.ts';
import { valueOfCell } from '#schema/cell.ts';
import type { Column, Columns } from '#schema/columns.ts';
import { checkedValue } from '#schema/entry.ts';
import type { Label } from '#schema/language.ts';
import type { Values } from '#schema/row.ts';
import { plain } from '#schema/spelling.ts';
import type { Cell, Value } from '#schema/values.ts';
import type { Match } from './match-columns.ts';
import type { ImportSheet } from './read-xlsx.ts';

/** A cell that cannot be read; its row is written without it. */
export interface CellProblem {
  /** As in the spreadsheet: `C7`. */
  readonly address: string;
  readonly shown: string;
  readonly problem: Label;
}

/** What an import would do with one sheet. */
export interface Proposal {
  readonly sheet: string;
  readonly match: Match;
  readonly rows: readonly { readonly rowNumber: number; readonly values: Values<Columns> }[];
  readonly problems: readonly CellProblem[];
  /** Rows that are blank or repeat the header. */
  readonly passedOver: number;
}

/** Reads the rows below the header; pure. */
export function propose(sheet: ImportSheet, match: Match): Proposal {
  const { register, headerRow, columns } = match;
  const header = sheet.rows[headerRow] ?? [];
  const problems: CellProblem[] = [];
  const rows: { rowNumber: number; values: Values<Columns> }[] = [];
  let passedOver = 0;
  for (const [offset, cells] of sheet.rows.slice(headerRow + 1).entries()) {
    const rowNumber = headerRow + offset + 2;
    const values: Record<string, Value> = {};
    const repeatsHeader = [...columns.values()].every((index) => cells[index] === header[index]);
    for (const [key, index] of repeatsHeader ? [] : columns) {
      const column = register.columns[key];
      const cell = cells[index];
      if (column === undefined || cell === undefined) continue;
      const split = withUnit(column, cell);
      if (split && 'unit' in register.columns && !columns.has('unit')) values.unit = split.unit;
      const reading = valueOfCell(column, split?.amount ?? cell);
      const checked = reading.ok
        ? checkedValue(column, reading.value, () => undefined)
        : { message: reading.problem };
      if ('message' in checked)
        problems.push({
          address: `${columnLetters(index)}${rowNumber}`,
          shown: String(cell),
          problem: checked.message,
        });
      else if (checked.value !== undefined) values[key] = checked.value;
    }
    if (Object.keys(values).length === 0) passedOver += 1;
    else rows.push({ rowNumber, values });
  }
  return { sheet: sheet.name, match, rows, problems, passedOver };
}

/** `3箱` in a column of quantities: the number, and the unit that a column of its own takes. */
function withUnit(
  column: Column,
  cell: Cell,
): { readonly amount: string; readonly unit: string } | undefined {
  if (column.kind !== 'quantity' || typeof cell !== 'string' || valueOfCell(column, cell).ok)
    return undefined;
  const match = /^([\d.,]+)\s*(\p{Script=Han}{1,4}|[A-Za-z]{1,5})$/u.exec(plain(cell));
  const [, amount = '', unit = ''] = match ?? [];
  return match ? { amount, unit } : undefined;
}
