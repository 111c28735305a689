import { createHmac } from 'node:crypto';
import type { Clock } from '#platform/clock.ts';
import type { Change } from './changes.ts';
import { createFold } from './fold.ts';
import type { Outward } from './outward.ts';

/** Where the on-edit script posts, and the secret it signs with. */
export interface OnEdit {
  readonly url: string;
  readonly secret?: string;
}

/**
 * Plays the on-edit script that a school may install in its workbooks: a person's edit posts the
 * spreadsheet's id, at most once a second for each. Apps Script does not run for edits by programs.
 */
export function createOnEdit(
  { url, secret }: OnEdit,
  clock: Clock,
  outward: Outward,
): (change: Change) => void {
  const post = createFold(clock, 1000, 'first', (spreadsheetId) => {
    const body = JSON.stringify({ spreadsheetId });
    const timestamp = String(clock.now().getTime());
    const headers = new Headers({ 'content-type': 'application/json' });
    if (secret !== undefined) {
      headers.set('x-houqin-timestamp', timestamp);
      headers.set(
        'x-houqin-signature',
        createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex'),
      );
    }
    void outward('on-edit', new Request(url, { method: 'POST', headers, body }));
  });
  return ({ isSpreadsheet, by, method, fileId }) => {
    if (isSpreadsheet && by.kind === 'user' && method.startsWith('sheets.')) post(fileId);
  };
}
