import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Cell } from '#schema/values.ts';
import type { Sheets, SheetsSchema as sheets_v4 } from '../google/index.ts';
import { enteredValue } from './cell-data.ts';
import { rowDeletions } from './row-deletions.ts';
import { closingTab, sheetIdOf } from './tabs.ts';

export const closingColumns = [
  { key: 'month', title: '月份', width: 80 },
  { key: 'register', title: '登记簿', width: 110 },
  { key: 'kind', title: '类别', width: 90 },
  { key: 'name', title: '名称', width: 240 },
  { key: 'opening', title: '期初', width: 70 },
  { key: 'begun', title: '建账', width: 70 },
  { key: 'received', title: '入库', width: 70 },
  { key: 'returned', title: '退库', width: 70 },
  { key: 'issued', title: '出库', width: 70 },
  { key: 'writtenOff', title: '报废', width: 70 },
  { key: 'adjusted', title: '调整', width: 70 },
  { key: 'closing', title: '期末', width: 70 },
  { key: 'unit', title: '单位', width: 60 },
  { key: 'value', title: '值', width: 90 },
  { key: 'note', title: '说明', width: 320 },
  { key: 'mark', title: '标识', width: 80, hidden: true },
  { key: 'check', title: '校验', width: 80, hidden: true },
] as const;

type ClosingColumn = (typeof closingColumns)[number]['key'];

/** One thing that a closed month came to. */
export type ClosingLine = Readonly<Partial<Record<ClosingColumn, string | number>>> & {
  readonly month: string;
  readonly kind: string;
  readonly name: string;
  /** Which thing it is, stable: register, kind and name. */
  readonly mark: string;
};

/** The line that says how the closing of a month stands. */
export const closingKind = '结账';
export const closingStates = {
  underWay: '正在结账',
  closed: '已结账',
  reopening: '正在重开',
  reopened: '已重开',
  stale: '须重结',
} as const;
export type ClosingState = keyof typeof closingStates;

/** 月结 as it was read. */
export interface PlacedLine {
  readonly rowIndex: number;
  readonly line: ClosingLine;
}

/** How the closing of a month stands in a workbook, of its lines in 月结. */
export function stateOf(lines: readonly PlacedLine[], month: string): ClosingState | undefined {
  const said = lines.find(({ line }) => line.month === month && line.kind === closingKind)?.line;
  const keys: readonly ClosingState[] = ['underWay', 'closed', 'reopening', 'reopened', 'stale'];
  return keys.find((key) => closingStates[key] === said?.name);
}

/** Months of which 月结 says something, in order. */
export function monthsIn(lines: readonly PlacedLine[]): readonly string[] {
  return [...new Set(lines.map(({ line }) => line.month))].toSorted();
}

/** The digest of a month's lines but the first, which carries it: their order does not matter (docs/closing.md). */
export function linesDigest(lines: readonly ClosingLine[]): string {
  const texts = lines
    .filter(({ kind }) => kind !== closingKind)
    .map((line) => JSON.stringify(cellsOf(line).map((cell) => cell ?? '')));
  return createHash('sha256')
    .update(`houqin-closing-1\n${texts.toSorted().join('\n')}`)
    .digest('base64url');
}

function cellsOf(line: ClosingLine): readonly Cell[] {
  return closingColumns.map(({ key }) => line[key]);
}

/** Puts lines at the top of 月结, so that the newest month is read first. */
export function addedLinesRequests(lines: readonly ClosingLine[]): sheets_v4.Schema$Request[] {
  const sheetId = sheetIdOf(closingTab.key);
  return [
    {
      insertDimension: {
        range: { sheetId, dimension: 'ROWS', startIndex: 1, endIndex: 1 + lines.length },
        inheritFromBefore: false,
      },
    },
    {
      updateCells: {
        start: { sheetId, rowIndex: 1, columnIndex: 0 },
        fields: 'userEnteredValue',
        rows: lines.map((line) => ({
          values: cellsOf(line).map((cell) => ({ userEnteredValue: enteredValue(cell) })),
        })),
      },
    },
  ];
}

/** Requests that take lines out of 月结, as it was read; to stand before those that add some. */
export function removedLinesRequests(
  lines: readonly PlacedLine[],
  isRemoved: (line: ClosingLine) => boolean,
): sheets_v4.Schema$Request[] {
  const indexes = lines.filter(({ line }) => isRemoved(line)).map(({ rowIndex }) => rowIndex);
  return rowDeletions(sheetIdOf(closingTab.key), indexes);
}

const rowsShape = z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])));

/**
 * Reads the lines of 月结 of a month, of those before it back to the last that is closed, and of those after it, whatever
 * the tab holds of earlier ones. Its tab must be there.
 */
export async function readClosingLines(
  sheets: Pick<Sheets, 'valuesByDataFilter'>,
  spreadsheetId: string,
  month: string,
): Promise<readonly PlacedLine[]> {
  const { from, last } = await monthsAt(sheets, spreadsheetId, month);
  if (last < 0) return [];
  const rows = await read(sheets, spreadsheetId, {
    startRowIndex: 1,
    endRowIndex: last + 2,
    startColumnIndex: 0,
    endColumnIndex: closingColumns.length,
  });
  return rows.flatMap((cells, index) => {
    const line = lineOf(cells);
    return line && line.month >= from ? [{ rowIndex: index + 1, line }] : [];
  });
}

const firstLook = 2000;

/**
 * The month from which lines are wanted, and the last row that holds some. The newest stand first, so that the top
 * tells, and more is read only where it does not.
 */
async function monthsAt(
  sheets: Pick<Sheets, 'valuesByDataFilter'>,
  spreadsheetId: string,
  month: string,
): Promise<{ readonly from: string; readonly last: number }> {
  for (let size = firstLook; ; size *= 4) {
    const said = await saidAtTop(sheets, spreadsheetId, size);
    const before = said.filter(([one = '']) => one !== '' && one < month).toSorted();
    const closed = before.findLast(
      ([, , kind, name]) => kind === closingKind && name === closingStates.closed,
    );
    const [from = month] = closed ?? before[0] ?? [];
    const isAll = said.length < size;
    if (isAll || (closed !== undefined && (said.at(-1)?.[0] ?? '') < from))
      return { from, last: said.findLastIndex(([one = '']) => one >= from) };
  }
}

/** Month, register, kind and name of so many lines from the top. */
async function saidAtTop(
  sheets: Pick<Sheets, 'valuesByDataFilter'>,
  spreadsheetId: string,
  size: number,
): Promise<readonly (readonly string[])[]> {
  const top = { endRowIndex: 1 + size, startColumnIndex: 0, endColumnIndex: 4 };
  const cells = await read(sheets, spreadsheetId, top);
  return cells.slice(1).map((line) => line.map((cell) => String(cell ?? '')));
}

/** Months from one on whose rows lie in an archive; its tab must be there. */
export async function readArchivedMonths(
  sheets: Pick<Sheets, 'valuesByDataFilter'>,
  spreadsheetId: string,
  from: string,
): Promise<readonly string[]> {
  for (let size = firstLook; ; size *= 4) {
    const said = await saidAtTop(sheets, spreadsheetId, size);
    if (said.length === size && (said.at(-1)?.[0] ?? '') >= from) continue;
    return said.flatMap(([month = '', archive = '', kind]) =>
      kind === closingKind && archive !== '' && month >= from ? [month] : [],
    );
  }
}

/** The school year to whose archive a month's rows went, as people name it; nothing while they are in 已结. */
export function archivedIn(lines: readonly PlacedLine[], month: string): string | undefined {
  const said = lines.find(({ line }) => line.month === month && line.kind === closingKind)?.line;
  return said?.register === undefined ? undefined : String(said.register);
}

/** Says in the line 结账 of a month to which archive its rows went. */
export function archivedRequests(
  lines: readonly PlacedLine[],
  month: string,
  archive: string,
): sheets_v4.Schema$Request[] {
  return lines
    .filter(({ line }) => line.month === month && line.kind === closingKind)
    .map(({ rowIndex }) => ({
      updateCells: {
        start: {
          sheetId: sheetIdOf(closingTab.key),
          rowIndex,
          columnIndex: closingColumns.findIndex(({ key }) => key === 'register'),
        },
        fields: 'userEnteredValue',
        rows: [{ values: [{ userEnteredValue: { stringValue: archive } }] }],
      },
    }));
}

/** Months that are closed in a spreadsheet, in order; its tab must be there. */
export async function readClosedMonths(
  sheets: Pick<Sheets, 'valuesByDataFilter'>,
  spreadsheetId: string,
): Promise<readonly string[]> {
  const said = await read(sheets, spreadsheetId, { startColumnIndex: 0, endColumnIndex: 4 });
  return said
    .filter(([, , kind, name]) => kind === closingKind && name === closingStates.closed)
    .map(([month]) => String(month))
    .toSorted();
}

/** The line at the top of 月结: one that says that something is under way always stands there. */
export async function readTopLine(
  sheets: Pick<Sheets, 'valuesByDataFilter'>,
  spreadsheetId: string,
): Promise<ClosingLine | undefined> {
  const [cells = []] = await read(sheets, spreadsheetId, { startRowIndex: 1, endRowIndex: 2 });
  return lineOf(cells);
}

async function read(
  sheets: Pick<Sheets, 'valuesByDataFilter'>,
  spreadsheetId: string,
  range: sheets_v4.Schema$GridRange,
) {
  const answer = await sheets.valuesByDataFilter(spreadsheetId, {
    dataFilters: [{ gridRange: { sheetId: sheetIdOf(closingTab.key), ...range } }],
  });
  return rowsShape.parse(answer.valueRanges?.[0]?.valueRange?.values ?? []);
}

function lineOf(cells: readonly unknown[]): ClosingLine | undefined {
  const line: Partial<Record<ClosingColumn, string | number>> = {};
  for (const [index, { key }] of closingColumns.entries()) {
    const cell = cells[index];
    if (cell === null || cell === undefined || cell === '') continue;
    line[key] = typeof cell === 'number' ? cell : String(cell);
  }
  const { month, kind, name = '', mark } = line;
  if (month === undefined || kind === undefined || mark === undefined) return undefined;
  return {
    ...line,
    month: String(month),
    kind: String(kind),
    name: String(name),
    mark: String(mark),
  };
}
