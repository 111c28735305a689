import type { Sheets, SheetsSchema as sheets_v4 } from '../google/index.ts';
import { columnMark, columnMetadataKey } from './frame-columns.ts';
import type { TabLayout } from './layout.ts';

/** The ids of the marks of a tab's columns, by mark. */
export type ColumnMarks = ReadonlyMap<string, number>;

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
 */
export function columnGuard(
  register: string,
  { sheetId, columns }: TabLayout,
  marks: ColumnMarks,
): sheets_v4.Schema$Request[] {
  return [...columns].flatMap(([column, startIndex]) => {
    const metadataValue = columnMark(register, column);
    const metadataId = marks.get(metadataValue);
    // A column without its mark is given one by the check; until then nothing can be said of it.
    if (metadataId === undefined) return [];
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

/** The guard of several tabs of one spreadsheet. Throws `GoogleFailure` when it cannot be read. */
export async function columnGuards(
  sheets: Pick<Sheets, 'get'>,
  spreadsheetId: string,
  tabs: readonly {
    readonly register: { readonly key: string };
    readonly resolved: { readonly layout: TabLayout };
  }[],
): Promise<readonly sheets_v4.Schema$Request[]> {
  const { sheets: read = [] } = await sheets.get(spreadsheetId, {
    fields: `sheets(${tabWithMarks})`,
  });
  const marks = new Map(read.map((tab) => [tab.properties?.sheetId ?? 0, marksOf(tab)] as const));
  return tabs.flatMap(({ register, resolved: { layout } }) =>
    columnGuard(register.key, layout, marks.get(layout.sheetId) ?? new Map()),
  );
}
