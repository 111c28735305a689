import type { Columns } from '#schema/columns.ts';
import { entryOf, type Issue } from '#schema/entry.ts';
import type { Label } from '#schema/language.ts';
import type { Values } from '#schema/row.ts';
import type { LocalDate, RowId } from '#schema/values.ts';
import type { Draw } from './drawn.ts';
import { isNeeded, type Sheet } from './sheet.ts';
import { batchWords } from './words.ts';

/** One row as it was sent; `null` holds the place of a row that was left out. */
export type SentRow = {
  readonly id?: RowId | undefined;
  readonly values: Readonly<Record<string, unknown>>;
} | null;

/** What is wrong: with one row, from 0, or with what the rows share. */
export interface SheetIssue extends Issue {
  readonly row?: number;
}

/** A row that may be written. */
export interface SheetRow {
  readonly index: number;
  readonly id: RowId | undefined;
  readonly values: Values<Columns>;
}

export type SheetEntry =
  | { readonly ok: true; readonly rows: readonly SheetRow[] }
  | { readonly ok: false; readonly issues: readonly SheetIssue[] };

type IsKnown = (to: string, name: string) => boolean | undefined;
type Said = Readonly<Record<string, unknown>>;

/** Reads what a sheet's rows share; a column that the rows say too may be blank here. */
export function sharedEntry(sheet: Sheet, shared: Said, isKnown: IsKnown) {
  return entryOf(sheet.register, {
    asks: sheet.shared,
    sent: shared,
    isKnown,
    isRequired: (name) => isNeeded(sheet, name) && !sheet.each.includes(name),
  });
}

/** Reads a whole sheet: every row is checked, and one that is wrong holds back all. */
export function sheetEntry(
  sheet: Sheet,
  { shared, rows }: { readonly shared: Said; readonly rows: readonly SentRow[] },
  isKnown: IsKnown,
  draw: Draw,
  today: LocalDate,
): SheetEntry {
  const common = sharedEntry(sheet, shared, isKnown);
  const issues: SheetIssue[] = common.ok ? [] : [...common.issues];
  const sharedValues = common.ok ? common.values : {};
  const taken = new Set<RowId>();
  const read: SheetRow[] = [];
  for (const [index, row] of rows.entries()) {
    if (row === null) continue;
    const entry = rowEntry(sheet, row.values, sharedValues, isKnown);
    if (!entry.ok) issues.push(...entry.issues.map((issue) => ({ row: index, ...issue })));
    else read.push({ index, id: row.id, values: { ...sharedValues, ...entry.values } });
    if (row.id !== undefined && taken.has(row.id))
      issues.push({ row: index, column: 'id', message: batchWords.sameId });
    if (row.id !== undefined) taken.add(row.id);
  }
  if (rows.every((row) => row === null))
    issues.push({ column: 'rows', message: batchWords.noRows });
  if (issues.length > 0) return { ok: false, issues };
  const blank = draw
    .blank(
      read.map(({ values }) => values),
      today,
    )
    .flatMap((place) => {
      const row = read[place];
      return row && sheet.drawn
        ? [{ row: row.index, column: sheet.drawn.column, message: batchWords.drawnNeeds }]
        : [];
    });
  return blank.length > 0 ? { ok: false, issues: blank } : { ok: true, rows: read };
}

function rowEntry(sheet: Sheet, said: Said, shared: Values<Columns>, isKnown: IsKnown) {
  const asks =
    sheet.copied === undefined ? sheet.each : [...new Set([...sheet.each, sheet.copied])];
  const isBlank = asks.every((name) => isBlankText(said[name]) || name === sheet.copied);
  if (isBlank && Object.keys(said).every((name) => asks.includes(name)))
    return blankRow(sheet.each[0] ?? '', batchWords.blankRow);
  return entryOf(sheet.register, {
    asks,
    sent: said,
    isKnown,
    isRequired: (name) => isNeeded(sheet, name) && shared[name] === undefined,
  });
}

function blankRow(column: string, message: Label) {
  return { ok: false, issues: [{ column, message }] } as const;
}

/** Whether nothing was said; what is neither text nor missing says something. */
export function isBlankText(said: unknown): boolean {
  return said === undefined || said === null || (typeof said === 'string' && said.trim() === '');
}
