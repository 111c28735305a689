import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Cell } from '#schema/values.ts';
import type { Sheets, SheetsSchema as sheets_v4 } from '../google/index.ts';
import { rowRuns } from './row-deletions.ts';
import { closedTab, sheetIdOf } from './tabs.ts';

const cellShape = z.union([z.string(), z.number(), z.boolean()]);
const keptCell = z.union([cellShape, z.object({ sealed: z.string() })]);

/** A cell as it stood in its tab; a personal one sealed under the key of its month. */
export type KeptCell = z.infer<typeof keptCell>;

const contentShape = z.object({
  version: z.literal(1),
  sequence: z.string(),
  sent: z.string(),
  origin: z.string(),
  cells: z.record(z.string(), keptCell),
  /** Columns that staff put into the tab themselves, by header. */
  own: z.record(z.string(), cellShape),
});

/** All that is needed to put a row back as it was. */
export type ClosedContent = z.infer<typeof contentShape>;

/** A row of a closed month as it stands in 已结. */
export interface ClosedRow {
  /** The closing that took it, `YYYY-MM`; it may have happened earlier. */
  readonly month: string;
  readonly register: string;
  readonly id: string;
  /** On the school's clock; its month is that of its keys. */
  readonly happened: string;
  readonly title: string;
  /** What staff read of it; nothing personal. */
  readonly summary: string;
  readonly content: ClosedContent;
}

/** A row of 已结 as it was read, with what is wrong with it. */
export interface ClosedLine {
  readonly rowIndex: number;
  readonly month: string;
  readonly register: string;
  readonly id: string;
  readonly summary: string;
  readonly hash: string;
  /** Nothing when the row is not what its hash says. */
  readonly row: ClosedRow | undefined;
}

export const closedColumns = [
  { title: '月份', width: 80 },
  { title: '登记簿', width: 110 },
  { title: '时间', width: 140 },
  { title: '摘要', width: 520 },
  { title: '内容', width: 80, hidden: true },
  { title: '行编号', width: 80, hidden: true },
  { title: '登记簿键', width: 80, hidden: true },
  { title: '校验', width: 80, hidden: true },
] as const;

/** A cell holds 50,000 characters. */
const longestCell = 49_000;

/** The hash of a closed row: SHA-256 over the form's name and the JSON of its cells before it (docs/closing.md). */
export function closedHash(cells: readonly string[]): string {
  return createHash('sha256')
    .update(`houqin-closed-1\n${JSON.stringify(cells.slice(0, closedColumns.length - 1))}`)
    .digest('base64url');
}

/** The digest of a month's closed rows of a workbook, whatever their order. */
export function closedDigest(hashes: readonly string[]): string {
  return createHash('sha256')
    .update(`houqin-month-1\n${hashes.toSorted().join('\n')}`)
    .digest('base64url');
}

/** The cells of a closed row, its hash last; `undefined` when they do not fit into cells. */
export function closedCells(row: ClosedRow): readonly string[] | undefined {
  const { sequence, sent, origin, cells, own } = row.content;
  const content = JSON.stringify({
    version: 1,
    sequence,
    sent,
    origin,
    cells: sorted(cells),
    own: sorted(own),
  });
  if (content.length > longestCell) return undefined;
  const before = [
    row.month,
    row.title,
    row.happened,
    row.summary.slice(0, 5_000),
    content,
    row.id,
    row.register,
  ];
  return [...before, closedHash(before)];
}

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** One request that appends rows to 已结. */
export function closedRowsRequest(rows: readonly (readonly string[])[]): sheets_v4.Schema$Request {
  return {
    appendCells: {
      sheetId: sheetIdOf(closedTab.key),
      fields: 'userEnteredValue',
      rows: rows.map((cells) => ({
        values: cells.map((stringValue) => ({ userEnteredValue: { stringValue } })),
      })),
    },
  };
}

/** Reads rows of 已结: those of a month by two reads, whatever the tab holds of others; or all. */
export async function readClosedLines(
  sheets: Pick<Sheets, 'valuesByDataFilter'>,
  spreadsheetId: string,
  month?: string,
): Promise<readonly ClosedLine[]> {
  return readClosedWhere(sheets, spreadsheetId, (of) => month === undefined || of === month);
}

/** Reads some rows of 已结 by two reads: which there are, and those wanted, by their month and register. */
export async function readClosedWhere(
  sheets: Pick<Sheets, 'valuesByDataFilter'>,
  spreadsheetId: string,
  isWanted: (month: string, register: string) => boolean,
): Promise<readonly ClosedLine[]> {
  const sheetId = sheetIdOf(closedTab.key);
  const read = async (ranges: readonly sheets_v4.Schema$GridRange[]) => {
    const { valueRanges = [] } = await sheets.valuesByDataFilter(spreadsheetId, {
      dataFilters: ranges.map((range) => ({ gridRange: { sheetId, ...range } })),
    });
    return valueRanges.map(({ valueRange, dataFilters }) => ({
      from: dataFilters?.[0]?.gridRange ?? {},
      rows: rowsShape.parse(valueRange?.values ?? []),
    }));
  };
  const columns = await read([monthColumn, keyColumn].map(columnRange));
  const column = (index: number) =>
    columns.find(({ from }) => (from.startColumnIndex ?? 0) === index)?.rows ?? [];
  const [months, keys] = [column(monthColumn), column(keyColumn)];
  const wanted = months.flatMap(([month], index) =>
    index > 0 && textOf(month) !== '' && isWanted(textOf(month), textOf(keys[index]?.[0]))
      ? [index]
      : [],
  );
  if (wanted.length === 0) return [];
  const ranges = rowRuns(wanted).map(({ start, end }) => ({
    startRowIndex: start,
    endRowIndex: end,
    startColumnIndex: 0,
    endColumnIndex: closedColumns.length,
  }));
  return (await read(ranges))
    .flatMap(({ from, rows }) =>
      rows.map((cells, index) => lineOf(cells.map(textOf), (from.startRowIndex ?? 0) + index)),
    )
    .filter((line) => line.month !== '' && isWanted(line.month, line.register))
    .toSorted((a, b) => a.rowIndex - b.rowIndex);
}

/** The months of which 已结 holds rows; none before the first closing. */
export async function readHeldMonths(
  sheets: Pick<Sheets, 'get' | 'valuesByDataFilter'>,
  spreadsheetId: string,
): Promise<readonly string[]> {
  const sheetId = sheetIdOf(closedTab.key);
  const { sheets: tabs = [] } = await sheets.get(spreadsheetId, {
    fields: 'sheets(properties(sheetId))',
  });
  if (!tabs.some(({ properties }) => properties?.sheetId === sheetId)) return [];
  const { valueRanges = [] } = await sheets.valuesByDataFilter(spreadsheetId, {
    dataFilters: [{ gridRange: { sheetId, ...columnRange(monthColumn) } }],
  });
  const cells = rowsShape.parse(valueRanges[0]?.valueRange?.values ?? []);
  return [...new Set(cells.slice(1).map(([month]) => textOf(month)))].filter(
    (month) => month !== '',
  );
}

const rowsShape = z.array(z.array(z.unknown()));
const monthColumn = 0;
const keyColumn = 6;

function columnRange(index: number): sheets_v4.Schema$GridRange {
  return { startColumnIndex: index, endColumnIndex: index + 1 };
}

function lineOf(cells: readonly string[], rowIndex: number): ClosedLine {
  const [month = '', title = '', happened = '', summary = '', json = ''] = cells;
  const [id = '', register = '', hash = ''] = cells.slice(5);
  const isWhole = closedHash([month, title, happened, summary, json, id, register]) === hash;
  const content = isWhole ? contentFrom(json) : undefined;
  return {
    rowIndex,
    month,
    register,
    id,
    summary,
    hash,
    row: content && { month, register, id, happened, title, summary, content },
  };
}

function contentFrom(json: string): ClosedContent | undefined {
  try {
    return contentShape.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}

function textOf(cell: unknown): string {
  return cell === undefined || cell === null ? '' : String(cell);
}

/** A cell that is not blank, as it is kept. */
export function plainCell(cell: Cell): z.infer<typeof cellShape> | undefined {
  return cell === undefined || cell === '' ? undefined : cell;
}
