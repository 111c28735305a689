import type { GoogleFailure, Sheets, SheetsSchema as sheets_v4 } from '../google/index.ts';
import { columnMark, columnMetadataKey } from './frame-columns.ts';
import type { TabLayout } from './layout.ts';
import { refusal } from './refusal.ts';

/** The ids of the marks of a tab's columns, by mark. */
export type ColumnMarks = ReadonlyMap<string, number>;

/** Columns of a tab that a write holds to the places where they were read. */
export interface HeldColumns {
  readonly tab: {
    readonly register: { readonly key: string };
    readonly resolved: { readonly layout: TabLayout };
  };
  /** All of them where none are named. */
  readonly columns?: Iterable<string>;
}

const markFields = 'data(columnMetadata(developerMetadata(metadataId,metadataKey,metadataValue)))';

/** What to ask a spreadsheet for, of each tab, so that {@link marksOf} finds the marks in the answer. */
export const tabWithMarks = `properties(sheetId),${markFields}`;

/** The marks in a tab as it was answered. */
export function marksOf({ data = [] }: sheets_v4.Schema$Sheet): ColumnMarks {
  const found = data.flatMap(({ columnMetadata = [] }) =>
    columnMetadata.flatMap(({ developerMetadata = [] }) => developerMetadata),
  );
  return new Map(
    found.flatMap(({ metadataId, metadataKey, metadataValue }) =>
      metadataKey === columnMetadataKey && metadataValue && typeof metadataId === 'number'
        ? [[metadataValue, metadataId] as const]
        : [],
    ),
  );
}

/**
 * Requests that let a batch through only while the columns of a tab stand where they were read: cells are written by
 * position, and staff move columns between any read and write. Each column's mark is taken away from where the column
 * was, and put there again under its own id; a mark that is elsewhere by then is not taken away, so that the second is
 * a duplicate, and the batch is refused as a whole (the same behaviour as of the fence).
 *
 * @param held the columns to hold; all of them where none are named
 */
export function columnGuard(
  register: string,
  { sheetId, columns }: TabLayout,
  marks: ColumnMarks,
  held: Iterable<string> = columns.keys(),
): sheets_v4.Schema$Request[] {
  return [...new Set(held)].flatMap((column) => {
    const startIndex = columns.get(column);
    const metadataValue = columnMark(register, column);
    const metadataId = marks.get(metadataValue);
    // A column without its mark is given one by the check; until then nothing can be said of it.
    if (startIndex === undefined || metadataId === undefined) return [];
    const location = {
      dimensionRange: { sheetId, dimension: 'COLUMNS', startIndex, endIndex: startIndex + 1 },
    };
    return [
      {
        deleteDeveloperMetadata: {
          dataFilter: {
            developerMetadataLookup: {
              metadataId,
              metadataLocation: location,
              locationMatchingStrategy: 'EXACT_LOCATION',
            },
          },
        },
      },
      {
        createDeveloperMetadata: {
          developerMetadata: {
            metadataId,
            metadataKey: columnMetadataKey,
            metadataValue,
            visibility: 'DOCUMENT',
            location,
          },
        },
      },
    ];
  });
}

/** The guard of several tabs of one spreadsheet, whose marks it reads first. */
async function columnGuards(
  sheets: Pick<Sheets, 'get'>,
  spreadsheetId: string,
  held: readonly HeldColumns[],
): Promise<readonly sheets_v4.Schema$Request[]> {
  if (held.length === 0) return [];
  const { sheets: read = [] } = await sheets.get(spreadsheetId, {
    fields: `sheets(${tabWithMarks})`,
  });
  const marks = new Map(read.map((tab) => [tab.properties?.sheetId ?? 0, marksOf(tab)] as const));
  return held.flatMap(({ tab: { register, resolved }, columns }) =>
    columnGuard(
      register.key,
      resolved.layout,
      marks.get(resolved.layout.sheetId) ?? new Map(),
      columns,
    ),
  );
}

/**
 * Writes by position, in one batch, only while the columns it holds stand where they were read.
 *
 * @returns what Google refused, because a column has moved or a tab is gone; nothing was written then
 * @throws GoogleFailure of any other kind
 */
export async function writeHeld(
  sheets: Pick<Sheets, 'batchUpdate' | 'get'>,
  spreadsheetId: string,
  requests: readonly sheets_v4.Schema$Request[],
  held: readonly HeldColumns[] = [],
): Promise<GoogleFailure | undefined> {
  const guards = await columnGuards(sheets, spreadsheetId, held);
  return refusal(() =>
    sheets.batchUpdate(
      spreadsheetId,
      { requests: [...guards, ...requests] },
      { fields: 'spreadsheetId' },
    ),
  );
}
