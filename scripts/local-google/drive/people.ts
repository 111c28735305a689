import { createHash } from 'node:crypto';
import type { Principal } from '../service.ts';
import type { PermissionRecord } from '../state.ts';

/** The id Drive gives to a person's permissions: the same on every file. */
export function permissionIdOf(grantee: string): string {
  const hash = createHash('sha256').update(grantee.toLowerCase()).digest();
  return hash.readBigUInt64BE().toString().padStart(20, '0');
}

/** A person as Drive shows them to `viewer`. */
export function userJson(email: string, viewer: Principal) {
  return {
    kind: 'drive#user',
    displayName: email.split('@')[0] ?? email,
    me: email === viewer.email,
    permissionId: permissionIdOf(email),
    emailAddress: email,
  };
}

/** A permission as Drive shows it; `inheritedFrom` names the shared drive it comes from. */
export function permissionJson(grant: PermissionRecord, inheritedFrom?: string) {
  const { emailAddress, domain } = grant;
  const displayName = emailAddress?.split('@')[0] ?? domain;
  return {
    kind: 'drive#permission',
    id: grant.id,
    type: grant.type,
    role: grant.role,
    deleted: false,
    pendingOwner: false,
    ...(displayName !== undefined && { displayName }),
    ...(emailAddress !== undefined && { emailAddress }),
    ...(domain !== undefined && { domain }),
    ...(grant.type === 'anyone' || grant.type === 'domain'
      ? { allowFileDiscovery: grant.allowFileDiscovery ?? false }
      : {}),
    ...(inheritedFrom !== undefined && {
      permissionDetails: [
        { permissionType: 'member', role: grant.role, inheritedFrom, inherited: true },
      ],
    }),
  };
}
