import type { Register } from '#schema/register.ts';
import type { Row } from '#schema/row.ts';
import { plusMonths } from '#schema/time.ts';
import { monthOf } from '#schema/values.ts';
import type { Drive, Sheets } from '../google/index.ts';
import type { Seals } from '../seals/index.ts';
import { findArchive, schoolYearOf } from './archives.ts';
import { carriedOf } from './balance-lines.ts';
import { beginningAfter, carriedRows } from './carried-ledger.ts';
import { readClosedWhere } from './closed-rows.ts';
import type { ClosedRows } from './closed-world.ts';
import { readArchivedMonths, readClosingLines } from './closing-lines.ts';
import { rowsOf } from './opened-rows.ts';
import { type Since, WorkbookFailure } from './port.ts';
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
    drive,
  }: {
    readonly sheets: Pick<Sheets, 'valuesByDataFilter' | 'get'>;
    readonly seals?: Pick<Seals, 'open'> | undefined;
    /** Finds the archives of months that left 已结. */
    readonly drive?: Pick<Drive, 'listFiles'> | undefined;
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
  const [earliest = ''] = [...monthFrom.values()].toSorted();
  const isWanted = (month: string, key: string): boolean => {
    const first = monthFrom.get(key);
    return first !== undefined && month >= first;
  };
  // 已结 first: a row that moves to an archive meanwhile is read twice, and never not at all.
  const closed = [...(await readClosedWhere(sheets, spreadsheetId, isWanted))];
  for (const archive of await archivesSince({ sheets, drive }, spreadsheetId, earliest))
    closed.push(...(await readClosedWhere(sheets, archive, isWanted)));
  const lines = [...new Map(closed.map((line) => [`${line.month} ${line.id}`, line])).values()];
  const rows = new Map(await rowsOf(seals, registers, lines));
  const month = monthFrom.get(ledgerKey);
  if (month === undefined) return rows;
  const movements = rows.get(ledgerKey) ?? [];
  const carried = carriedOf(await readClosingLines(sheets, spreadsheetId, month), month);
  const begins = beginningAfter(plusMonths(month, -1), [...movements, ...live]);
  const openings = carriedRows(begins, carried).map((row) => ({ ...row, unreadable: [] }));
  return rows.set(ledgerKey, [...openings, ...movements]);
}

/** The archives that hold months from one on, the oldest first. */
async function archivesSince(
  {
    sheets,
    drive,
  }: {
    readonly sheets: Pick<Sheets, 'valuesByDataFilter'>;
    readonly drive: Pick<Drive, 'listFiles'> | undefined;
  },
  spreadsheetId: string,
  from: string,
): Promise<readonly string[]> {
  const months = await readArchivedMonths(sheets, spreadsheetId, from);
  const years = Map.groupBy(months.toSorted(), schoolYearOf);
  const found: string[] = [];
  for (const [year, [month = '']] of years) {
    const archive = drive && (await findArchive(drive, spreadsheetId, month));
    if (archive === undefined)
      throw new WorkbookFailure({
        zh: `${year}的已结档案打不开，请从回收站恢复`,
        en: `The archive of closed rows of ${year} cannot be opened: restore it from the bin`,
      });
    found.push(archive);
  }
  return found;
}

async function hasClosedTabs(sheets: Pick<Sheets, 'get'>, spreadsheetId: string): Promise<boolean> {
  const { sheets: tabs = [] } = await sheets.get(spreadsheetId, {
    fields: 'sheets(properties(sheetId))',
  });
  const present = new Set(tabs.map(({ properties }) => properties?.sheetId));
  return [closedTab, closingTab].every(({ key }) => present.has(sheetIdOf(key)));
}
