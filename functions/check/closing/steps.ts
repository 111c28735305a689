import type { SheetsSchema as sheets_v4 } from '#platform/google/index.ts';
import { positiveInt31, type Random } from '#platform/random.ts';
import type { FencedSheets } from '#platform/workbook/fence.ts';

type Request = sheets_v4.Schema$Request;

/** Batches on one spreadsheet, each of which proves that it follows the one before. */
export interface Steps {
  /** To be called before anything is read: what is read after it stays true until the next step. */
  begin(): Promise<void>;
  /**
   * Writes one atomic batch, which is refused when another one came between: an answer that was lost does no harm, for
   * whoever begins anew reads what is there.
   */
  take(requests: readonly Request[]): Promise<void>;
}

const stepId = 715_300_002;
const stepKey = 's';

export function createSteps(
  { sheets, random }: { readonly sheets: FencedSheets; readonly random: Random },
  spreadsheetId: string,
): Steps {
  let standing: string | undefined;
  return {
    async begin() {
      await sheets.close(spreadsheetId);
      standing = await stepNow(sheets, spreadsheetId);
    },
    async take(requests) {
      const next = String(positiveInt31(random));
      const body = { requests: [...stepRequests(standing, next), ...requests] };
      await sheets.batchUpdate(spreadsheetId, body, { fields: 'spreadsheetId' });
      standing = next;
    },
  };
}

async function stepNow(
  sheets: Pick<FencedSheets, 'searchMetadata'>,
  spreadsheetId: string,
): Promise<string | undefined> {
  const { matchedDeveloperMetadata = [] } = await sheets.searchMetadata(spreadsheetId, [
    { developerMetadataLookup: { metadataId: stepId } },
  ]);
  return matchedDeveloperMetadata[0]?.developerMetadata?.metadataValue ?? undefined;
}

/** Like the fence: under another step than the one that was read nothing is deleted, and the second is a duplicate. */
function stepRequests(standing: string | undefined, next: string): Request[] {
  const place = { metadataId: stepId, metadataKey: stepKey };
  return [
    ...(standing === undefined
      ? []
      : [
          {
            deleteDeveloperMetadata: {
              dataFilter: { developerMetadataLookup: { ...place, metadataValue: standing } },
            },
          },
        ]),
    {
      createDeveloperMetadata: {
        developerMetadata: {
          ...place,
          metadataValue: next,
          visibility: 'DOCUMENT',
          location: { spreadsheet: true },
        },
      },
    },
  ];
}
