import { sheetTitled } from '../a1.ts';
import type { ClosedRange, EffectiveValue, SheetState, SpreadsheetState } from '../model.ts';
import type { LookupIndexes } from './lookup-index.ts';
import type { Corner, Part, Parts, Reference } from './parse.ts';
import type { Version } from './versions.ts';

/** Where a formula stands, and what it may look at while it is made ready for the engine. */
export interface Scope {
  readonly spreadsheet: SpreadsheetState;
  readonly sheet: SheetState;
  /** The cell it is computed for. */
  readonly row: number;
  readonly column: number;
  /** How far the formula was moved from where it was written: what is not fixed by `$` moves along. */
  readonly rowShift: number;
  readonly columnShift: number;
  /** The present moment as a serial number in the spreadsheet's time zone. */
  readonly now: number;
  readonly lookups: LookupIndexes;
  /** What the cells of a tab are now. */
  readonly version: (sheet: SheetState) => Version;
  /** Notes that the result depends on this tab. */
  readonly reads: (sheet: SheetState) => void;
  /** Notes that the result depends on the constant in this cell, beyond what is written of it. */
  readonly usesCell: (cell: ReadCell) => void;
  /** Notes that the result depends on the time. */
  readonly usesTime: () => void;
  /** Open ranges normally end with the last used row; some functions count the empty ones too. */
  readonly countsEmptyRows: boolean;
}

/** A range in a tab that exists, cut to the grid. */
export interface PlacedRange extends ClosedRange {
  readonly sheet: SheetState;
}

export interface ReadCell {
  readonly sheet: SheetState;
  readonly row: number;
  readonly column: number;
}

/** The cell or range of a reference, or of a named range; undefined if it is none or does not exist. */
export function placeOf(parts: Parts | undefined, scope: Scope): PlacedRange | undefined {
  const part = onlyPart(parts);
  if (part?.kind === 'reference') return placeReference(part.reference, scope);
  if (part?.kind === 'name') return placeName(part.name, scope);
  return undefined;
}

export function placeName(name: string, scope: Scope): PlacedRange | undefined {
  const named = scope.spreadsheet.namedRanges.find(
    (one) => one.name.toLowerCase() === name.toLowerCase(),
  );
  if (!named) return undefined;
  const { sheetId, ...ends } = named.range;
  const sheet = scope.spreadsheet.sheets.find((one) => one.properties.sheetId === sheetId);
  return sheet && cut(sheet, ends, scope);
}

export function placeReference(reference: Reference, scope: Scope): PlacedRange | undefined {
  const { start, end = start } = reference;
  const sheet =
    reference.sheet === undefined ? scope.sheet : sheetTitled(scope.spreadsheet, reference.sheet);
  if (!sheet) return undefined;
  const rows = span(moved(start, 'row', scope), moved(end, 'row', scope));
  const columns = span(moved(start, 'column', scope), moved(end, 'column', scope));
  return cut(
    sheet,
    {
      ...(rows.from !== undefined && { startRowIndex: rows.from }),
      ...(rows.to !== undefined && { endRowIndex: rows.to + 1 }),
      ...(columns.from !== undefined && { startColumnIndex: columns.from }),
      ...(columns.to !== undefined && { endColumnIndex: columns.to + 1 }),
    },
    scope,
  );
}

function moved(corner: Corner, side: 'row' | 'column', scope: Scope): number | undefined {
  const index = corner[side];
  if (index === undefined) return undefined;
  if (side === 'row') return corner.rowFixed ? index : index + scope.rowShift;
  return corner.columnFixed ? index : index + scope.columnShift;
}

function span(
  one: number | undefined,
  other: number | undefined,
): { readonly from?: number; readonly to?: number } {
  if (one === undefined || other === undefined) {
    return one === undefined && other === undefined ? {} : { from: one ?? other ?? 0 };
  }
  return { from: Math.min(one, other), to: Math.max(one, other) };
}

function cut(
  sheet: SheetState,
  ends: Partial<Omit<ClosedRange, 'sheetId'>>,
  scope: Scope,
): PlacedRange | undefined {
  scope.reads(sheet);
  const { rowCount, columnCount } = sheet.properties.gridProperties;
  const startRowIndex = ends.startRowIndex ?? 0;
  const startColumnIndex = ends.startColumnIndex ?? 0;
  if (startRowIndex < 0 || startColumnIndex < 0) return undefined;
  const lastRow = scope.countsEmptyRows ? rowCount : sheet.rows.length;
  return {
    sheet,
    sheetId: sheet.properties.sheetId,
    startRowIndex,
    endRowIndex: ends.endRowIndex ?? Math.max(startRowIndex + 1, lastRow),
    startColumnIndex,
    endColumnIndex: ends.endColumnIndex ?? Math.max(startColumnIndex + 1, columnCount),
  };
}

/** The constant of a cell; `null` if it is empty, undefined if it is computed. */
export function constantIn(cell: ReadCell, scope: Scope): EffectiveValue | null | undefined {
  scope.usesCell(cell);
  const value = cell.sheet.rows[cell.row]?.[cell.column]?.value;
  if (!value) return null;
  return 'formulaValue' in value ? undefined : value;
}

export function onlyPart(parts: Parts | undefined): Part | undefined {
  return parts?.length === 1 ? parts[0] : undefined;
}
