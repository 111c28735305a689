import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { standIn } from '../stand-in.ts';

type Create = sheets_v4.Schema$Spreadsheet;

/** The Sheets client of a person on a stand-in of its own, whose answers are held to the contract. */
export function sheetsClient() {
  const { google, clock, as } = standIn({ quota: 'off' });
  const sheetsAs = (token: string) => as(token).sheets;
  return { as: sheetsAs, state: google.state, clock, client: sheetsAs('li@school.example') };
}

/** A spreadsheet with one tab of plain values, and short ways to it. */
export async function workbook(
  values: readonly (readonly (string | number | boolean | null)[])[] = [],
  properties: sheets_v4.Schema$SheetProperties = {},
  more: Create = {},
) {
  const { client, as, state, clock } = sheetsClient();
  const title = properties.title ?? 'Sheet1';
  const made = await client.spreadsheets.create({
    requestBody: {
      properties: { title: '库房' },
      sheets: [{ properties: { sheetId: 7, title, ...properties } }],
      ...more,
    },
  });
  const spreadsheetId = made.data.spreadsheetId ?? '';
  const put = async (range: string, rows: unknown[][], valueInputOption = 'RAW') => {
    const request = { spreadsheetId, range, valueInputOption, requestBody: { values: rows } };
    return (await client.spreadsheets.values.update(request)).data;
  };
  if (values.length > 0)
    await put(
      `'${title}'!A1`,
      values.map((row) => [...row]),
    );
  return {
    client,
    as,
    state,
    clock,
    spreadsheetId,
    put,
    /** Runs requests of one batch; their replies. */
    run: async (...requests: sheets_v4.Schema$Request[]) => {
      const call = { spreadsheetId, requestBody: { requests } };
      return (await client.spreadsheets.batchUpdate(call)).data.replies ?? [];
    },
    /** The values of a range, as they are shown. */
    shown: async (range = title) =>
      (await client.spreadsheets.values.get({ spreadsheetId, range })).data.values ?? [],
    /** The same with formulas instead of their results. */
    written: async (range = title) => {
      const request = { spreadsheetId, range, valueRenderOption: 'FORMULA' };
      return (await client.spreadsheets.values.get(request)).data.values ?? [];
    },
    /** The whole spreadsheet, with its cells. */
    whole: async () =>
      (await client.spreadsheets.get({ spreadsheetId, includeGridData: true })).data,
  };
}
