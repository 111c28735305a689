import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalidArgument } from '../errors.ts';
import { parseRange } from './a1.ts';
import { lookUpMetadata, rangeOfLocation } from './developer-metadata.ts';
import type { GridRange, SpreadsheetState } from './model.ts';
import { gridRangeFrom } from './ranges.ts';

type DataFilter = sheets_v4.Schema$DataFilter;

/** A place that filters select, with those that did. */
export interface MatchedRange {
  readonly range: GridRange;
  readonly dataFilters: readonly DataFilter[];
}

/**
 * The places the filters select, each once, in the order of the filters. Metadata of the whole
 * spreadsheet has no place. Throws 400 for a filter that says nothing.
 */
export function matchRanges(
  spreadsheet: SpreadsheetState,
  filters: readonly DataFilter[],
): MatchedRange[] {
  const matched = new Map<string, MatchedRange>();
  for (const filter of filters) {
    for (const range of rangesOf(spreadsheet, filter)) {
      const key = keyOf(range);
      const before = matched.get(key)?.dataFilters ?? [];
      matched.set(key, { range, dataFilters: [...before, filter] });
    }
  }
  return [...matched.values()];
}

function rangesOf(spreadsheet: SpreadsheetState, filter: DataFilter): GridRange[] {
  const { developerMetadataLookup, gridRange, a1Range } = filter;
  if (developerMetadataLookup) {
    return lookUpMetadata(spreadsheet, developerMetadataLookup).flatMap(
      ({ location }) => rangeOfLocation(location) ?? [],
    );
  }
  if (gridRange) return [gridRangeFrom(gridRange)];
  if (a1Range) return [parseRange(spreadsheet, a1Range)];
  throw invalidArgument('Must specify at least one filter.');
}

function keyOf(range: GridRange): string {
  const { sheetId, startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = range;
  return JSON.stringify([sheetId, startRowIndex, endRowIndex, startColumnIndex, endColumnIndex]);
}
