import { type RowId, rowId, type Sequence } from '#schema/values.ts';
import type { Sheets, SheetsSchema as sheets_v4 } from '../google/index.ts';
import { type Random, uuidFrom } from '../random.ts';
import { writtenFields } from './append-batch.ts';
import { originCell } from './cell-data.ts';
import { findingFormula } from './finding-formula.ts';
import { findingColumn, idColumn, originColumn, sequenceColumn } from './frame-columns.ts';
import type { TabLayout } from './layout.ts';
import type { RowPage } from './port.ts';
import { readTabs, type TabRead } from './read-tabs.ts';
import type { SheetRow } from './sheet-rows.ts';

/** The id and place in the order of events that a row was given at first sight. */
interface Numbered {
  readonly row: SheetRow;
  readonly id: RowId;
  readonly sequence: Sequence;
}

export interface NumberRowsPorts {
  readonly sheets: Sheets;
  readonly random: Random;
  readonly nextSequence: () => Sequence;
  readonly rowPage?: RowPage | undefined;
}

const mostAttempts = 4;

/**
 * Gives rows that staff typed or copied their id, sequence and look-up.
 *
 * It must write by position, so the tab is read again afterwards: where a row had moved in between, the id that was
 * overwritten is put back by the row's content (hard point 3). What staff typed is never written.
 *
 * @returns the tab as it is then, every row with its id but those that moved, which the next check numbers
 */
export async function numberRows(
  { sheets, random, nextSequence, rowPage }: NumberRowsPorts,
  spreadsheetId: string,
  tab: TabRead,
): Promise<TabRead> {
  const given = tab.identified.unnumbered.map(
    (row): Numbered => ({
      row,
      id: row.id ?? rowId.parse(uuidFrom(random)),
      sequence: nextSequence(),
    }),
  );
  if (given.length === 0) return tab;
  const pageOf = (id: RowId) => rowPage?.(tab.register, id);
  await write(sheets, spreadsheetId, tab.resolved.layout, given, pageOf);
  const issued = new Set(given.map(({ id }) => id));
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const now = (await readTabs(sheets, spreadsheetId, [tab.register])).tabs.get(tab.register.key);
    if (!now) return tab;
    const overwritten = lostRows(tab, now, issued);
    if (overwritten.length === 0) return now;
    await write(sheets, spreadsheetId, now.resolved.layout, overwritten, pageOf);
  }
  throw new Error(`rows of ${tab.register.key} kept moving while they were given their ids`);
}

/** Rows that lost their id to one of the new ones: found again by their content. */
function lostRows(before: TabRead, now: TabRead, issued: ReadonlySet<RowId>): Numbered[] {
  const present = new Set(now.sheet.flatMap((row) => row.id ?? []));
  const astray = now.sheet.filter((row) => row.id !== undefined && issued.has(row.id));
  return [...before.identified.numbered.values()].flatMap((lost) => {
    if (lost.id === undefined || lost.sequence === undefined || present.has(lost.id)) return [];
    const content = JSON.stringify(lost.values);
    const found = astray.find((row) => JSON.stringify(row.values) === content);
    return found ? [{ row: found, id: lost.id, sequence: lost.sequence }] : [];
  });
}

async function write(
  sheets: Sheets,
  spreadsheetId: string,
  layout: TabLayout,
  rows: readonly Numbered[],
  pageOf: (id: RowId) => string | undefined,
): Promise<void> {
  const requests = rows.flatMap(({ row, id, sequence }) => [
    cellRequest(layout, idColumn, row.rowIndex, { stringValue: id }),
    cellRequest(layout, sequenceColumn, row.rowIndex, { stringValue: sequence }),
    lookUpRequest(layout, row.rowIndex),
    ...pageRequests(layout, row.rowIndex, pageOf(id)),
  ]);
  await sheets.batchUpdate(spreadsheetId, { requests }, { fields: 'spreadsheetId' });
}

/** Puts the look-up back beside a row; the formula is the same in every row, so a row that moved does no harm. */
export function lookUpRequest(layout: TabLayout, rowIndex: number): sheets_v4.Schema$Request {
  return cellRequest(layout, findingColumn, rowIndex, {
    formulaValue: findingFormula(columnOf(layout, idColumn)),
  });
}

/** The page about a row, in the cell that says how it came in; rows without one keep that cell as it is. */
function pageRequests(
  layout: TabLayout,
  rowIndex: number,
  page: string | undefined,
): sheets_v4.Schema$Request[] {
  const columnIndex = layout.columns.get(originColumn);
  if (page === undefined || columnIndex === undefined) return [];
  return [
    {
      updateCells: {
        start: { sheetId: layout.sheetId, rowIndex, columnIndex },
        rows: [{ values: [originCell(typedIn, page)] }],
        fields: writtenFields,
      },
    },
  ];
}

/** Rows that staff typed came in by the sheet itself. */
const typedIn = '表格';

function cellRequest(
  layout: TabLayout,
  key: string,
  rowIndex: number,
  userEnteredValue: sheets_v4.Schema$ExtendedValue,
): sheets_v4.Schema$Request {
  return {
    updateCells: {
      start: { sheetId: layout.sheetId, rowIndex, columnIndex: columnOf(layout, key) },
      rows: [{ values: [{ userEnteredValue }] }],
      fields: 'userEnteredValue',
    },
  };
}

function columnOf(layout: TabLayout, key: string): number {
  const index = layout.columns.get(key);
  if (index === undefined) throw new Error(`the column ${key} of “${layout.title}” was not found`);
  return index;
}
