import type { SheetsSchema as sheets_v4 } from '#platform/google/index.ts';
import { closedRowsRequest } from '#platform/workbook/closed-rows.ts';
import { rowDeletions } from '#platform/workbook/row-deletions.ts';
import { sheetIdOf } from '#platform/workbook/tabs.ts';

type Request = sheets_v4.Schema$Request;

/** A row on its way out of its tab. */
export interface LeavingRow {
  readonly id: string;
  /** In its tab, before the first slice. */
  readonly rowIndex: number;
  /** As 已结 keeps it. */
  readonly cells: readonly string[];
}

/** What happens at the top of a tab in its first slice, and to the tab as a whole. */
export interface TabTop {
  /** Rows at which the tab's own opening rows stood; they go. */
  readonly removed: readonly number[];
  /** Rows that are put in below the header. */
  readonly added: number;
  /** Fills the added rows, in each slice again, from what has left by its end. */
  readonly fill: (left: readonly LeavingRow[]) => Request[];
  /** After the last slice: added rows that came to nothing go. */
  readonly last: readonly Request[];
}

/** A tab of which nothing is at the top: one blank row, when none of its rows would be left. */
export function plainTop(isEmptied: boolean): TabTop {
  return { removed: [], added: isEmptied ? 1 : 0, fill: () => [], last: [] };
}

/** Rows that move in one batch. */
export const mostRows = 500;

/**
 * The batches by which the rows of one register leave: each appends to 已结 and deletes the same rows, from the last
 * to the first, so that no index moves before its turn; forms may add rows below meanwhile. Made one by one, since a
 * batch is many times what its rows are. Pure.
 */
export function* slices(
  register: string,
  rows: readonly LeavingRow[],
  top: TabTop,
): Generator<readonly Request[]> {
  const sheetId = sheetIdOf(register);
  const fromBelow = rows.toSorted((a, b) => b.rowIndex - a.rowIndex);
  const moved = (rowIndex: number): number =>
    rowIndex - top.removed.filter((index) => index < rowIndex).length + top.added;
  for (let start = 0; start < fromBelow.length || start === 0; start += mostRows) {
    const slice = fromBelow.slice(start, start + mostRows);
    const isLast = start + mostRows >= fromBelow.length;
    const requests = [
      ...(start === 0 ? topRequests(sheetId, top) : []),
      ...top.fill(fromBelow.slice(0, start + slice.length)),
      ...(slice.length > 0 ? [closedRowsRequest(slice.map(({ cells }) => cells))] : []),
      ...rowDeletions(
        sheetId,
        slice.map(({ rowIndex }) => moved(rowIndex)),
      ),
      ...(isLast ? top.last : []),
    ];
    if (requests.length > 0) yield requests;
  }
}

/** What is done once at the top of a tab. */
export function topRequests(
  sheetId: number,
  { removed, added }: Pick<TabTop, 'removed' | 'added'>,
): Request[] {
  const insert: Request = {
    insertDimension: {
      range: { sheetId, dimension: 'ROWS', startIndex: 1, endIndex: 1 + added },
      inheritFromBefore: false,
    },
  };
  // Rows are put in before any goes: a table never loses its last one.
  return [
    ...(added > 0 ? [insert] : []),
    ...rowDeletions(
      sheetId,
      removed.map((index) => index + added),
    ),
  ];
}
