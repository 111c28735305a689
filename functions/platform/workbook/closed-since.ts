import type { Register } from '#schema/register.ts';
import type { Row } from '#schema/row.ts';
import { plusMonths } from '#schema/time.ts';
import { type LocalDate, monthOf } from '#schema/values.ts';
import type { Sheets } from '../google/index.ts';
import { carriedOf } from './balance-lines.ts';
import { beginningAfter, carriedRows } from './carried-ledger.ts';
import { readClosedWhere } from './closed-rows.ts';
import type { ClosedRows } from './closed-world.ts';
import { readClosingLines } from './closing-lines.ts';
import { rowsOf } from './opened-rows.ts';
import { closedTab, closingTab, sheetIdOf } from './tabs.ts';

const ledgerKey = 'movements';

/**
 * Rows of a workbook that were closed with the month of a day or later, by register: all that happened since, and what
 * happened before but was closed late. Those of the stock ledger begin with what was carried into that month. Personal
 * cells that have an end are blank. Costs what was closed since, whatever was before.
 *
 * @param from the day, by register
 * @param live the stock ledger's rows that are not closed
 */
export async function readClosedSince(
  sheets: Pick<Sheets, 'valuesByDataFilter' | 'get'>,
  spreadsheetId: string,
  registers: readonly Register[],
  from: ReadonlyMap<string, LocalDate>,
  live: readonly Row[] = [],
): Promise<ClosedRows> {
  const wanted = registers.filter(({ key }) => from.has(key));
  if (wanted.length === 0 || !(await hasClosedTabs(sheets, spreadsheetId))) return new Map();
  const monthFrom = new Map([...from].map(([key, day]) => [key, monthOf(day)] as const));
  const lines = await readClosedWhere(sheets, spreadsheetId, (month, key) => {
    const first = monthFrom.get(key);
    return first !== undefined && month >= first;
  });
  const rows = new Map(await rowsOf(undefined, wanted, lines));
  const month = monthFrom.get(ledgerKey);
  if (month === undefined || !wanted.some(({ key }) => key === ledgerKey)) return rows;
  const movements = rows.get(ledgerKey) ?? [];
  const carried = carriedOf(await readClosingLines(sheets, spreadsheetId, month), month);
  const begins = beginningAfter(plusMonths(month, -1), [...movements, ...live]);
  const openings = carriedRows(begins, carried).map((row) => ({ ...row, unreadable: [] }));
  return rows.set(ledgerKey, [...openings, ...movements]);
}

async function hasClosedTabs(
  sheets: Pick<Sheets, 'get'>,
  spreadsheetId: string,
): Promise<boolean> {
  const { sheets: tabs = [] } = await sheets.get(spreadsheetId, {
    fields: 'sheets(properties(sheetId))',
  });
  const present = new Set(tabs.map(({ properties }) => properties?.sheetId));
  return [closedTab, closingTab].every(({ key }) => present.has(sheetIdOf(key)));
}
