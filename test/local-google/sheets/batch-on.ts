import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { GoogleError } from '#scripts/local-google/errors.ts';
import type { Principal } from '#scripts/local-google/service.ts';
import { runRequests } from '#scripts/local-google/sheets/batch-update/index.ts';
import { createEdit } from '#scripts/local-google/sheets/edit.ts';
import { createFormulas } from '#scripts/local-google/sheets/formulas.ts';
import type { SpreadsheetState } from '#scripts/local-google/sheets/model.ts';
import { emptyState, type FileRecord, type GoogleState } from '#scripts/local-google/state.ts';

export const staff: Principal = { kind: 'user', email: 'zhang@school.example' };
export const owner: Principal = { kind: 'user', email: 'head@school.example' };
export const check: Principal = { kind: 'service', email: 'check@houqin.iam.gserviceaccount.com' };
export const intake: Principal = {
  kind: 'service',
  email: 'intake@houqin.iam.gserviceaccount.com',
};

const clock = { now: () => new Date('2026-11-24T02:00:00Z'), sleep: () => Promise.resolve() };

/** What requests make of a spreadsheet that `owner` owns, and their replies. */
export function batchOn(
  original: SpreadsheetState,
  requests: readonly sheets_v4.Schema$Request[],
  { as: principal = staff }: { as?: Principal } = {},
): { replies: sheets_v4.Schema$Response[]; spreadsheet: SpreadsheetState } {
  let next = 0;
  const random = {
    bytes: (length: number) =>
      Uint8Array.from({ length }, () => {
        next += 37;
        return next % 256;
      }),
  };
  const context = { state: stateWith(original.spreadsheetId), clock, random };
  const edit = createEdit({ original, context, principal, formulas: createFormulas({ clock }) });
  const replies = runRequests(requests, edit);
  return { replies, spreadsheet: edit.result() };
}

/** The message with which requests are refused. */
export function refusalOf(
  original: SpreadsheetState,
  requests: readonly sheets_v4.Schema$Request[],
  options: { as?: Principal } = {},
): string {
  try {
    batchOn(original, requests, options);
  } catch (error) {
    if (error instanceof GoogleError) return `${error.code} ${error.message}`;
    throw error;
  }
  throw new Error('The requests were carried out.');
}

function stateWith(spreadsheetId: string): GoogleState {
  const file: FileRecord = {
    id: spreadsheetId,
    name: '库房',
    mimeType: 'application/vnd.google-apps.spreadsheet',
    starred: false,
    parents: [],
    owner: owner.email,
    createdTime: '2026-09-01T00:00:00.000Z',
    modifiedTime: '2026-09-01T00:00:00.000Z',
    lastModifyingUser: owner.email,
    trashed: false,
    version: 1,
    permissions: [],
    properties: {},
    appProperties: {},
  };
  return { ...emptyState(), files: new Map([[spreadsheetId, file]]) };
}
