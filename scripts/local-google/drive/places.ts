import { createHash } from 'node:crypto';
import type { GoogleError } from '../errors.ts';
import { invalidArgument, permissionDenied } from '../errors.ts';
import type { Context, Principal } from '../service.ts';
import { isAtLeast, roleInDrive } from './access.ts';
import { driveFile, fileNotFound, folderType } from './find.ts';

/** Where a file lies: in a folder or at the top of a drive, and in which shared drive, if any. */
export interface Place {
  readonly parent: string;
  readonly driveId?: string;
}

/** The id of somebody's My Drive, for which clients may also write `root`. */
export function myDriveId(email: string): string {
  return `0A${createHash('sha256').update(email).digest('base64url').slice(0, 14)}PVA`;
}

/**
 * The place for a new file; without parents it is the caller's My Drive.
 * A service account owns no storage: outside a shared drive only its folders have a place.
 */
export function placeForNew(
  context: Context,
  principal: Principal,
  parents: readonly string[] | undefined,
  isFolder: boolean,
): Place {
  const [asked, ...more] = parents ?? [];
  if (more.length > 0) {
    throw invalidArgument(
      'A shared drive item must have exactly one parent.',
      'teamDrivesParentLimit',
    );
  }
  const place = placeNamed(context, principal, asked ?? 'root');
  if (place.driveId === undefined && !isFolder) refuseWithoutStorage(principal);
  return place;
}

/** The folder or drive with this id, if the caller may put something into it. Throws 404 and 403. */
export function placeNamed(context: Context, principal: Principal, id: string): Place {
  const home = myDriveId(principal.email);
  if (id === 'root' || id === home) return { parent: home };
  const drive = context.state.drives.get(id);
  if (drive !== undefined) {
    if (!isAtLeast(roleInDrive(principal, drive), 'writer')) throw fileNotFound(id);
    return { parent: id, driveId: id };
  }
  const folder = driveFile(context, principal, id, 'writer');
  if (folder.mimeType !== folderType) {
    throw permissionDenied('The specified parent is not a folder.', 'parentNotAFolder');
  }
  return {
    parent: id,
    ...(folder.driveId !== undefined && { driveId: folder.driveId }),
  };
}

/** Throws 403 `storageQuotaExceeded` for a service account, which cannot own a file. */
export function refuseWithoutStorage(principal: Principal): void {
  if (principal.kind === 'service') throw noStorage();
}

function noStorage(): GoogleError {
  return permissionDenied(
    'Service Accounts do not have storage quota. Leverage shared drives (https://developers.google.com/workspace/drive/api/guides/about-shareddrives), or use OAuth delegation (http://support.google.com/a/answer/7281227) instead.',
    'storageQuotaExceeded',
  );
}
