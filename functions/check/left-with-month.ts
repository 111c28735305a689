import type { ClosedIds } from '#platform/workbook/closed-ids.ts';
import { rowId } from '#schema/values.ts';
import type { Difference } from './differences.ts';

/**
 * Of rows that are no longer in their tab those that left with a closed month, which are not deleted. Their ids were
 * indexed before they left, so it is known although whoever closed the month died before it could say so.
 */
export async function leftWithTheirMonth(
  closedIds: Pick<ClosedIds, 'find'>,
  spreadsheetId: string,
  found: readonly Difference[],
): Promise<ReadonlySet<string>> {
  const gone = found.flatMap(({ what, row }) => (what === 'deleted' ? [rowId.parse(row)] : []));
  if (gone.length === 0) return new Set();
  return new Set((await closedIds.find(spreadsheetId, gone)).keys());
}
