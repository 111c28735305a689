import { invalidArgument } from '../../errors.ts';
import { parseRange } from '../a1.ts';
import { locationFrom, matchMetadata, metadataToContract } from '../developer-metadata.ts';
import { names, parseFieldMask } from '../field-mask.ts';
import type { MetadataState } from '../model.ts';
import { locationInGrid, requireRoom, visibilityFrom } from './create-developer-metadata.ts';
import type { RequestHandler } from './index.ts';

/** Changes every metadata that one of the filters selects; selecting none is fine. */
export const updateDeveloperMetadata: RequestHandler<'updateDeveloperMetadata'> = (
  { dataFilters, developerMetadata, fields },
  edit,
) => {
  if (!dataFilters?.length) throw invalidArgument('Must specify at least one data filter.');
  const mask = parseFieldMask(fields);
  if (mask !== 'everything' && names(mask, 'metadataId')) {
    throw invalidArgument('The id of developer metadata cannot be changed.');
  }
  const given = developerMetadata ?? {};
  const spreadsheet = edit.spreadsheet();
  const selected = new Set(
    dataFilters.flatMap((filter) => [
      ...matchMetadata(spreadsheet, filter, (a1Range) => parseRange(spreadsheet, a1Range)),
    ]),
  );

  function updated(before: MetadataState): MetadataState {
    const { metadataValue: valueBefore, ...rest } = before;
    const value = names(mask, 'metadataValue') ? (given.metadataValue ?? undefined) : valueBefore;
    const key = names(mask, 'metadataKey') ? given.metadataKey : before.metadataKey;
    if (!key) throw invalidArgument('Developer metadata must always have a key specified.');
    return {
      ...rest,
      metadataKey: key,
      ...(value !== undefined && { metadataValue: value }),
      ...(names(mask, 'visibility') && { visibility: visibilityFrom(given.visibility) }),
      ...(names(mask, 'location') && {
        location: locationInGrid(edit, locationFrom(given.location ?? {})),
      }),
    };
  }

  const pairs = spreadsheet.developerMetadata.map((before) => ({
    before,
    after: selected.has(before) ? updated(before) : before,
  }));
  const changed = pairs.filter(({ before, after }) => before !== after).map(({ after }) => after);
  edit.changeSpreadsheet({ developerMetadata: pairs.map(({ after }) => after) });
  for (const { location } of changed) requireRoom(edit, location);
  return { developerMetadata: changed.map(metadataToContract) };
};
