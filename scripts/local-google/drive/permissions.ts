import { z } from 'zod';
import { flagParam, readBody, requiredText } from '../arguments.ts';
import { GoogleError, invalidArgument, permissionDenied } from '../errors.ts';
import type { Answer, Call, Context } from '../service.ts';
import type { DriveRecord, FileRecord, PermissionRecord } from '../state.ts';
import { isAtLeast, roleInDrive } from './access.ts';
import { recordChange } from './changes.ts';
import { calledFile, fileNotFound, insufficientPermissions, supportsDrives } from './find.ts';
import { grantsOf } from './grants.ts';
import { permissionIdOf, permissionJson } from './people.ts';

const roles = ['owner', 'organizer', 'fileOrganizer', 'writer', 'commenter', 'reader'] as const;
const types = ['user', 'group', 'domain', 'anyone'] as const;

/** `permissions.create`: on a file, a folder or a shared drive; again for the same person changes the role. */
export function createPermission(call: Call, context: Context): Answer {
  const target = shared(call, context, 'change');
  const body = readBody(call, {
    type: z.enum(types, { error: `The permission type field is required.` }),
    role: z.enum(roles, { error: `The permission role field is required.` }),
    emailAddress: z.string().optional(),
    domain: z.string().optional(),
    allowFileDiscovery: z.boolean().optional(),
  });
  const grantee = granteeOf(body);
  if (body.role === 'owner') return transfer(call, context, target, grantee);
  refuseRole(target, body.role);
  const { emailAddress, domain, allowFileDiscovery } = body;
  const grant: PermissionRecord = {
    id: body.type === 'anyone' ? 'anyoneWithLink' : permissionIdOf(grantee),
    type: body.type,
    role: body.role,
    ...(emailAddress !== undefined && { emailAddress }),
    ...(domain !== undefined && { domain }),
    ...(allowFileDiscovery !== undefined && { allowFileDiscovery }),
  };
  const known = target.permissions.find(({ id }) => id === grant.id);
  if (known === undefined) target.permissions.push(grant);
  else known.role = grant.role;
  noteChange(context, target);
  return { json: permissionJson(known ?? grant) };
}

/** `permissions.update`: another role. */
export function updatePermission(call: Call, context: Context): Answer {
  const target = shared(call, context, 'change');
  const { role } = readBody(call, { role: z.enum(roles) });
  const grant = granted(call, target);
  refuseRole(target, role);
  grant.role = role;
  noteChange(context, target);
  return { json: permissionJson(grant) };
}

/** `permissions.list`, with those that come from the shared drive. */
export function listPermissions(call: Call, context: Context): Answer {
  const target = shared(call, context, 'see');
  const permissions =
    'mimeType' in target
      ? grantsOf(context.state, target)
      : target.permissions.map((grant) => permissionJson(grant));
  return { json: { kind: 'drive#permissionList', permissions } };
}

/** `permissions.get`. */
export function getPermission(call: Call, context: Context): Answer {
  return { json: permissionJson(granted(call, shared(call, context, 'see'))) };
}

/** `permissions.delete`. */
export function deletePermission(call: Call, context: Context): Answer {
  const target = shared(call, context, 'change');
  target.permissions.splice(target.permissions.indexOf(granted(call, target)), 1);
  noteChange(context, target);
  return { empty: true };
}

function shared(call: Call, context: Context, need: 'see' | 'change'): FileRecord | DriveRecord {
  const id = requiredText(call, 'fileId');
  const drive = context.state.drives.get(id);
  if (drive === undefined) return calledFile(call, context, need === 'see' ? 'reader' : 'writer');
  const role = roleInDrive(call.principal, drive);
  if (role === undefined || !supportsDrives(call)) throw fileNotFound(id);
  if (need === 'change' && !isAtLeast(role, 'organizer')) throw insufficientPermissions();
  return drive;
}

function granted(call: Call, target: FileRecord | DriveRecord): PermissionRecord {
  const id = requiredText(call, 'permissionId');
  const grant = target.permissions.find((known) => known.id === id);
  if (grant !== undefined) return grant;
  throw new GoogleError(404, 'NOT_FOUND', `Permission not found: ${id}.`, {
    location: { type: 'parameter', name: 'permissionId' },
  });
}

function granteeOf(body: {
  type: PermissionRecord['type'];
  emailAddress?: string | undefined;
  domain?: string | undefined;
}): string {
  if (body.type === 'anyone') return 'anyone';
  const grantee = body.type === 'domain' ? body.domain : body.emailAddress;
  if (grantee === undefined || grantee === '') {
    throw invalidArgument(
      'The specified emailAddress is invalid or not applicable for the given permission type.',
      'invalidSharingRequest',
    );
  }
  return grantee;
}

function refuseRole(target: FileRecord | DriveRecord, role: (typeof roles)[number]): void {
  const inDrive = !('mimeType' in target) || target.driveId !== undefined;
  if (role === 'owner' || (!inDrive && (role === 'organizer' || role === 'fileOrganizer'))) {
    throw permissionDenied('The specified role is not applicable to this item.');
  }
}

function transfer(
  call: Call,
  context: Context,
  target: FileRecord | DriveRecord,
  grantee: string,
): Answer {
  if (!flagParam(call, 'transferOwnership')) {
    throw permissionDenied(
      "The transferOwnership parameter must be enabled when the permission role is 'owner'.",
      'forbidden',
    );
  }
  if (!('mimeType' in target) || target.owner === undefined) {
    refuseRole(target, 'owner');
    throw new Error('a shared drive let its ownership be transferred');
  }
  target.owner = grantee;
  noteChange(context, target);
  return {
    json: permissionJson({
      id: permissionIdOf(grantee),
      type: 'user',
      role: 'owner',
      emailAddress: grantee,
    }),
  };
}

/** Sharing is a change of the file, but no modification of its content. */
function noteChange(context: Context, target: FileRecord | DriveRecord): void {
  if (!('mimeType' in target)) return;
  target.version += 1;
  recordChange(context, target);
}
