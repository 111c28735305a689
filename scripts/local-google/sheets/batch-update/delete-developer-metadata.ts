import { invalidArgument } from '../../errors.ts';
import { parseRange } from '../a1.ts';
import { matchMetadata, metadataToContract } from '../developer-metadata.ts';
import type { RequestHandler } from './index.ts';

/** Deletes every metadata that the filter selects; deleting none is fine. */
export const deleteDeveloperMetadata: RequestHandler<'deleteDeveloperMetadata'> = (
  { dataFilter },
  edit,
) => {
  if (!dataFilter) throw invalidArgument('Must specify a data filter.');
  const spreadsheet = edit.spreadsheet();
  const deleted = matchMetadata(spreadsheet, dataFilter, (a1Range) =>
    parseRange(spreadsheet, a1Range),
  );
  if (deleted.length === 0) return {};
  const gone = new Set(deleted);
  edit.changeSpreadsheet({
    developerMetadata: spreadsheet.developerMetadata.filter((one) => !gone.has(one)),
  });
  return { deletedDeveloperMetadata: deleted.map(metadataToContract) };
};
