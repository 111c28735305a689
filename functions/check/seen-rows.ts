import { isSealed, type Seals } from '#platform/seals/index.ts';
import type { KnownRow, KnownRows } from '#platform/workbook/known-rows.ts';
import type { TabRead } from '#platform/workbook/read-tabs.ts';
import { cellsOfRow, contentsOf, sealedColumns } from '#platform/workbook/row-content.ts';
import type { SheetRow } from '#platform/workbook/sheet-rows.ts';
import type { Register } from '#schema/register.ts';
import type { Row } from '#schema/row.ts';
import { type RowId, rowId, sequence, type Value } from '#schema/values.ts';
import type { SeenCell, SeenRow, SeenRows } from './snapshot.ts';

/**
 * The rows of a tab as a snapshot keeps them.
 *
 * @param before as they were last seen: a row keeps the month that seals it
 * @param month this month, for rows that do not say when they happened
 */
export async function seenRows(
  seals: Seals,
  { register, identified }: TabRead,
  before: SeenRows,
  month: string,
): Promise<SeenRows> {
  const sealed = sealedColumns(register);
  const monthOfRow = (id: string, row: SheetRow): string =>
    before[id]?.month ?? monthOf(register, row) ?? month;
  const entries = [...identified.numbered];
  const made = new Map<string, SeenRow>();
  const see = async (own: string, id: string, row: SheetRow): Promise<void> => {
    const cells: Record<string, SeenCell> = {};
    for (const [column, cell] of cellsOfRow(row)) {
      cells[column] = sealed.has(column)
        ? await seals.seal({ register: register.key, column, month: own }, JSON.stringify(cell))
        : cell;
    }
    made.set(id, { sequence: row.sequence ?? '', month: own, cells });
  };
  // Months side by side: each has keys of its own to be fetched.
  const months = [...Map.groupBy(entries, ([id, row]) => monthOfRow(id, row))];
  await Promise.all(
    months.map(async ([own, some]) => {
      for (const [id, row] of some) await see(own, id, row);
    }),
  );
  const rows: Record<string, SeenRow> = {};
  for (const [id] of entries) {
    const seen = made.get(id);
    if (seen) rows[id] = seen;
  }
  return rows;
}

function monthOf({ happened }: Register, { values }: SheetRow): string | undefined {
  const said = happened === undefined ? undefined : values[happened];
  return typeof said === 'string' && /^\d{4}-\d{2}/.test(said) ? said.slice(0, 7) : undefined;
}

/** Rows as they were last seen, by which a row that has lost its id is known again. */
export function knownRows(register: Register, rows: SeenRows, cleared: SeenRows): KnownRows {
  const contentOf = contentsOf(register);
  const known = (seen: SeenRows, isCleared: boolean): [RowId, KnownRow][] =>
    Object.entries(seen).map(([id, row]) => [
      rowId.parse(id),
      {
        sequence: sequence.safeParse(row.sequence).data,
        content: contentOf(row.cells),
        isCleared,
      },
    ]);
  return new Map([...known(cleared, true), ...known(rows, false)]);
}

/** Rows as others may refer to them, of what a snapshot keeps: without cells that are sealed or could not be read. */
export function rowsOfSeen(seen: SeenRows): readonly Row[] {
  return Object.entries(seen).flatMap(([id, { sequence: place, cells }]): Row[] => {
    const order = sequence.safeParse(place).data;
    if (order === undefined) return [];
    const values: Record<string, Value> = {};
    for (const [column, cell] of Object.entries(cells))
      if (typeof cell !== 'object' && !(typeof cell === 'string' && isSealed(cell)))
        values[column] = cell;
    return [{ id: rowId.parse(id), sequence: order, values, unreadable: [] }];
  });
}
