import type { Register } from '#schema/register.ts';
import type { Row } from '#schema/row.ts';
import { plusMonths } from '#schema/time.ts';
import { monthOf } from '#schema/values.ts';
import type { Sheets } from '../google/index.ts';
import type { Seals } from '../seals/index.ts';
import { carriedOf } from './balance-lines.ts';
import { beginningAfter, carriedRows } from './carried-ledger.ts';
import { readClosedWhere } from './closed-rows.ts';
import type { ClosedRows } from './closed-world.ts';
import { readClosingLines } from './closing-lines.ts';
import { rowsOf } from './opened-rows.ts';
import type { Since } from './port.ts';
import { closedTab, closingTab, sheetIdOf } from './tabs.ts';

const ledgerKey = 'movements';

/**
 * Rows of a workbook that were closed with the month of a day or later, by register: all that happened since, and what
 * happened before but was closed late. Those of the stock ledger begin with what was carried into that month. Personal
 * cells are blank once their time is over, and without seals. Costs what was closed since, whatever was before.
 *
 * @param since from which day on closed rows of a register are wanted, if any
 * @param live the stock ledger's rows that are not closed
 */
export async function readClosedSince(
  {
    sheets,
    seals,
  }: {
    readonly sheets: Pick<Sheets, 'valuesByDataFilter' | 'get'>;
    readonly seals?: Pick<Seals, 'open'> | undefined;
  },
  spreadsheetId: string,
  registers: readonly Register[],
  since: Since,
  live: readonly Row[] = [],
): Promise<ClosedRows> {
  const monthFrom = new Map(
    registers.flatMap((register) => {
      const day = register.happened === undefined ? undefined : since(register);
      return day === undefined ? [] : [[register.key, monthOf(day)] as const];
    }),
  );
  if (monthFrom.size === 0 || !(await hasClosedTabs(sheets, spreadsheetId))) return new Map();
  const lines = await readClosedWhere(sheets, spreadsheetId, (month, key) => {
    const first = monthFrom.get(key);
    return first !== undefined && month >= first;
  });
  const rows = new Map(await rowsOf(seals, registers, lines));
  const month = monthFrom.get(ledgerKey);
  if (month === undefined) return rows;
  const movements = rows.get(ledgerKey) ?? [];
  const carried = carriedOf(await readClosingLines(sheets, spreadsheetId, month), month);
  const begins = beginningAfter(plusMonths(month, -1), [...movements, ...live]);
  const openings = carriedRows(begins, carried).map((row) => ({ ...row, unreadable: [] }));
  return rows.set(ledgerKey, [...openings, ...movements]);
}

async function hasClosedTabs(sheets: Pick<Sheets, 'get'>, spreadsheetId: string): Promise<boolean> {
  const { sheets: tabs = [] } = await sheets.get(spreadsheetId, {
    fields: 'sheets(properties(sheetId))',
  });
  const present = new Set(tabs.map(({ properties }) => properties?.sheetId));
  return [closedTab, closingTab].every(({ key }) => present.has(sheetIdOf(key)));
}
