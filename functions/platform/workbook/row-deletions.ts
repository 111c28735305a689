import type { SheetsSchema as sheets_v4 } from '../google/index.ts';

/** Requests that delete rows of a sheet, from the last to the first, so that no index moves before its turn. */
export function rowDeletions(
  sheetId: number,
  indexes: readonly number[],
): sheets_v4.Schema$Request[] {
  const runs: { start: number; end: number }[] = [];
  for (const index of indexes.toSorted((a, b) => b - a)) {
    const run = runs.at(-1);
    if (run && run.start === index + 1) run.start = index;
    else runs.push({ start: index, end: index + 1 });
  }
  return runs.map(({ start, end }) => ({
    deleteDimension: {
      range: { sheetId, dimension: 'ROWS', startIndex: start, endIndex: end },
    },
  }));
}
