import { createHash } from 'node:crypto';
import type { Context, Principal } from '../service.ts';
import type { FileRecord, Media } from '../state.ts';
import { accessTo, isAtLeast, isTrashed, roleOn } from './access.ts';
import { folderType, spreadsheetType } from './find.ts';
import { grantsOf } from './grants.ts';
import { userJson } from './people.ts';
import { myDriveId } from './places.ts';

/** A file with all that the stand-in knows of it, as Drive shows it to `viewer`. */
export function fileJson({ state }: Context, viewer: Principal, file: FileRecord) {
  const { driveId, owner, media, description } = file;
  const grants = grantsOf(state, file);
  return {
    kind: 'drive#file',
    id: file.id,
    name: file.name,
    mimeType: file.mimeType,
    ...(description !== undefined && { description }),
    starred: file.starred,
    trashed: isTrashed(state, file),
    explicitlyTrashed: file.trashed,
    parents: visibleParents(state, viewer, file),
    ...(Object.keys(file.properties).length > 0 && { properties: file.properties }),
    ...(Object.keys(file.appProperties).length > 0 && { appProperties: file.appProperties }),
    spaces: ['drive'],
    version: String(file.version),
    webViewLink: webViewLink(file),
    createdTime: file.createdTime,
    modifiedTime: file.modifiedTime,
    lastModifyingUser: userJson(file.lastModifyingUser, viewer),
    modifiedByMe: file.lastModifyingUser === viewer.email,
    shared: driveId !== undefined || file.permissions.length > 0,
    ...(driveId !== undefined && { driveId, teamDriveId: driveId }),
    ...(owner !== undefined && {
      owners: [userJson(owner, viewer)],
      ownedByMe: owner === viewer.email,
      permissions: grants,
    }),
    permissionIds: grants.map(({ id }) => id),
    capabilities: capabilities(state, viewer, file),
    ...mediaJson(file.name, media),
  };
}

function visibleParents(state: Context['state'], viewer: Principal, file: FileRecord): string[] {
  return file.parents.filter((id) => {
    const folder = state.files.get(id);
    if (folder !== undefined) return accessTo(state, viewer, folder) !== 'none';
    return viewer.kind === 'user' || id === file.driveId || id === myDriveId(viewer.email);
  });
}

function webViewLink(file: FileRecord): string {
  if (file.mimeType === spreadsheetType) {
    return `https://docs.google.com/spreadsheets/d/${file.id}/edit?usp=drivesdk`;
  }
  if (file.mimeType === folderType) return `https://drive.google.com/drive/folders/${file.id}`;
  return `https://drive.google.com/file/d/${file.id}/view?usp=drivesdk`;
}

function capabilities(state: Context['state'], viewer: Principal, file: FileRecord) {
  const role = roleOn(state, viewer, file);
  const edits = isAtLeast(role, 'writer');
  const inDrive = file.driveId !== undefined;
  return {
    canEdit: edits,
    canRename: edits,
    canShare: edits,
    canCopy: isAtLeast(role, 'reader'),
    canTrash: isAtLeast(role, inDrive ? 'fileOrganizer' : 'owner'),
    canDelete: isAtLeast(role, inDrive ? 'organizer' : 'owner'),
    canAddChildren: edits && file.mimeType === folderType,
    canListChildren: file.mimeType === folderType,
  };
}

function mediaJson(name: string, media: Media | undefined) {
  if (media === undefined) return { quotaBytesUsed: '0' };
  const size = String(media.bytes.length);
  const digest = (algorithm: string) => createHash(algorithm).update(media.bytes).digest('hex');
  const extension = name.includes('.') ? (name.split('.').at(-1) ?? '') : '';
  return {
    size,
    quotaBytesUsed: size,
    md5Checksum: digest('md5'),
    sha1Checksum: digest('sha1'),
    sha256Checksum: digest('sha256'),
    originalFilename: name,
    fileExtension: extension,
    fullFileExtension: extension,
  };
}
