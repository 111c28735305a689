import type { Principal } from '../service.ts';
import type { DriveRecord, FileRecord, GoogleState, PermissionRecord, Role } from '../state.ts';

export type Access = 'none' | 'read' | 'write';

/** From the least to the most. */
const ranks: readonly Role[] = [
  'reader',
  'commenter',
  'writer',
  'fileOrganizer',
  'organizer',
  'owner',
];

/**
 * The role of a caller on a file. Staff of the school share everything, so that the stand-in needs
 * no sharing dialog; a service account needs a permission on the file, a folder above it or its
 * shared drive, as at Google.
 */
export function roleOn(
  state: GoogleState,
  principal: Principal,
  file: FileRecord,
): Role | undefined {
  if (principal.kind === 'user' || file.owner === principal.email) {
    return file.driveId === undefined ? 'owner' : 'organizer';
  }
  return bestRole(grantsAbove(state, file).filter((grant) => appliesTo(grant, principal)));
}

/** The role of a caller in a shared drive as a whole. */
export function roleInDrive(principal: Principal, drive: DriveRecord): Role | undefined {
  if (principal.kind === 'user') return 'organizer';
  return bestRole(drive.permissions.filter((grant) => appliesTo(grant, principal)));
}

/** Whether a role allows all that another does. */
export function isAtLeast(role: Role | undefined, least: Role): boolean {
  return role !== undefined && ranks.indexOf(role) >= ranks.indexOf(least);
}

/** What a caller may do with a file. */
export function accessTo(state: GoogleState, principal: Principal, file: FileRecord): Access {
  const role = roleOn(state, principal, file);
  if (role === undefined) return 'none';
  return isAtLeast(role, 'writer') ? 'write' : 'read';
}

function bestRole(grants: readonly PermissionRecord[]): Role | undefined {
  return ranks.findLast((role) => grants.some((grant) => grant.role === role));
}

function grantsAbove(state: GoogleState, file: FileRecord): PermissionRecord[] {
  const drive = state.drives.get(file.driveId ?? '');
  return [file, ...foldersAbove(state, file)]
    .flatMap(({ permissions }) => permissions)
    .concat(drive?.permissions ?? []);
}

/** The folders a file lies in, the nearest first. */
export function foldersAbove(state: GoogleState, file: FileRecord): FileRecord[] {
  const found: FileRecord[] = [];
  let at = state.files.get(file.parents[0] ?? '');
  while (at !== undefined && !found.includes(at)) {
    found.push(at);
    at = state.files.get(at.parents[0] ?? '');
  }
  return found;
}

/** Whether a file, or a folder above it, is in the bin. */
export function isTrashed(state: GoogleState, file: FileRecord): boolean {
  return file.trashed || foldersAbove(state, file).some(({ trashed }) => trashed);
}

function appliesTo(grant: PermissionRecord, principal: Principal): boolean {
  if (grant.type === 'anyone') return true;
  if (grant.type === 'domain') return principal.email.endsWith(`@${grant.domain}`);
  return grant.emailAddress?.toLowerCase() === principal.email.toLowerCase();
}
