import type { RowId } from '#schema/values.ts';
import type { RecentReads } from './recent-reads.ts';

const maxAge = 3_000;

/** Finds where rows stand now, over one instance's recent reads. Throws what reading throws. */
export function createRowPlaces(
  reads: RecentReads,
): (register: string, row: RowId) => Promise<string | undefined> {
  return async (register, row) => {
    await reads.atMost([register], maxAge);
    const read = reads.held(register)?.read;
    const number = read?.rowNumbers.get(row);
    return read && number !== undefined ? `${read.address.url}&range=A${number}` : undefined;
  };
}
