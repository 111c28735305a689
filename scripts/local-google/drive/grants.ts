import type { FileRecord, GoogleState } from '../state.ts';
import { permissionIdOf, permissionJson } from './people.ts';

/** The permissions on a file: its owner's, its own, and those of its shared drive. */
export function grantsOf(state: GoogleState, file: FileRecord) {
  const { owner, driveId } = file;
  const drive = state.drives.get(driveId ?? '');
  return [
    ...(owner === undefined
      ? []
      : [
          permissionJson({
            id: permissionIdOf(owner),
            type: 'user',
            role: 'owner',
            emailAddress: owner,
          }),
        ]),
    ...file.permissions.map((grant) => permissionJson(grant)),
    ...(drive?.permissions ?? []).map((grant) => permissionJson(grant, drive?.id)),
  ];
}
