import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalidArgument } from '../../errors.ts';
import type { Edit } from '../edit.ts';
import { type Lines, lineCount } from '../grid-moves.ts';
import type { DimensionName, Span } from '../range-map.ts';

/** `ROWS` or `COLUMNS` of a request. Throws 400 if it says neither. */
export function dimensionFrom(dimension: string | null | undefined): DimensionName {
  if (dimension === 'ROWS' || dimension === 'COLUMNS') return dimension;
  throw invalidArgument('No dimension specified.');
}

/** A dimension range of a request; open ends end at the edge of the grid. Throws 400 if empty. */
export function linesFrom(
  range: sheets_v4.Schema$DimensionRange | null | undefined,
  edit: Edit,
): { lines: Lines; span: Span; count: number } {
  const lines = { sheetId: range?.sheetId ?? 0, dimension: dimensionFrom(range?.dimension) };
  const count = lineCount(edit.sheet(lines.sheetId), lines.dimension);
  const span = { start: range?.startIndex ?? 0, end: range?.endIndex ?? count };
  if (span.start < 0) throw invalidArgument(`range.startIndex[${span.start}] cannot be negative`);
  if (span.end <= span.start) {
    throw invalidArgument(
      `range.endIndex[${span.end}] must be greater than range.startIndex[${span.start}]`,
    );
  }
  return { lines, span, count };
}
