import { valueOfCell } from '#schema/cell.ts';
import type { Register } from '#schema/register.ts';
import type { Row, Unreadable } from '#schema/row.ts';
import { rowId, sequence, type Value } from '#schema/values.ts';
import type { Seals } from '../seals/index.ts';
import type { ClosedLine, ClosedRow } from './closed-rows.ts';

/** The cells of a closed row; a personal one is blank without seals, and when its key was destroyed. */
export async function openedCells(
  seals: Pick<Seals, 'open'> | undefined,
  row: ClosedRow,
): Promise<ReadonlyMap<string, string | number | boolean>> {
  const cells = new Map<string, string | number | boolean>();
  for (const [column, cell] of Object.entries(row.content.cells)) {
    if (typeof cell !== 'object') {
      cells.set(column, cell);
      continue;
    }
    const place = { register: row.register, column, month: row.happened.slice(0, 7) };
    const opened = await seals?.open(place, cell.sealed);
    if (opened !== undefined) cells.set(column, JSON.parse(opened));
  }
  return cells;
}

/** A closed row as rules and figures read it. */
async function rowOfClosed(
  seals: Pick<Seals, 'open'> | undefined,
  register: Register,
  closed: ClosedRow,
): Promise<Row> {
  const cells = await openedCells(seals, closed);
  const values: Record<string, Value> = {};
  const unreadable: Unreadable[] = [];
  for (const [name, column] of Object.entries(register.columns)) {
    const cell = cells.get(name);
    const reading = valueOfCell(column, cell);
    if (!reading.ok)
      unreadable.push({ column: name, shown: String(cell), problem: reading.problem });
    else if (reading.value !== undefined) values[name] = reading.value;
  }
  return {
    id: rowId.parse(closed.id),
    sequence: sequence.parse(closed.content.sequence),
    values,
    unreadable,
  };
}

/** Rows of 已结 as rows, by register; those that were tampered with count nowhere. */
export async function rowsOf(
  seals: Pick<Seals, 'open'> | undefined,
  registers: readonly Register[],
  lines: readonly ClosedLine[],
): Promise<ReadonlyMap<string, readonly Row[]>> {
  const rows = new Map<string, Row[]>();
  for (const { row } of lines) {
    const register = registers.find(({ key }) => key === row?.register);
    if (!row || !register) continue;
    const own = rows.get(register.key) ?? [];
    own.push(await rowOfClosed(seals, register, row));
    rows.set(register.key, own);
  }
  return rows;
}
