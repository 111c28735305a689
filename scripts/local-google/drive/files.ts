import type { Random } from '#platform/random.ts';
import { notFound, permissionDenied } from '../errors.ts';
import type { Context, Principal } from '../service.ts';
import type { FileRecord } from '../state.ts';
import { accessTo } from './access.ts';
import { recordChange, touch } from './changes.ts';
import { folderType, spreadsheetType } from './find.ts';
import { placeForNew } from './places.ts';

/** An id like Google's: 44 characters for documents. */
export function newFileId(random: Random): string {
  return `1${Buffer.from(random.bytes(33)).toString('base64url').slice(0, 43)}`;
}

/**
 * Enters a spreadsheet into Drive; its content is the Sheets service's own.
 * Throws 403 `storageQuotaExceeded` for a service account outside a shared drive.
 */
export function createSpreadsheetFile(
  context: Context,
  principal: Principal,
  { id, name, parents }: { id: string; name: string; parents?: readonly string[] },
): FileRecord {
  return enterFile(context, principal, {
    id,
    name,
    mimeType: spreadsheetType,
    ...(parents && { parents }),
  });
}

/** Enters a new file into Drive where it belongs and notes the change. */
export function enterFile(
  context: Context,
  principal: Principal,
  wanted: {
    id: string;
    name: string;
    mimeType: string;
    parents?: readonly string[];
    createdTime?: string;
  },
): FileRecord {
  const place = placeForNew(context, principal, wanted.parents, wanted.mimeType === folderType);
  const now = context.clock.now().toISOString();
  const file: FileRecord = {
    id: wanted.id,
    name: wanted.name,
    mimeType: wanted.mimeType,
    starred: false,
    parents: [place.parent],
    ...(place.driveId === undefined ? { owner: principal.email } : { driveId: place.driveId }),
    createdTime: wanted.createdTime ?? now,
    modifiedTime: now,
    lastModifyingUser: principal.email,
    trashed: false,
    version: 1,
    permissions: [],
    properties: {},
    appProperties: {},
  };
  context.state.files.set(file.id, file);
  recordChange(context, file);
  return file;
}

/**
 * The file behind a spreadsheet, if the caller may use it so. Files in the bin still open, as at
 * Google. Throws 404 NOT_FOUND for an unknown id and 403 PERMISSION_DENIED without the right, in the
 * words of the Sheets API (Drive itself hides what one may not read: `driveFile`).
 */
export function requireFile(
  context: Context,
  principal: Principal,
  id: string,
  need: 'read' | 'write',
): FileRecord {
  const file = context.state.files.get(id);
  if (file === undefined) throw notFound();
  const access = accessTo(context.state, principal, file);
  if (access === 'none' || (need === 'write' && access !== 'write')) throw permissionDenied();
  return file;
}

/** Notes that `principal` changed the content of a file now. Throws if there is no such file. */
export function touchFile(context: Context, principal: Principal, id: string): void {
  const file = context.state.files.get(id);
  if (file === undefined) throw new Error(`touchFile: no file ${id}`);
  touch(context, principal, file);
}
