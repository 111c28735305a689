import { auth, sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { vi } from 'vitest';
import { systemClock } from '#platform/clock.ts';
import { systemRandom } from '#platform/random.ts';
import { createLocalGoogle } from '#scripts/local-google/create-local-google.ts';

type Requests = readonly sheets_v4.Schema$Request[];

/** A spreadsheet to try things on: the stand-in's, or a real one that the environment names. */
export interface Scratch {
  readonly spreadsheetId: string;
  readonly client: sheets_v4.Sheets;
  /** The same spreadsheet for somebody who may edit it but does not own it; if there is one. */
  readonly other: sheets_v4.Sheets | undefined;
  /** The e-mail of the account of `client`. */
  readonly owner: string;
}

/**
 * The scratch spreadsheet. With `HOUQIN_VERIFY_SPREADSHEET` it is that one of the real Google, opened
 * with the token `HOUQIN_VERIFY_TOKEN` or the default credentials of an account that owns it, whose
 * address `HOUQIN_VERIFY_OWNER` gives; `HOUQIN_VERIFY_OTHER_TOKEN` is a second account's. Each probe
 * makes a tab of its own there and deletes it again.
 */
export async function openScratch(environment: NodeJS.ProcessEnv = process.env): Promise<Scratch> {
  const spreadsheetId = environment.HOUQIN_VERIFY_SPREADSHEET;
  return spreadsheetId ? realScratch(spreadsheetId, environment) : localScratch();
}

/** Whether the probes run against the real Google. */
export const isReal = Boolean(process.env.HOUQIN_VERIFY_SPREADSHEET);

/** Whether there is a second account to try what others may do. */
export const hasOther = !isReal || Boolean(process.env.HOUQIN_VERIFY_OTHER_TOKEN);

async function localScratch(): Promise<Scratch> {
  const google = createLocalGoogle({
    clock: systemClock,
    random: systemRandom,
    quota: 'off',
    checkAnswers: true,
  });
  const client = clientWith('owner@school.example', (input, init) =>
    google.fetch(new Request(input, init)),
  );
  const other = clientWith('teacher@school.example', (input, init) =>
    google.fetch(new Request(input, init)),
  );
  const { data } = await client.spreadsheets.create({ requestBody: {} });
  google.stop();
  return {
    spreadsheetId: data.spreadsheetId ?? '',
    client,
    other,
    owner: 'owner@school.example',
  };
}

function clientWith(token: string, fetchImplementation: typeof fetch): sheets_v4.Sheets {
  return sheets({
    version: 'v4',
    rootUrl: 'http://google.local/',
    headers: { authorization: `Bearer ${token}` },
    fetchImplementation,
    retry: false,
  });
}

function realScratch(spreadsheetId: string, environment: NodeJS.ProcessEnv): Scratch {
  const owner = environment.HOUQIN_VERIFY_OWNER;
  if (!owner) {
    throw new Error(
      'HOUQIN_VERIFY_OWNER must be the e-mail address of the account that owns the scratch spreadsheet.',
    );
  }
  vi.setConfig({ testTimeout: 600_000 });
  const otherToken = environment.HOUQIN_VERIFY_OTHER_TOKEN;
  return {
    spreadsheetId,
    client: realClient(environment.HOUQIN_VERIFY_TOKEN),
    other: otherToken ? realClient(otherToken) : undefined,
    owner,
  };
}

/** Waits when the quota of a minute is used up; nothing else is repeated. */
function realClient(token: string | undefined): sheets_v4.Sheets {
  const scopes = ['https://www.googleapis.com/auth/spreadsheets'];
  return sheets({
    version: 'v4',
    ...(token
      ? { headers: { authorization: `Bearer ${token}` } }
      : { auth: new auth.GoogleAuth({ scopes }) }),
    retry: true,
    retryConfig: {
      retry: 6,
      noResponseRetries: 0,
      retryDelay: 20_000,
      statusCodesToRetry: [[429, 429]],
      httpMethodsToRetry: ['GET', 'POST'],
    },
  });
}

/** A tab of a probe's own. */
export interface Tab {
  readonly sheetId: number;
  readonly title: string;
  /** One atomic batch; answers the replies. Rejects as the client does. */
  batch(requests: Requests, options?: BatchOptions): Promise<Answer>;
  /** The same batch as it is refused: Google's code and message. */
  refusal(requests: Requests, options?: BatchOptions): Promise<string>;
  /** The values of a range of the tab, such as `A1:C9`. */
  values(range: string, render?: 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE'): Promise<unknown[][]>;
  /** The tab as the API describes it. */
  describe(fields: string): Promise<sheets_v4.Schema$Sheet>;
}

export interface BatchOptions {
  readonly as?: sheets_v4.Sheets;
  readonly responseRanges?: readonly string[];
}

type Answer = sheets_v4.Schema$BatchUpdateSpreadsheetResponse;

/** Makes a tab with these rows, hands it to the probe, and deletes it. */
export async function withTab(
  { client, spreadsheetId }: Scratch,
  rows: readonly (readonly (string | number | boolean)[])[],
  probe: (tab: Tab) => Promise<void>,
): Promise<void> {
  const title = `探 ${Math.floor(Math.random() * 1e9)}`;
  const added = await client.spreadsheets.batchUpdate({
    spreadsheetId,
    requestBody: {
      requests: [
        { addSheet: { properties: { title, gridProperties: { rowCount: 50, columnCount: 12 } } } },
      ],
    },
  });
  const sheetId = added.data.replies?.[0]?.addSheet?.properties?.sheetId ?? 0;
  const batch: Tab['batch'] = async (requests, { as = client, responseRanges } = {}) => {
    const { data } = await as.spreadsheets.batchUpdate({
      spreadsheetId,
      requestBody: {
        requests: [...requests],
        ...(responseRanges && {
          includeSpreadsheetInResponse: true,
          responseIncludeGridData: true,
          responseRanges: [...responseRanges],
        }),
      },
    });
    return data;
  };
  const tab: Tab = {
    sheetId,
    title,
    batch,
    refusal: (requests, options) =>
      batch(requests, options).then(
        () => {
          throw new Error('The batch was carried out.');
        },
        (error: unknown) => refusalText(error),
      ),
    values: async (range, valueRenderOption = 'UNFORMATTED_VALUE') => {
      const { data } = await client.spreadsheets.values.get({
        spreadsheetId,
        range: `'${title}'!${range}`,
        valueRenderOption,
      });
      return data.values ?? [];
    },
    describe: async (fields) => {
      const { data } = await client.spreadsheets.get({
        spreadsheetId,
        fields: `sheets(properties.sheetId,${fields})`,
      });
      const found = data.sheets?.find((sheet) => sheet.properties?.sheetId === sheetId);
      if (!found) throw new Error('The tab of the probe is gone.');
      return found;
    },
  };
  try {
    if (rows.length > 0) await batch([writeRows(sheetId, 0, rows)]);
    await probe(tab);
  } finally {
    await batch([{ deleteSheet: { sheetId } }]);
  }
}

/** Writes rows from column A on. */
export function writeRows(
  sheetId: number,
  rowIndex: number,
  rows: readonly (readonly (string | number | boolean)[])[],
): sheets_v4.Schema$Request {
  return {
    updateCells: {
      start: { sheetId, rowIndex, columnIndex: 0 },
      rows: rows.map(rowData),
      fields: 'userEnteredValue',
    },
  };
}

/** A row of plain values; a text with a leading `=` stays a text. */
export function rowData(row: readonly (string | number | boolean)[]): sheets_v4.Schema$RowData {
  return { values: row.map((value) => ({ userEnteredValue: extendedValue(value) })) };
}

function extendedValue(value: string | number | boolean): sheets_v4.Schema$ExtendedValue {
  if (typeof value === 'number') return { numberValue: value };
  return typeof value === 'boolean' ? { boolValue: value } : { stringValue: value };
}

function refusalText(error: unknown): string {
  if (!(error instanceof Error)) throw new Error('The client rejected without an error.');
  const code = 'status' in error ? String(error.status) : '';
  return `${code} ${error.message}`.trim();
}

/** A number no other probe uses, for ids of one's own. */
export function freshId(): number {
  return 1 + Math.floor(Math.random() * 2_000_000_000);
}
