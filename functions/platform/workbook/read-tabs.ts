import * as z from 'zod';
import type { Register } from '#schema/register.ts';
import type { Cell } from '#schema/values.ts';
import type { SheetsSchema as sheets_v4 } from '../google/index.ts';
import { GoogleFailure, type Sheets } from '../google/index.ts';
import { columnMark, columnMetadataKey, tabColumns } from './frame-columns.ts';
import { type Resolved, resolveLayout, type TabSeen } from './layout.ts';
import {
  type BlankRow,
  type Identified,
  identify,
  type SheetRow,
  sheetRows,
} from './sheet-rows.ts';
import { partsOfRange, sheetIdOf } from './tabs.ts';

/** One register's tab as it was read: layout and rows of the same moment. */
export interface TabRead {
  readonly register: Register;
  readonly resolved: Resolved;
  readonly sheet: readonly SheetRow[];
  /** Blank rows in which a hidden id still stands. */
  readonly blanks: readonly BlankRow[];
  readonly identified: Identified;
  /** Titles of tabs that somebody made of this one by copying it: what stands there counts nowhere. */
  readonly copies: readonly string[];
}

/** What one call read of a spreadsheet. */
export interface WorkbookRead {
  readonly tabs: ReadonlyMap<string, TabRead>;
  /** Rows of tabs of ours, by tab key, top row first. */
  readonly frameTabs: ReadonlyMap<string, readonly (readonly Cell[])[]>;
  /** Registers and frame tabs whose tab is gone. */
  readonly lostTabs: readonly string[];
}

const cellShape = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const matrixShape = z.array(z.array(cellShape));

/**
 * Reads the tabs of some registers, and whole tabs of ours, in one call: each column by its developer metadata,
 * each first row for the headers.
 *
 * @throws GoogleFailure when the spreadsheet cannot be read
 */
export async function readTabs(
  sheets: Pick<Sheets, 'valuesByDataFilter' | 'get'>,
  spreadsheetId: string,
  registers: readonly Register[],
  frameTabs: readonly string[] = [],
): Promise<WorkbookRead> {
  try {
    return await readPresent(sheets, spreadsheetId, registers, frameTabs, []);
  } catch (failure) {
    if (!(failure instanceof GoogleFailure) || failure.kind !== 'refused') throw failure;
    const present = await presentSheets(sheets, spreadsheetId);
    const isLost = (key: string) => !present.has(sheetIdOf(key));
    const lost = [...registers.map((register) => register.key), ...frameTabs].filter(isLost);
    if (lost.length === 0) throw failure;
    return readPresent(
      sheets,
      spreadsheetId,
      registers.filter((register) => !lost.includes(register.key)),
      frameTabs.filter((key) => !lost.includes(key)),
      lost,
    );
  }
}

async function presentSheets(
  sheets: Pick<Sheets, 'get'>,
  spreadsheetId: string,
): Promise<Set<number>> {
  const { sheets: present = [] } = await sheets.get(spreadsheetId, {
    fields: 'sheets(properties(sheetId))',
  });
  return new Set(present.flatMap((sheet) => sheet.properties?.sheetId ?? []));
}

async function readPresent(
  sheets: Pick<Sheets, 'valuesByDataFilter'>,
  spreadsheetId: string,
  registers: readonly Register[],
  frameTabs: readonly string[],
  lostTabs: readonly string[],
): Promise<WorkbookRead> {
  if (registers.length === 0 && frameTabs.length === 0)
    return { tabs: new Map(), frameTabs: new Map(), lostTabs };
  const ranges = await matched(sheets, spreadsheetId, [
    ...registers.flatMap(filtersOf),
    ...frameTabs.map((key) => ({ gridRange: { sheetId: sheetIdOf(key) } })),
  ]);
  const tabs = new Map<string, TabRead>();
  for (const register of registers) {
    const seen = tabSeen(register, ranges);
    const known = resolveLayout(register, seen);
    const unread = known.unmarked.size > 0;
    tabs.set(
      register.key,
      unread
        ? await readWholeTab(sheets, spreadsheetId, register, seen)
        : tabRead(register, known, seen),
    );
  }
  const whole = new Map(
    frameTabs.map((key) => [key, ranges.find(isGridOf(sheetIdOf(key)))?.rows ?? []]),
  );
  return { tabs, frameTabs: whole, lostTabs };
}

function tabRead(
  register: Register,
  resolved: Resolved,
  { cellsOf, copies }: Pick<Seen, 'cellsOf' | 'copies'>,
): TabRead {
  const { rows, blanks } = sheetRows(register, resolved.layout, (index) => cellsOf(index) ?? []);
  return { register, resolved, sheet: rows, blanks, identified: identify(rows), copies };
}

/** A column without its metadata was not read by it: read all of the tab once more and decide again. */
async function readWholeTab(
  sheets: Pick<Sheets, 'valuesByDataFilter'>,
  spreadsheetId: string,
  register: Register,
  { marked, copies }: Seen,
): Promise<TabRead> {
  const sheetId = sheetIdOf(register.key);
  const [all] = await matched(sheets, spreadsheetId, [{ gridRange: { sheetId } }]);
  const rows = all?.rows ?? [];
  const cellsOf = (index: number): readonly Cell[] => rows.map((row) => row[index]);
  const resolved = resolveLayout(register, {
    sheetId,
    title: all?.title ?? register.title.zh,
    header: rows[0] ?? [],
    marked,
    cellsOf,
  });
  return tabRead(register, resolved, { cellsOf, copies });
}

function filtersOf(register: Register): sheets_v4.Schema$DataFilter[] {
  return [
    { gridRange: { sheetId: sheetIdOf(register.key), startRowIndex: 0, endRowIndex: 1 } },
    ...tabColumns(register).map(([key]) => ({
      developerMetadataLookup: {
        metadataKey: columnMetadataKey,
        metadataValue: columnMark(register.key, key),
        locationType: 'COLUMN',
      },
    })),
  ];
}

interface MatchedRange {
  readonly filters: readonly sheets_v4.Schema$DataFilter[];
  readonly title: string;
  readonly column: number;
  readonly rows: readonly (readonly Cell[])[];
}

async function matched(
  sheets: Pick<Sheets, 'valuesByDataFilter'>,
  spreadsheetId: string,
  dataFilters: sheets_v4.Schema$DataFilter[],
): Promise<readonly MatchedRange[]> {
  const answer = await sheets.valuesByDataFilter(spreadsheetId, { dataFilters });
  return (answer.valueRanges ?? []).flatMap(({ valueRange, dataFilters: filters }) => {
    const place = partsOfRange(valueRange?.range ?? '');
    if (place === undefined)
      throw new Error(`Sheets answered an unreadable range: ${valueRange?.range}`);
    const rows = matrixShape
      .parse(valueRange?.values ?? [])
      .map((row) => row.map((cell): Cell => (cell === null || cell === '' ? undefined : cell)));
    return [{ filters: filters ?? [], title: place.title, column: place.column, rows }];
  });
}

/** What was read of a register's tab, and of its copies. */
type Seen = TabSeen & Pick<TabRead, 'copies'>;

function tabSeen(register: Register, ranges: readonly MatchedRange[]): Seen {
  const sheetId = sheetIdOf(register.key);
  const header = ranges.find(isGridOf(sheetId));
  const title = header?.title ?? register.title.zh;
  const columns = new Map<string, MatchedRange>();
  const copies = new Set<string>();
  for (const range of ranges)
    for (const { developerMetadataLookup } of range.filters) {
      const [owner, key] = developerMetadataLookup?.metadataValue?.split('/') ?? [];
      if (owner !== register.key || key === undefined) continue;
      // A duplicated tab carries metadata of the same names; only our own tab's counts.
      if (range.title === title) columns.set(key, range);
      else copies.add(range.title);
    }
  const byIndex = new Map(
    [...columns.values()].map((range) => [range.column, range.rows.map((row) => row[0])]),
  );
  return {
    sheetId,
    title,
    header: header?.rows[0] ?? [],
    marked: new Map([...columns].map(([key, range]) => [key, range.column])),
    cellsOf: (index: number) => byIndex.get(index),
    copies: [...copies],
  };
}

function isGridOf(sheetId: number) {
  return (range: MatchedRange): boolean =>
    range.filters.some((filter) => filter.gridRange?.sheetId === sheetId);
}
