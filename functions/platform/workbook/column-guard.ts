import { GoogleFailure, type Sheets, type SheetsSchema as sheets_v4 } from '../google/index.ts';
import { columnMarkId } from './frame-columns.ts';
import type { TabRead } from './read-tabs.ts';
import { markRequest } from './setup/column-requests.ts';

/**
 * Requests that let a batch pass only while columns stand where they were read: what follows them by column index then
 * lands in these columns and no other, whatever staff insert, move or delete meanwhile.
 *
 * Each deletes the column's metadata by its id and its exact place, and makes it again there. Of a column that has moved
 * nothing is deleted, the second is a duplicate, and the batch is refused as a whole (docs/google-assumptions.md, M1, M2d).
 * A column without its metadata cannot be held.
 *
 * @param keys the columns that are written
 */
export function columnGuard(
  { register, resolved }: Pick<TabRead, 'register' | 'resolved'>,
  keys: Iterable<string>,
): sheets_v4.Schema$Request[] {
  const { sheetId, columns } = resolved.layout;
  return [...new Set(keys)].flatMap((key) => {
    const index = columns.get(key);
    if (index === undefined || resolved.unmarked.has(key)) return [];
    return [
      {
        deleteDeveloperMetadata: {
          dataFilter: {
            developerMetadataLookup: {
              metadataId: columnMarkId(register.key, key),
              metadataLocation: {
                dimensionRange: {
                  sheetId,
                  dimension: 'COLUMNS',
                  startIndex: index,
                  endIndex: index + 1,
                },
              },
              locationMatchingStrategy: 'EXACT_LOCATION',
            },
          },
        },
      },
      markRequest({ sheetId, register: register.key, key, index }),
    ];
  });
}

/**
 * Writes what can wait for the next look.
 *
 * @returns false when a column has moved meanwhile, or the tab is gone: nothing was written
 */
export async function writtenIfSteady(
  sheets: Pick<Sheets, 'batchUpdate'>,
  spreadsheetId: string,
  requests: readonly sheets_v4.Schema$Request[],
): Promise<boolean> {
  const answer = await unlessRefused(() =>
    sheets.batchUpdate(spreadsheetId, { requests: [...requests] }, { fields: 'spreadsheetId' }),
  );
  return answer !== undefined;
}

/** What Google answers; `undefined` when it refuses, because a tab or column is not where it was read. */
export async function unlessRefused<T>(call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (failure) {
    if (failure instanceof GoogleFailure && failure.kind === 'refused') return undefined;
    throw failure;
  }
}
