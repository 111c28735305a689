import { flagParam, requiredText } from '../arguments.ts';
import { GoogleError, permissionDenied } from '../errors.ts';
import type { Call, Context, Principal } from '../service.ts';
import type { FileRecord, Role } from '../state.ts';
import { isAtLeast, roleOn } from './access.ts';

export const folderType = 'application/vnd.google-apps.folder';
export const spreadsheetType = 'application/vnd.google-apps.spreadsheet';

/**
 * A file as Drive finds it: 404 for what the caller may not read, 403 for want of the role.
 */
export function driveFile(
  context: Context,
  principal: Principal,
  id: string,
  least: Role,
): FileRecord {
  const file = context.state.files.get(id);
  const role = file && roleOn(context.state, principal, file);
  if (file === undefined || role === undefined) throw fileNotFound(id);
  if (!isAtLeast(role, least)) throw insufficientPermissions();
  return file;
}

/** The file a call names. Those in shared drives are hidden from calls that do not support them. */
export function calledFile(call: Call, context: Context, least: Role): FileRecord {
  const id = requiredText(call, 'fileId');
  const file = driveFile(context, call.principal, id, least);
  if (file.driveId !== undefined && !supportsDrives(call)) throw fileNotFound(id);
  return file;
}

/** Whether the client says that it knows of shared drives. */
export function supportsDrives(call: Call): boolean {
  return flagParam(call, 'supportsAllDrives') || flagParam(call, 'supportsTeamDrives');
}

/** Drive's 403 for a file that the caller may see but not change in this way. */
export function insufficientPermissions(): GoogleError {
  return permissionDenied(
    'The user does not have sufficient permissions for this file.',
    'insufficientFilePermissions',
  );
}

/** Drive's 404. */
export function fileNotFound(id: string): GoogleError {
  return new GoogleError(404, 'NOT_FOUND', `File not found: ${id}.`, {
    location: { type: 'parameter', name: 'fileId' },
  });
}
