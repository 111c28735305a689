import type { GridRange } from './model.ts';
import { covers } from './ranges.ts';

/**
 * Where a range lies after cells moved. The very same object means it did not move; undefined that
 * all its cells are gone.
 */
export type RangeMap = (range: GridRange) => GridRange | undefined;

export type DimensionName = 'ROWS' | 'COLUMNS';

/** What a structural change touches: one dimension of one tab, or only a band across it. */
export interface Place {
  readonly sheetId: number;
  readonly dimension: DimensionName;
  /** For `insertRange` and `deleteRange`: the span of the other dimension that moves. */
  readonly band?: Span;
}

/** Half-open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span of a range; Infinity for an open end. */
type SpanMap = (span: Span) => Span | undefined;

/** Ranges behind `at` move on; those it falls into grow. */
export function insertion(place: Place, at: number, count: number): RangeMap {
  return along(place, ({ start, end }) => ({
    start: start >= at ? start + count : start,
    end: end > at ? end + count : end,
  }));
}

/** Ranges lose the cells of `gone`, those behind move up. */
export function deletion(place: Place, gone: Span): RangeMap {
  return along(place, (span) => without(span, gone));
}

/** Rows or columns `moved` go before the one that is now at `before`. */
export function movement(place: Place, moved: Span, before: number): RangeMap {
  const length = moved.end - moved.start;
  const target = before > moved.start ? before - length : before;
  return along(place, (span) => {
    if (span.start >= moved.start && span.end <= moved.end) {
      return { start: span.start - moved.start + target, end: span.end - moved.start + target };
    }
    const staysInside =
      span.start <= moved.start &&
      span.end >= moved.end &&
      before >= span.start &&
      before <= span.end;
    if (staysInside) return span;
    const rest = without(span, moved);
    return (
      rest && {
        start: rest.start >= target ? rest.start + length : rest.start,
        end: rest.end > target ? rest.end + length : rest.end,
      }
    );
  });
}

/** Ranges that lie wholly in `source` go with its cells, even to another tab. */
export function relocation(
  source: GridRange,
  target: { readonly sheetId: number; readonly rows: number; readonly columns: number },
): RangeMap {
  return (range) => {
    if (!covers(source, range)) return range;
    return {
      sheetId: target.sheetId,
      ...(range.startRowIndex !== undefined && {
        startRowIndex: range.startRowIndex + target.rows,
      }),
      ...(range.endRowIndex !== undefined && { endRowIndex: range.endRowIndex + target.rows }),
      ...(range.startColumnIndex !== undefined && {
        startColumnIndex: range.startColumnIndex + target.columns,
      }),
      ...(range.endColumnIndex !== undefined && {
        endColumnIndex: range.endColumnIndex + target.columns,
      }),
    };
  };
}

function without({ start, end }: Span, gone: Span): Span | undefined {
  const length = gone.end - gone.start;
  const rest = {
    start: start < gone.start ? start : Math.max(gone.start, start - length),
    end: end <= gone.start ? end : Math.max(gone.start, end - length),
  };
  return rest.start < rest.end ? rest : undefined;
}

function along({ sheetId, dimension, band }: Place, map: SpanMap): RangeMap {
  const rows = dimension === 'ROWS';
  return (range) => {
    if (range.sheetId !== sheetId) return range;
    const across = spanOf(range, !rows);
    if (band && (across.start < band.start || across.end > band.end)) return range;
    const before = spanOf(range, rows);
    const after = map(before);
    if (!after) return undefined;
    if (after.start === before.start && after.end === before.end) return range;
    return withSpan(range, rows, after);
  };
}

function spanOf(range: GridRange, rows: boolean): Span {
  return rows
    ? { start: range.startRowIndex ?? 0, end: range.endRowIndex ?? Infinity }
    : { start: range.startColumnIndex ?? 0, end: range.endColumnIndex ?? Infinity };
}

/** An open end stays open; so does an open start as long as it is at the edge. */
function withSpan(range: GridRange, rows: boolean, { start, end }: Span): GridRange {
  if (rows) {
    const open = range.startRowIndex === undefined;
    return {
      ...range,
      ...(!open && { startRowIndex: start }),
      ...(end !== Infinity && { endRowIndex: end }),
    };
  }
  const open = range.startColumnIndex === undefined;
  return {
    ...range,
    ...(!open && { startColumnIndex: start }),
    ...(end !== Infinity && { endColumnIndex: end }),
  };
}
