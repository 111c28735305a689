import type { Columns } from '#schema/columns.ts';
import type { Register } from '#schema/register.ts';
import type { Row, Values } from '#schema/row.ts';
import type { RowId } from '#schema/values.ts';
import type { Sheets } from '../google/index.ts';
import { type Amended, WorkbookFailure } from './port.ts';
import { readTabs, type TabRead } from './read-tabs.ts';
import { writeCells } from './write-cells.ts';

/**
 * Writes cells of one row of a register as it stands now; see `Workbooks.amend`.
 */
export async function amendRow(
  sheets: Sheets,
  spreadsheetId: string,
  register: Register,
  id: RowId,
  decide: (row: Row) => Values<Columns> | undefined,
): Promise<Amended> {
  const tab = (await readTabs(sheets, spreadsheetId, [register])).tabs.get(register.key);
  if (!tab || tab.resolved.missing.length > 0)
    throw new WorkbookFailure({
      zh: `“${register.title.zh}”的标签页或栏目不见了，请恢复后再试`,
      en: `The tab ${register.title.en} or columns of it cannot be found: restore them`,
    });
  const row = rowIn(tab, id);
  if (!row) return { outcome: 'gone' };
  const values = decide(row);
  if (values === undefined) return { outcome: 'left', row };
  const written = await writeCells(sheets, spreadsheetId, tab, new Map([[id, values]]));
  const now = rowIn(written, id);
  return now ? { outcome: 'written', row: now } : { outcome: 'gone' };
}

function rowIn({ identified }: TabRead, id: RowId): Row | undefined {
  return identified.rows.find((row) => row.id === id);
}
