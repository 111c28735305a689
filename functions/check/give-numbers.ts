import type { Sheets } from '#platform/google/index.ts';
import type { TabRead } from '#platform/workbook/read-tabs.ts';
import { writeCells } from '#platform/workbook/write-cells.ts';
import type { Columns } from '#schema/columns.ts';
import type { Values } from '#schema/row.ts';
import { missingNumbers, numberedColumns, numberIn } from '#schema/row-number.ts';
import type { LocalDate, RowId } from '#schema/values.ts';

/** An old workbook may hold thousands of rows without a number; the rest get theirs at the next look. */
const mostAtOnce = 500;

/**
 * Gives rows that staff typed without a number theirs. A number that somebody typed is never written over, and one
 * that another row has is not given. A tab whose columns cannot be found is left alone.
 *
 * @returns the tab as it is then
 */
export async function giveNumbers(
  sheets: Pick<Sheets, 'batchUpdate' | 'valuesByDataFilter' | 'get'>,
  spreadsheetId: string,
  tab: TabRead,
  today: LocalDate,
): Promise<TabRead> {
  const { register, resolved } = tab;
  const { rows } = tab.identified;
  if (resolved.missing.length > 0) return tab;
  const numbered = numberedColumns(register).map(([column]) => column);
  const lacking = rows.filter(({ values }) => numbered.some((name) => isBlank(values[name])));
  if (lacking.length === 0) return tab;
  const taken = new Set(
    rows.flatMap(({ values }) => numbered.map((name) => numberIn(String(values[name] ?? '')))),
  );
  const wanted = new Map<RowId, Values<Columns>>();
  for (const row of lacking) {
    if (wanted.size === mostAtOnce) break;
    const given = missingNumbers(register, row, { today, taken });
    for (const value of Object.values(given)) taken.add(numberIn(String(value)));
    if (Object.keys(given).length > 0) wanted.set(row.id, given);
  }
  return wanted.size === 0 ? tab : writeCells(sheets, spreadsheetId, tab, wanted);
}

function isBlank(value: unknown): boolean {
  return String(value ?? '').trim() === '';
}
