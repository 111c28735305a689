import { z } from 'zod';
import { numberParam, readBody, requiredText, textParam } from '../arguments.ts';
import { alreadyExists, GoogleError, permissionDenied } from '../errors.ts';
import { pageOf } from '../paging.ts';
import type { Answer, Call, Context } from '../service.ts';
import type { DriveRecord, Role } from '../state.ts';
import { isAtLeast, roleInDrive } from './access.ts';
import { insufficientPermissions } from './find.ts';
import { permissionIdOf } from './people.ts';

const shape = { name: z.string().min(1) };

/**
 * `drives.create`: its maker manages it. The same `requestId` again is answered 409, as Google
 * documents, so that a repeated request never makes a second drive.
 */
export function createDrive(call: Call, context: Context): Answer {
  const requestId = requiredText(call, 'requestId');
  const { name } = readBody(call, shape, ['id']);
  if (call.principal.kind === 'service') {
    throw permissionDenied(
      'The user does not have sufficient permissions to create a shared drive.',
      'userCannotCreateTeamDrives',
    );
  }
  const { state, clock, random } = context;
  if ([...state.drives.values()].some((drive) => drive.requestId === requestId)) {
    throw alreadyExists('A shared drive already exists for this request ID.', 'duplicate');
  }
  const { email } = call.principal;
  const drive: DriveRecord = {
    id: `0A${Buffer.from(random.bytes(12)).toString('base64url').slice(0, 14)}PVA`,
    name,
    hidden: false,
    createdTime: clock.now().toISOString(),
    requestId,
    permissions: [
      { id: permissionIdOf(email), type: 'user', role: 'organizer', emailAddress: email },
    ],
  };
  state.drives.set(drive.id, drive);
  return { json: driveJson(call, drive) };
}

/** `drives.get`. */
export function getDrive(call: Call, context: Context): Answer {
  return { json: driveJson(call, calledDrive(call, context, 'reader')) };
}

/** `drives.update`: another name. */
export function updateDrive(call: Call, context: Context): Answer {
  const drive = calledDrive(call, context, 'organizer');
  drive.name = readBody(call, shape).name;
  return { json: driveJson(call, drive) };
}

/** `drives.delete`: only an empty one. */
export function deleteDrive(call: Call, context: Context): Answer {
  const drive = calledDrive(call, context, 'organizer');
  const { files, drives } = context.state;
  if ([...files.values()].some(({ driveId }) => driveId === drive.id)) {
    throw permissionDenied(
      'The shared drive cannot be deleted because it contains items.',
      'cannotDeleteResourceWithChildren',
    );
  }
  drives.delete(drive.id);
  return { empty: true };
}

/** `drives.list`: those the caller is a member of. */
export function listDrives(call: Call, context: Context): Answer {
  if (textParam(call, 'q') !== undefined) {
    throw new GoogleError(
      501,
      'UNIMPLEMENTED',
      'The embedded stand-in for Google does not search shared drives.',
    );
  }
  const seen = [...context.state.drives.values()].filter(
    (drive) => roleInDrive(call.principal, drive) !== undefined,
  );
  const page = pageOf(seen, textParam(call, 'pageToken'), numberParam(call, 'pageSize') ?? 10);
  return {
    json: {
      kind: 'drive#driveList',
      ...(page.next !== undefined && { nextPageToken: page.next }),
      drives: page.items.map((drive) => driveJson(call, drive)),
    },
  };
}

function calledDrive(call: Call, { state }: Context, least: Role): DriveRecord {
  const id = requiredText(call, 'driveId');
  const drive = state.drives.get(id);
  const role = drive && roleInDrive(call.principal, drive);
  if (drive === undefined || role === undefined) {
    throw new GoogleError(404, 'NOT_FOUND', `Shared drive not found: ${id}`, {
      location: { type: 'parameter', name: 'driveId' },
    });
  }
  if (!isAtLeast(role, least)) throw insufficientPermissions();
  return drive;
}

function driveJson(call: Call, drive: DriveRecord) {
  const role = roleInDrive(call.principal, drive);
  return {
    kind: 'drive#drive',
    id: drive.id,
    name: drive.name,
    hidden: drive.hidden,
    createdTime: drive.createdTime,
    capabilities: {
      canAddChildren: isAtLeast(role, 'writer'),
      canEdit: isAtLeast(role, 'writer'),
      canListChildren: true,
      canManageMembers: isAtLeast(role, 'organizer'),
    },
  };
}
