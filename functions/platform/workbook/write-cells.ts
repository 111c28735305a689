import type { Columns } from '#schema/columns.ts';
import type { Values } from '#schema/row.ts';
import type { RowId, Value } from '#schema/values.ts';
import type { GoogleFailure, Sheets, SheetsSchema as sheets_v4 } from '../google/index.ts';
import { cellData } from './cell-data.ts';
import { writeHeld } from './column-guard.ts';
import { readTabs, type TabRead } from './read-tabs.ts';
import type { SheetRow } from './sheet-rows.ts';

const mostAttempts = 8;

/**
 * Writes cells that code fills into rows that are there, found by their ids.
 *
 * It must write by position. Columns are held to their places (column-guard.ts); rows may move in between, so the tab is
 * read again afterwards: where they had, what stood in those cells before is put back and the rows that were meant get
 * theirs (hard point 3). What staff typed into those cells meanwhile stays.
 *
 * @param wanted by row id, the columns to write; a column that is `undefined` is emptied
 * @returns the tab as it is then
 * @throws when the rows kept moving
 */
export async function writeCells(
  sheets: Pick<Sheets, 'batchUpdate' | 'valuesByDataFilter' | 'get'>,
  spreadsheetId: string,
  tab: TabRead,
  wanted: ReadonlyMap<RowId, Values<Columns>>,
): Promise<TabRead> {
  const issued = new Map<string, Set<Value | undefined>>();
  for (const values of wanted.values())
    for (const [key, value] of Object.entries(values))
      issued.set(key, (issued.get(key) ?? new Set()).add(value));
  const before = new Map(tab.sheet.flatMap((row) => (row.id ? [[row.id, row] as const] : [])));
  let now = tab;
  let refused: GoogleFailure | undefined;
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const wrong = now.sheet.flatMap((row) => {
      const right = rightCells(row, issued, wanted, before);
      return right === undefined ? [] : cellRequests(now, row, right);
    });
    if (wrong.length === 0) return now;
    // Refused: a column has moved, or the tab is gone. Nothing was written, and the next read tells.
    refused = await writeHeld(sheets, spreadsheetId, wrong, [{ tab: now, columns: issued.keys() }]);
    const { tabs } = await readTabs(sheets, spreadsheetId, [tab.register]);
    const after = tabs.get(tab.register.key);
    if (!after || after.resolved.missing.length > 0) return after ?? now;
    now = after;
  }
  if (refused) throw refused;
  throw new Error(`rows of ${tab.register.key} kept moving while their cells were written`);
}

/**
 * What the cells of a row should be, where they are not: its own, or what they held before when one of ours went
 * astray into them. A cell that says neither was typed by staff since.
 */
function rightCells(
  row: SheetRow,
  issued: ReadonlyMap<string, ReadonlySet<Value | undefined>>,
  wanted: ReadonlyMap<RowId, Values<Columns>>,
  before: ReadonlyMap<RowId, SheetRow>,
): Values<Columns> | undefined {
  const own = row.id && wanted.get(row.id);
  const were = row.id && before.get(row.id)?.values;
  const right = [...issued].flatMap(([key, values]) => {
    const now = row.values[key];
    const value = own && key in own ? own[key] : were?.[key];
    const isOurs = now === were?.[key] || (now !== undefined && values.has(now));
    return now !== value && isOurs ? [[key, value] as const] : [];
  });
  return right.length === 0 ? undefined : Object.fromEntries(right);
}

function cellRequests(
  tab: TabRead,
  row: SheetRow,
  values: Values<Columns>,
): sheets_v4.Schema$Request[] {
  const { sheetId, columns } = tab.resolved.layout;
  return Object.entries(values).flatMap(([key, value]) => {
    const column = tab.register.columns[key];
    const columnIndex = columns.get(key);
    if (column === undefined || columnIndex === undefined || row.values[key] === value) return [];
    return [
      {
        updateCells: {
          start: { sheetId, rowIndex: row.rowIndex, columnIndex },
          rows: [{ values: [cellData(column, value)] }],
          fields: 'userEnteredValue,userEnteredFormat.numberFormat',
        },
      },
    ];
  });
}
