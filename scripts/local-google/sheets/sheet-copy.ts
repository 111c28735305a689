import { positiveInt31, type Random } from '#platform/random.ts';
import type { GridRange, MetadataState, SheetProperties, SheetState } from './model.ts';

/**
 * A tab copied under other properties. What has an id gets a new one, and ranges point to the copy;
 * titles of tables get a number, since they are unique in a spreadsheet.
 */
export function copiedSheet(
  source: SheetState,
  properties: SheetProperties,
  random: Random,
  tableNames: ReadonlySet<string>,
): SheetState {
  const at = <T extends GridRange>(range: T): T => ({ ...range, sheetId: properties.sheetId });
  return {
    ...source,
    properties,
    rows: source.rows.slice(),
    merges: source.merges.map(at),
    protectedRanges: source.protectedRanges.map(({ tableId: _table, ...one }) => ({
      ...one,
      protectedRangeId: positiveInt31(random),
      range: at(one.range),
      ...(one.unprotectedRanges && { unprotectedRanges: one.unprotectedRanges.map(at) }),
    })),
    conditionalFormats: source.conditionalFormats.map((one) => ({
      ...one,
      ranges: one.ranges.map(at),
    })),
    filterViews: source.filterViews.map((one) => ({
      ...one,
      filterViewId: positiveInt31(random),
      range: at(one.range),
    })),
    ...(source.basicFilter && {
      basicFilter: { ...source.basicFilter, range: at(source.basicFilter.range) },
    }),
    bandedRanges: source.bandedRanges.map((one) => ({
      ...one,
      bandedRangeId: positiveInt31(random),
      range: at(one.range),
    })),
    tables: source.tables.map((one) => ({
      ...one,
      tableId: String(positiveInt31(random)),
      name: freeTableName(one.name, tableNames),
      range: at(one.range),
    })),
  };
}

function freeTableName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const wanted = number === 1 ? name : `${name}_${number}`;
    if (!taken.has(wanted)) return wanted;
  }
}

/** The metadata of a tab, its rows and columns, for a copy of the tab. */
export function copiedMetadata(
  metadata: readonly MetadataState[],
  sourceSheetId: number,
  targetSheetId: number,
  random: Random,
): MetadataState[] {
  return metadata.flatMap((one) =>
    one.location.type !== 'spreadsheet' && one.location.sheetId === sourceSheetId
      ? [
          {
            ...one,
            metadataId: positiveInt31(random),
            location: { ...one.location, sheetId: targetSheetId },
          },
        ]
      : [],
  );
}
