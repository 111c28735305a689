import type { Seals } from '#platform/seals/index.ts';
import type { TabRead } from '#platform/workbook/read-tabs.ts';
import type { SheetRow } from '#platform/workbook/sheet-rows.ts';
import type { Register } from '#schema/register.ts';
import type { SeenCell, SeenRow, SeenRows } from './snapshot.ts';

/** Columns whose cells are secret, or personal with an end: outside the sheet they are only kept sealed. */
export function sealedColumns({ columns, retention = {} }: Register): ReadonlySet<string> {
  const secret = Object.entries(columns).flatMap(([name, column]) => (column.secret ? [name] : []));
  return new Set([...secret, ...Object.keys(retention)]);
}

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
    for (const [column, cell] of cellsOf(row)) {
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

function cellsOf({ values, unreadable }: SheetRow): readonly (readonly [string, SeenCell])[] {
  return [
    ...Object.entries(values).flatMap(([column, value]) =>
      value === undefined ? [] : [[column, value] as const],
    ),
    ...unreadable.map(({ column, shown }) => [column, { unreadable: shown }] as const),
  ];
}

function monthOf({ happened }: Register, { values }: SheetRow): string | undefined {
  const said = happened === undefined ? undefined : values[happened];
  return typeof said === 'string' && /^\d{4}-\d{2}/.test(said) ? said.slice(0, 7) : undefined;
}
