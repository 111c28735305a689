import { valueOfCell } from '#schema/cell.ts';
import type { Column } from '#schema/columns.ts';
import type { Register } from '#schema/register.ts';
import type { Cell } from '#schema/values.ts';
import { columnsToSpare, tabColumns } from './frame-columns.ts';

/** Where the columns of a register are in its tab, by column key. */
export interface TabLayout {
  readonly sheetId: number;
  readonly title: string;
  readonly columns: ReadonlyMap<string, number>;
}

/** Whether every column stands in both at the same place. */
export function isSameLayout(one: TabLayout, other: TabLayout): boolean {
  return (
    one.columns.size === other.columns.size &&
    [...one.columns].every(([key, index]) => other.columns.get(key) === index)
  );
}

/** What was seen of a tab, before anybody said which column is which. */
export interface TabSeen {
  readonly sheetId: number;
  readonly title: string;
  readonly header: readonly Cell[];
  /** Index by column key, of columns whose developer metadata is still there. */
  readonly marked: ReadonlyMap<string, number>;
  /** Cells of a column, the header first; `undefined` when they were not read. */
  readonly cellsOf: (index: number) => readonly Cell[] | undefined;
}

/** A layout with what should be mended, or the columns that cannot be found. */
export interface Resolved {
  readonly layout: TabLayout;
  /** Columns that lost their metadata. */
  readonly unmarked: ReadonlyMap<string, number>;
  /** Columns whose header was deleted. */
  readonly headless: ReadonlyMap<string, number>;
  readonly missing: readonly string[];
  /** Columns that the tab does without until set-up adds them. */
  readonly lacking: readonly string[];
}

/**
 * Finds each column by three witnesses: its metadata, its header (any name it ever had) and the kind of its cells.
 * Two that agree find it (hard point 1); a column for which no two agree is missing.
 */
export function resolveLayout(register: Register, seen: TabSeen): Resolved {
  const columns = new Map<string, number>();
  const unmarked = new Map<string, number>();
  const headless = new Map<string, number>();
  const missing: string[] = [];
  const lacking: string[] = [];
  for (const [key, column] of tabColumns(register)) {
    const byMark = seen.marked.get(key);
    const byHeader = headerIndex(seen.header, column);
    const place = placeOf(column, byMark, byHeader, seen);
    if (place === undefined) {
      (columnsToSpare.has(key) ? lacking : missing).push(key);
      continue;
    }
    columns.set(key, place);
    if (place !== byMark) unmarked.set(key, place);
    if (isBlank(seen.header[place])) headless.set(key, place);
  }
  return {
    layout: { sheetId: seen.sheetId, title: seen.title, columns },
    unmarked,
    headless,
    missing,
    lacking,
  };
}

function placeOf(
  column: Column,
  byMark: number | undefined,
  byHeader: number | undefined,
  seen: TabSeen,
): number | undefined {
  if (byMark !== undefined && (byMark === byHeader || fits(column, seen.cellsOf(byMark))))
    return byMark;
  if (byHeader !== undefined && fits(column, seen.cellsOf(byHeader))) return byHeader;
  // Metadata that staff cannot see is believed over a header they renamed, even above cells full of mistakes.
  return byMark ?? byHeader;
}

function headerIndex(header: readonly Cell[], column: Column): number | undefined {
  const names = [column.title.zh, column.title.en, ...(column.formerly ?? [])];
  const places = header.flatMap((cell, index) =>
    names.includes(String(cell ?? '').trim()) ? [index] : [],
  );
  return places.length === 1 ? places[0] : undefined;
}

/** Most of what stands in the cells can be read as the column's kind; nothing at all fits any kind. */
function fits(column: Column, cells: readonly Cell[] | undefined): boolean {
  if (cells === undefined) return true;
  const filled = cells.slice(1).filter((cell) => !isBlank(cell));
  const readable = filled.filter((cell) => valueOfCell(column, cell).ok);
  return readable.length * 2 >= filled.length;
}

function isBlank(cell: Cell): boolean {
  return cell === undefined || String(cell).trim() === '';
}
