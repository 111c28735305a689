import type { SheetsSchema as sheets_v4 } from '../google/index.ts';

/** Rows that stand together, `end` not among them. */
export interface RowRun {
  readonly start: number;
  readonly end: number;
}

/** Rows by their indexes, those that stand together as one; the first comes first. */
export function rowRuns(indexes: readonly number[]): readonly RowRun[] {
  const runs: { start: number; end: number }[] = [];
  for (const index of indexes.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run.end === index) run.end = index + 1;
    else runs.push({ start: index, end: index + 1 });
  }
  return runs;
}

/** Requests that delete rows of a sheet, from the last to the first, so that no index moves before its turn. */
export function rowDeletions(
  sheetId: number,
  indexes: readonly number[],
): sheets_v4.Schema$Request[] {
  return rowRuns(indexes)
    .toReversed()
    .map(({ start, end }) => ({
      deleteDimension: {
        range: { sheetId, dimension: 'ROWS', startIndex: start, endIndex: end },
      },
    }));
}
