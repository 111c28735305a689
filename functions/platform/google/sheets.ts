import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Caller } from './call.ts';
import { once } from './once.ts';
import type { Quota } from './quota.ts';

/** The types of the Sheets API: `SheetsSchema.Schema$Request` and so on. */
export type { sheets_v4 as SheetsSchema } from 'googleapis/build/src/apis/sheets/v4.js';

export interface GetSpreadsheetOptions {
  readonly fields?: string;
  /** A1 ranges. */
  readonly ranges?: readonly string[];
  readonly includeGridData?: boolean;
}

export interface ValuesOptions {
  readonly majorDimension?: 'ROWS' | 'COLUMNS';
  /** `UNFORMATTED_VALUE` unless told otherwise: dates are serial numbers then. */
  readonly valueRenderOption?: 'UNFORMATTED_VALUE' | 'FORMATTED_VALUE' | 'FORMULA';
}

/** Google Sheets v4. Reads are repeated when that can help; writes never are. */
export interface Sheets {
  get(
    spreadsheetId: string,
    options?: GetSpreadsheetOptions,
  ): Promise<sheets_v4.Schema$Spreadsheet>;
  /** Makes a spreadsheet in the account's own Drive; in a shared drive it is made by `drive.createFile`. */
  create(
    body: sheets_v4.Schema$Spreadsheet,
    options?: { readonly fields?: string },
  ): Promise<sheets_v4.Schema$Spreadsheet>;
  /** One atomic batch, sent once: after an unclear failure the caller sends the identical batch with its commit token. */
  batchUpdate(
    spreadsheetId: string,
    body: sheets_v4.Schema$BatchUpdateSpreadsheetRequest,
    options?: { readonly fields?: string },
  ): Promise<sheets_v4.Schema$BatchUpdateSpreadsheetResponse>;
  /** Values and layout in one call; values as `UNFORMATTED_VALUE`, dates as serial numbers. */
  valuesByDataFilter(
    spreadsheetId: string,
    query: {
      readonly dataFilters: readonly sheets_v4.Schema$DataFilter[];
      readonly majorDimension?: 'ROWS' | 'COLUMNS';
    },
  ): Promise<sheets_v4.Schema$BatchGetValuesByDataFilterResponse>;
  /** Developer metadata that match any of the filters. */
  searchMetadata(
    spreadsheetId: string,
    dataFilters: readonly sheets_v4.Schema$DataFilter[],
  ): Promise<sheets_v4.Schema$SearchDeveloperMetadataResponse>;
  /**
   * Resolves when so many writes may go without waiting. Whoever reads in order to write waits here first, so that what
   * was read is not old by the time it is acted on.
   */
  roomToWrite(calls: number): Promise<void>;
  /** The same for reads, with an end to the patience (milliseconds): whoever can wait lets others go first. */
  roomToRead(calls: number, patience: number): Promise<void>;
  /** The values of one A1 range; trailing empty cells are missing, as Google leaves them out. */
  values(
    spreadsheetId: string,
    range: string,
    options?: ValuesOptions,
  ): Promise<sheets_v4.Schema$ValueRange>;
}

const scopes = ['https://www.googleapis.com/auth/spreadsheets'];

/** Sheets over the generated client, at the pace of the account's quotas. */
export function createSheets(
  caller: Caller,
  { reads, writes }: { readonly reads: Quota; readonly writes: Quota },
): Sheets {
  const client = once(async () => {
    // A bundle gives of a CommonJS module its default export only.
    const { default: module } = await import('googleapis/build/src/apis/sheets/index.js');
    const { auth, sheets } = module;
    return sheets({
      version: 'v4',
      ...(caller.usesDefaultCredentials && { auth: new auth.GoogleAuth({ scopes }) }),
    });
  });

  return {
    async get(spreadsheetId, { fields, ranges, includeGridData } = {}) {
      const { spreadsheets } = await client();
      const { data } = await caller(
        { what: 'sheets.get', repeat: 'safe', quota: reads },
        (options) =>
          spreadsheets.get(
            {
              spreadsheetId,
              ...(fields && { fields }),
              ...(ranges && { ranges: [...ranges] }),
              ...(includeGridData !== undefined && { includeGridData }),
            },
            options,
          ),
      );
      return data;
    },

    roomToWrite: (calls) => writes.room(calls),
    roomToRead: (calls, patience) => reads.room(calls, patience),

    async create(body, { fields } = {}) {
      const { spreadsheets } = await client();
      const { data } = await caller(
        { what: 'sheets.create', repeat: 'ifNotDone', quota: writes },
        (options) => spreadsheets.create({ requestBody: body, ...(fields && { fields }) }, options),
      );
      return data;
    },

    async batchUpdate(spreadsheetId, body, { fields } = {}) {
      const { spreadsheets } = await client();
      const { data } = await caller(
        { what: 'sheets.batchUpdate', repeat: 'never', quota: writes },
        (options) =>
          spreadsheets.batchUpdate(
            { spreadsheetId, requestBody: body, ...(fields && { fields }) },
            options,
          ),
      );
      return data;
    },

    async valuesByDataFilter(spreadsheetId, { dataFilters, majorDimension = 'ROWS' }) {
      const { spreadsheets } = await client();
      const { data } = await caller(
        { what: 'sheets.valuesByDataFilter', repeat: 'safe', quota: reads },
        (options) =>
          spreadsheets.values.batchGetByDataFilter(
            {
              spreadsheetId,
              requestBody: {
                dataFilters: [...dataFilters],
                majorDimension,
                valueRenderOption: 'UNFORMATTED_VALUE',
                dateTimeRenderOption: 'SERIAL_NUMBER',
              },
            },
            options,
          ),
      );
      return data;
    },

    async searchMetadata(spreadsheetId, dataFilters) {
      const { spreadsheets } = await client();
      const { data } = await caller(
        { what: 'sheets.searchMetadata', repeat: 'safe', quota: reads },
        (options) =>
          spreadsheets.developerMetadata.search(
            { spreadsheetId, requestBody: { dataFilters: [...dataFilters] } },
            options,
          ),
      );
      return data;
    },

    async values(
      spreadsheetId,
      range,
      { majorDimension = 'ROWS', valueRenderOption = 'UNFORMATTED_VALUE' } = {},
    ) {
      const { spreadsheets } = await client();
      const { data } = await caller(
        { what: 'sheets.values', repeat: 'safe', quota: reads },
        (options) =>
          spreadsheets.values.get(
            {
              spreadsheetId,
              range,
              majorDimension,
              valueRenderOption,
              dateTimeRenderOption: 'SERIAL_NUMBER',
            },
            options,
          ),
      );
      return data;
    },
  };
}
