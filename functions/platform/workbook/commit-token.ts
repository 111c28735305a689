import type { Clock } from '../clock.ts';
import type { Sheets, SheetsSchema as sheets_v4 } from '../google/index.ts';
import { positiveInt31, type Random, uuidFrom } from '../random.ts';

/**
 * A developer metadata with an id of our own inside an atomic batch: while it exists, the identical batch is
 * refused as a duplicate, so it can be sent again until that is known (hard point 5a).
 */
export interface CommitToken {
  readonly metadataId: number;
  /** Names the batch; short, since metadata share 30,000 characters a spreadsheet. */
  readonly value: string;
  readonly madeAt: number;
}

const tokenKey = 'c';
const lifeMilliseconds = 15 * 60_000;

export function newToken(random: Random, clock: Clock): CommitToken {
  return {
    metadataId: positiveInt31(random),
    value: uuidFrom(random).slice(0, 13),
    madeAt: clock.now().getTime(),
  };
}

/** The request that makes a batch unrepeatable. */
export function tokenRequest(token: CommitToken): sheets_v4.Schema$Request {
  return {
    createDeveloperMetadata: {
      developerMetadata: {
        metadataId: token.metadataId,
        metadataKey: tokenKey,
        metadataValue: token.value,
        visibility: 'DOCUMENT',
        location: { spreadsheet: true },
      },
    },
  };
}

/** Requests that take away tokens whose time is over. */
export function expiredTokenRequests(
  tokens: readonly { readonly metadataId: number; readonly madeAt: number }[],
  now: number,
): sheets_v4.Schema$Request[] {
  return tokens
    .filter((token) => now - token.madeAt > lifeMilliseconds)
    .slice(0, 50)
    .map(({ metadataId }) => ({
      deleteDeveloperMetadata: {
        dataFilter: { developerMetadataLookup: { metadataId, metadataKey: tokenKey } },
      },
    }));
}

/** Whether the batch of this token is in the spreadsheet: believed only by the token's value. */
export async function isCommitted(
  sheets: Pick<Sheets, 'searchMetadata'>,
  spreadsheetId: string,
  token: CommitToken,
): Promise<boolean> {
  const answer = await sheets.searchMetadata(spreadsheetId, [
    { developerMetadataLookup: { metadataId: token.metadataId } },
  ]);
  return (answer.matchedDeveloperMetadata ?? []).some(
    ({ developerMetadata }) =>
      developerMetadata?.metadataKey === tokenKey &&
      developerMetadata.metadataValue === token.value,
  );
}
