import { blankLine, type Line } from '../pages/sheet-line.ts';
import { mostRows } from './body.ts';
import type { GridRow } from './grid.ts';
import { nameColumn, type Sheet } from './sheet.ts';
import { isTouched, type TypedRow } from './typed-sheet.ts';

/** A grid without prefilled rows begins with a few blank ones; a page of a ledger has more. */
export function blankLinesOf({ origin, isClosed }: Sheet): number {
  return isClosed ? 0 : origin === 'paper' ? 10 : 3;
}

/** The lines of a fresh grid. */
export function freshLines(sheet: Sheet, rows: readonly GridRow[]): readonly Line[] {
  if (rows.length === 0)
    return Array.from({ length: blankLinesOf(sheet) }, (_, index) => blankLine(index));
  return rows.map(({ values, drawn }, index) => ({
    ...blankLine(index),
    typed: values,
    was: values,
    isDrawn: drawn,
  }));
}

/** A grid drawn anew, with what was touched or added before put back: in its row by name, else behind the last. */
export function linesAgain(
  sheet: Sheet,
  rows: readonly GridRow[],
  typed: readonly TypedRow[],
): readonly Line[] {
  const name = nameColumn(sheet) ?? '';
  const kept = typed.filter(
    (row) => isTouched(row) && Object.values(row.typed).some((text) => text !== ''),
  );
  const fresh = freshLines(sheet, rows);
  const isNamed = (row: TypedRow, line: Line) =>
    row.was !== undefined && row.was[name] === line.was?.[name];
  const placed = fresh.map((line): Line => {
    const own = line.was && kept.find((row) => isNamed(row, line));
    return own ? { ...line, typed: own.typed, isSeen: own.isSeen, isGone: own.isGone } : line;
  });
  const homeless = kept.filter((row) => !fresh.some((line) => isNamed(row, line)));
  const filled = homeless.length > 0 ? placed.filter(({ was }) => was !== undefined) : placed;
  return [
    ...filled,
    ...homeless.map((row, place) => ({ ...blankLine(filled.length + place), typed: row.typed })),
  ].slice(0, mostRows);
}

/** Lines as they were typed, with blank ones added behind them. */
export function typedLines(rows: readonly TypedRow[], more = 0, drawn = new Set<number>()) {
  const next = Math.max(-1, ...rows.map(({ index }) => index)) + 1;
  const added = Math.min(more, Math.max(0, mostRows - next));
  return [
    ...rows.map((row): Line => ({ ...row, isDrawn: drawn.has(row.index) })),
    ...Array.from({ length: added }, (_, place) => blankLine(next + place)),
  ];
}
