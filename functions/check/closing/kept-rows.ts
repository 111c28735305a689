import type { SheetsSchema as sheets_v4 } from '#platform/google/index.ts';
import type { Seals } from '#platform/seals/index.ts';
import { birthText } from '#platform/workbook/birth.ts';
import { enteredValue, numberFormatOf, originCell } from '#platform/workbook/cell-data.ts';
import {
  type ClosedRow,
  closedCells,
  type KeptCell,
  plainCell,
} from '#platform/workbook/closed-rows.ts';
import { findingFormula } from '#platform/workbook/finding-formula.ts';
import {
  findingColumn,
  idColumn,
  originColumn,
  sentColumn,
  sequenceColumn,
} from '#platform/workbook/frame-columns.ts';
import type { Resolved, TabLayout } from '#platform/workbook/layout.ts';
import type { RowPage } from '#platform/workbook/port.ts';
import { sealedColumns } from '#platform/workbook/row-content.ts';
import type { SheetRow } from '#platform/workbook/sheet-rows.ts';
import { shown } from '#schema/cell.ts';
import type { Register } from '#schema/register.ts';
import { type Cell, rowId, sequence } from '#schema/values.ts';

/** The cells of a whole tab, its header first. */
export type Grid = readonly (readonly Cell[])[];

const frame: ReadonlySet<string> = new Set([
  findingColumn,
  idColumn,
  sequenceColumn,
  sentColumn,
  originColumn,
]);

/**
 * A row as 已结 keeps it: every cell as it stands, personal ones sealed, columns of staff's own by header.
 *
 * @returns its cells in 已结, or nothing when it is too large for them
 */
export async function keptCells(
  seals: Seals,
  {
    register,
    resolved,
  }: { readonly register: Register; readonly resolved: Pick<Resolved, 'layout'> },
  row: SheetRow,
  grid: Grid,
  month: string,
): Promise<readonly string[] | undefined> {
  const { columns } = resolved.layout;
  const cells = grid[row.rowIndex] ?? [];
  const happened = String(row.values[register.happened ?? ''] ?? '');
  const sealed = sealedColumns(register);
  const kept: Record<string, KeptCell> = {};
  for (const [key, index] of columns) {
    const cell = plainCell(cells[index]);
    if (frame.has(key) || cell === undefined) continue;
    const place = { register: register.key, column: key, month: happened.slice(0, 7) };
    kept[key] = sealed.has(key) ? { sealed: await seals.seal(place, JSON.stringify(cell)) } : cell;
  }
  const known = new Set(columns.values());
  const own: Record<string, string | number | boolean> = {};
  for (const [index, cell] of cells.entries()) {
    const plain = plainCell(cell);
    if (known.has(index) || plain === undefined) continue;
    const header = String(grid[0]?.[index] ?? '');
    own[own[header] === undefined ? header : `${header} ${index}`] = plain;
  }
  const at = (key: string): string => String(cells[columns.get(key) ?? -1] ?? '');
  const closed: ClosedRow = {
    month,
    register: register.key,
    id: row.id ?? '',
    happened,
    title: register.title.zh,
    summary: summaryOf(register, row, sealed),
    content: {
      version: 1,
      sequence: row.sequence ?? '',
      sent: row.sent ?? '',
      origin: at(originColumn),
      cells: kept,
      own,
    },
  };
  return closedCells(closed);
}

/** What staff read of a closed row: what they see in its tab, but nothing personal. */
function summaryOf(
  { columns }: Register,
  { values }: SheetRow,
  sealed: ReadonlySet<string>,
): string {
  return Object.entries(columns)
    .filter(([key, column]) => !column.hidden && !column.personal && !sealed.has(key))
    .flatMap(([key, column]) => {
      const text = shown(column, values[key]);
      return text === '' ? [] : [`${column.title.zh}：${text}`];
    })
    .join('；');
}

/** What a row was born with is told with it, as when it was written first. */
function sentCell(row: {
  readonly id: string;
  readonly sequence: string;
  readonly sent: string;
}): string {
  const place = sequence.safeParse(row.sequence).data;
  if (row.sent === '' || place === undefined) return row.sent;
  return birthText({ sent: row.sent, id: rowId.parse(row.id), sequence: place });
}

/** The cells of a row of a register's tab, by absolute index, from what it holds by column and by header. */
export function tabCells(
  register: Register,
  layout: TabLayout,
  header: readonly Cell[],
  row: {
    readonly id: string;
    readonly sequence: string;
    readonly sent: string;
    readonly origin: string;
    readonly cells: ReadonlyMap<string, Cell>;
    readonly own: Readonly<Record<string, string | number | boolean>>;
  },
  rowPage: RowPage | undefined,
): sheets_v4.Schema$CellData[] {
  const placed = new Map<number, sheets_v4.Schema$CellData>();
  for (const [name, cell] of Object.entries(row.own)) {
    const index = header.findIndex((title) => String(title ?? '') === name);
    if (index >= 0) placed.set(index, { userEnteredValue: enteredValue(cell) });
  }
  const page = rowPage?.(register, rowId.parse(row.id));
  const frameText: Readonly<Record<string, string>> = {
    [idColumn]: row.id,
    [sequenceColumn]: row.sequence,
    [sentColumn]: sentCell(row),
  };
  for (const [key, index] of layout.columns) {
    const column = register.columns[key];
    const numberFormat = column && numberFormatOf(column);
    if (key === findingColumn)
      placed.set(index, {
        userEnteredValue: { formulaValue: findingFormula(layout.columns.get(idColumn) ?? 0) },
      });
    else if (key === originColumn) placed.set(index, originCell(row.origin || undefined, page));
    else
      placed.set(index, {
        userEnteredValue: enteredValue(frameText[key] || row.cells.get(key)),
        ...(numberFormat && { userEnteredFormat: { numberFormat } }),
      });
  }
  const last = Math.max(-1, ...placed.keys());
  return Array.from({ length: last + 1 }, (_, index) => placed.get(index) ?? {});
}
