import { invalidArgument } from '../../errors.ts';
import {
  charactersHeld,
  locationFrom,
  metadataCharacterLimit,
  metadataToContract,
  sheetIdOfLocation,
} from '../developer-metadata.ts';
import type { Edit } from '../edit.ts';
import { newNumber } from '../identifiers.ts';
import type { MetadataLocation, MetadataState } from '../model.ts';
import type { RequestHandler } from './index.ts';

/** Attaches a key and a value to the spreadsheet, a tab, a row or a column. */
export const createDeveloperMetadata: RequestHandler<'createDeveloperMetadata'> = (
  { developerMetadata },
  edit,
) => {
  const { metadataId, metadataKey, metadataValue, visibility, location } = developerMetadata ?? {};
  if (!metadataKey) throw invalidArgument('Developer metadata must always have a key specified.');
  const before = edit.spreadsheet().developerMetadata;
  const created: MetadataState = {
    metadataId: newNumber(
      edit,
      metadataId,
      (id) => before.some((one) => one.metadataId === id),
      'Developer metadata ID',
    ),
    metadataKey,
    ...(typeof metadataValue === 'string' && { metadataValue }),
    visibility: visibilityFrom(visibility),
    location: locationInGrid(edit, locationFrom(location ?? {})),
  };
  edit.changeSpreadsheet({ developerMetadata: [...before, created] });
  requireRoom(edit, created.location);
  return { developerMetadata: metadataToContract(created) };
};

/** Throws 400 unless the visibility is one of the two there are. */
export function visibilityFrom(visibility: string | null | undefined): MetadataState['visibility'] {
  if (visibility === 'DOCUMENT' || visibility === 'PROJECT') return visibility;
  throw invalidArgument('Developer metadata must always have visibility specified.');
}

/** The location again; throws 400 if there is no such tab, row or column. */
export function locationInGrid(edit: Edit, location: MetadataLocation): MetadataLocation {
  if (location.type === 'spreadsheet') return location;
  const { rowCount, columnCount } = edit.sheet(location.sheetId).properties.gridProperties;
  if (location.type === 'sheet') return location;
  const count = location.type === 'row' ? rowCount : columnCount;
  if (location.index < 0 || location.index >= count) {
    throw invalidArgument(
      `DimensionRange.startIndex[${location.index}] is after last ${location.type} in grid[${count}]`,
    );
  }
  return location;
}

/** Throws 400 if the spreadsheet, or the tab of the location, holds more than Google keeps. */
export function requireRoom(edit: Edit, location: MetadataLocation): void {
  const held = charactersHeld(edit.spreadsheet().developerMetadata, sheetIdOfLocation(location));
  if (held > metadataCharacterLimit) {
    throw invalidArgument(
      `This action would increase the developer metadata of the ${location.type === 'spreadsheet' ? 'spreadsheet' : 'sheet'} above the limit of ${metadataCharacterLimit} characters.`,
    );
  }
}
