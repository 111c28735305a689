import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalidArgument } from '../errors.ts';
import type { GridRange, MetadataLocation, MetadataState, SpreadsheetState } from './model.ts';
import { gridRangeFrom, intersects } from './ranges.ts';

type Lookup = sheets_v4.Schema$DeveloperMetadataLookup;
type Location = sheets_v4.Schema$DeveloperMetadataLocation;

/** Characters of keys and values a spreadsheet, and each of its tabs, may hold (Google's metadata guide). */
export const metadataCharacterLimit = 30_000;

/**
 * The metadata a data filter selects: by lookup, or by the place (everything attached to a tab, row
 * or column that the range touches).
 *
 * @param rangeOf turns an A1 range into a range of the grid; it throws 400 if it cannot.
 * @throws 400 if the filter names nothing, or names a lookup Google forbids.
 */
export function matchMetadata(
  spreadsheet: SpreadsheetState,
  filter: sheets_v4.Schema$DataFilter,
  rangeOf: (a1Range: string) => GridRange,
): readonly MetadataState[] {
  const { developerMetadataLookup: lookup, gridRange, a1Range } = filter;
  if (lookup) return lookUpMetadata(spreadsheet, lookup);
  if (gridRange) return metadataWithin(spreadsheet, gridRangeFrom(gridRange));
  if (a1Range) return metadataWithin(spreadsheet, rangeOf(a1Range));
  throw invalidArgument('Must specify at least one filter.');
}

/** The metadata that fits every field of the lookup; a lookup without fields fits all. */
export function lookUpMetadata(
  spreadsheet: SpreadsheetState,
  lookup: Lookup,
): readonly MetadataState[] {
  const fitsPlace = placeTest(lookup);
  return spreadsheet.developerMetadata.filter(
    (metadata) =>
      agrees(lookup.metadataId, metadata.metadataId) &&
      agrees(lookup.metadataKey, metadata.metadataKey) &&
      agrees(lookup.metadataValue, metadata.metadataValue) &&
      agrees(lookup.visibility, metadata.visibility) &&
      agrees(lookup.locationType, locationTypeOf(metadata.location)) &&
      fitsPlace(metadata.location),
  );
}

function metadataWithin(spreadsheet: SpreadsheetState, range: GridRange): readonly MetadataState[] {
  return spreadsheet.developerMetadata.filter(({ location }) => {
    const place = rangeOfLocation(location);
    return place !== undefined && intersects(place, range);
  });
}

function agrees<T>(wanted: T | null | undefined, actual: T | undefined): boolean {
  return wanted === undefined || wanted === null || wanted === actual;
}

/** Refuses the combinations the contract forbids, and tells which locations are meant. */
function placeTest(lookup: Lookup): (location: MetadataLocation) => boolean {
  const { metadataLocation, locationMatchingStrategy: strategy, locationType } = lookup;
  if (!metadataLocation) {
    if (strategy) {
      throw invalidArgument(
        'If locationMatchingStrategy is specified, a metadataLocation must also be specified.',
      );
    }
    return () => true;
  }
  const wanted = locationFrom(metadataLocation);
  if (strategy === 'EXACT_LOCATION') {
    if (locationType) {
      throw invalidArgument(
        'locationType must be left unspecified when the locationMatchingStrategy is specified as EXACT.',
      );
    }
    return (location) => sameLocation(location, wanted);
  }
  if (locationType === 'SPREADSHEET' && wanted.type !== 'spreadsheet') {
    throw invalidArgument(
      'locationType cannot be SPREADSHEET when the metadataLocation is a non-spreadsheet location.',
    );
  }
  if (strategy === 'INTERSECTING_LOCATION' && wanted.type === 'spreadsheet') {
    throw invalidArgument(
      'DeveloperMetadataLookup.spreadsheet is true, but locationMatchingStrategy was specified as INTERSECTING',
    );
  }
  const place = rangeOfLocation(wanted);
  return (location) => {
    const other = rangeOfLocation(location);
    return place && other ? intersects(place, other) : sameLocation(location, wanted);
  };
}

/**
 * The location of a request.
 *
 * @throws 400 unless it is the spreadsheet, one tab, one row or one column.
 */
export function locationFrom(location: Location): MetadataLocation {
  const { spreadsheet, sheetId, dimensionRange } = location;
  const given = [spreadsheet === true, typeof sheetId === 'number', Boolean(dimensionRange)];
  if (given.filter(Boolean).length !== 1) {
    throw invalidArgument(
      'DeveloperMetadataLocation must specify exactly one of spreadsheet, sheetId or dimensionRange.',
    );
  }
  if (typeof sheetId === 'number') return { type: 'sheet', sheetId };
  if (!dimensionRange) return { type: 'spreadsheet' };
  const { dimension, startIndex, endIndex } = dimensionRange;
  if (dimension !== 'ROWS' && dimension !== 'COLUMNS') {
    throw invalidArgument('Must specify a dimension of ROWS or COLUMNS in the dimensionRange.');
  }
  if (typeof startIndex !== 'number' || typeof endIndex !== 'number') {
    throw invalidArgument('DimensionRange must specify both a startIndex and an endIndex');
  }
  if (endIndex - startIndex !== 1) {
    throw invalidArgument('DimensionRange must represent a single row or column');
  }
  return {
    type: dimension === 'ROWS' ? 'row' : 'column',
    sheetId: dimensionRange.sheetId ?? 0,
    index: startIndex,
  };
}

/** The tab a location belongs to; undefined for the spreadsheet itself. */
export function sheetIdOfLocation(location: MetadataLocation): number | undefined {
  return location.type === 'spreadsheet' ? undefined : location.sheetId;
}

/** The cells a location stands for; undefined for the spreadsheet itself. */
export function rangeOfLocation(location: MetadataLocation): GridRange | undefined {
  switch (location.type) {
    case 'spreadsheet':
      return undefined;
    case 'sheet':
      return { sheetId: location.sheetId };
    case 'row':
      return {
        sheetId: location.sheetId,
        startRowIndex: location.index,
        endRowIndex: location.index + 1,
      };
    case 'column':
      return {
        sheetId: location.sheetId,
        startColumnIndex: location.index,
        endColumnIndex: location.index + 1,
      };
  }
}

function sameLocation(one: MetadataLocation, other: MetadataLocation): boolean {
  return (
    one.type === other.type &&
    sheetIdOfLocation(one) === sheetIdOfLocation(other) &&
    indexOf(one) === indexOf(other)
  );
}

function indexOf(location: MetadataLocation): number | undefined {
  return location.type === 'row' || location.type === 'column' ? location.index : undefined;
}

function locationTypeOf(location: MetadataLocation): string {
  return location.type.toUpperCase();
}

/** Metadata in the shape of the contract. */
export function metadataToContract(metadata: MetadataState): sheets_v4.Schema$DeveloperMetadata {
  const { metadataId, metadataKey, metadataValue, visibility, location } = metadata;
  return {
    metadataId,
    metadataKey,
    ...(metadataValue !== undefined && { metadataValue }),
    location: locationToContract(location),
    visibility,
  };
}

function locationToContract(location: MetadataLocation): Location {
  const locationType = locationTypeOf(location);
  switch (location.type) {
    case 'spreadsheet':
      return { locationType, spreadsheet: true };
    case 'sheet':
      return { locationType, sheetId: location.sheetId };
    default:
      return {
        locationType,
        dimensionRange: {
          sheetId: location.sheetId,
          dimension: location.type === 'row' ? 'ROWS' : 'COLUMNS',
          startIndex: location.index,
          endIndex: location.index + 1,
        },
      };
  }
}

/** How many characters of keys and values are attached to the spreadsheet itself, or to one tab. */
export function charactersHeld(
  metadata: readonly MetadataState[],
  sheetId: number | undefined,
): number {
  return metadata
    .filter(({ location }) => sheetIdOfLocation(location) === sheetId)
    .reduce((sum, one) => sum + one.metadataKey.length + (one.metadataValue?.length ?? 0), 0);
}
