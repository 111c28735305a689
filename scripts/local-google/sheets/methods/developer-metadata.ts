import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { notFound } from '../../errors.ts';
import type { Handler } from '../../service.ts';
import { parseRange } from '../a1.ts';
import { matchMetadata, metadataToContract } from '../developer-metadata.ts';
import { bodyOf, opened } from '../serving.ts';

/** `developerMetadata.get`: throws 404 for an id no metadata has. */
export const getDeveloperMetadata: Handler = (call, context) => {
  const spreadsheet = opened(call, context);
  const wanted = Number(call.params.metadataId);
  const found = spreadsheet.developerMetadata.find(({ metadataId }) => metadataId === wanted);
  if (!found) throw notFound(`No developer metadata with ID ${wanted}.`);
  return { json: metadataToContract(found) };
};

/** `developerMetadata.search`: each metadata once, with the filters that selected it. */
export const searchDeveloperMetadata: Handler = (call, context) => {
  const spreadsheet = opened(call, context);
  const { dataFilters = [] } = bodyOf<sheets_v4.Schema$SearchDeveloperMetadataRequest>(call);
  const matches = dataFilters.map((filter) => ({
    filter,
    found: new Set(matchMetadata(spreadsheet, filter, (text) => parseRange(spreadsheet, text))),
  }));
  const matchedDeveloperMetadata = spreadsheet.developerMetadata.flatMap((metadata) => {
    const filters = matches.filter(({ found }) => found.has(metadata)).map(({ filter }) => filter);
    return filters.length === 0
      ? []
      : [{ developerMetadata: metadataToContract(metadata), dataFilters: filters }];
  });
  return {
    json: matchedDeveloperMetadata.length > 0 ? { matchedDeveloperMetadata } : {},
  };
};
