import { textParam } from '../arguments.ts';
import { GoogleError, permissionDenied } from '../errors.ts';
import type { Answer, Call, Context } from '../service.ts';
import { findSpreadsheet, keepSpreadsheet } from '../sheets/kept.ts';
import type { FileRecord } from '../state.ts';
import { foldersAbove, isAtLeast, roleOn } from './access.ts';
import { recordChange, touch } from './changes.ts';
import { applyFileBody, readFileBody } from './file-body.ts';
import { fileJson } from './file-json.ts';
import { calledFile, folderType, insufficientPermissions } from './find.ts';
import type { Place } from './places.ts';
import { myDriveId, placeNamed, refuseWithoutStorage } from './places.ts';

/** `files.update`: names and properties, the bin, another folder, new content. */
export function updateFile(call: Call, context: Context): Answer {
  const file = calledFile(call, context, 'writer');
  const { parents, createdTime, id, mimeType, ...body } = readFileBody(call);
  for (const [name, value] of Object.entries({ parents, createdTime })) {
    if (value !== undefined) throw notWritable(name);
  }
  const converts = call.media !== undefined || (mimeType ?? file.mimeType) !== file.mimeType;
  if (converts && file.media === undefined) throw noConversion();
  if (body.trashed !== undefined && body.trashed !== file.trashed) requireBin(call, context, file);
  const place = destination(call, context, file);

  if (place !== undefined) move(call, file, place);
  if (body.trashed !== undefined) file.trashed = body.trashed;
  if (call.media !== undefined) file.media = call.media;
  if (file.media !== undefined)
    file.mimeType = mimeType ?? call.media?.contentType ?? file.mimeType;
  touch(context, call.principal, file);
  applyFileBody(file, body);
  renameContent(context, file);
  return { json: fileJson(context, call.principal, file) };
}

/** `files.delete`: for good, with all that is in a folder. Trashing needs less of a right. */
export function deleteFile(call: Call, context: Context): Answer {
  const file = calledFile(call, context, 'reader');
  const least = file.driveId === undefined ? 'owner' : 'organizer';
  if (!isAtLeast(roleOn(context.state, call.principal, file), least)) {
    throw insufficientPermissions();
  }
  const inside = [...context.state.files.values()].filter((other) =>
    foldersAbove(context.state, other).includes(file),
  );
  for (const gone of [...inside, file]) {
    recordChange(context, gone, true);
    context.state.files.delete(gone.id);
    context.state.spreadsheets.delete(gone.id);
  }
  return { empty: true };
}

function requireBin(call: Call, context: Context, file: FileRecord): void {
  const least = file.driveId === undefined ? 'owner' : 'fileOrganizer';
  if (!isAtLeast(roleOn(context.state, call.principal, file), least)) {
    throw insufficientPermissions();
  }
}

function destination(call: Call, context: Context, file: FileRecord): Place | undefined {
  const added = textParam(call, 'addParents');
  const removed = (textParam(call, 'removeParents') ?? '')
    .split(',')
    .map((id) => (id === 'root' ? myDriveId(call.principal.email) : id));
  if (added === undefined || file.parents.includes(added)) return undefined;
  if (!file.parents.every((id) => removed.includes(id))) {
    throw permissionDenied('Increasing the number of parents is not allowed', 'cannotAddParent');
  }
  const place = placeNamed(context, call.principal, added);
  const role = roleOn(context.state, call.principal, file);
  const leaves = file.driveId !== place.driveId;
  if (file.driveId !== undefined && !isAtLeast(role, leaves ? 'organizer' : 'fileOrganizer')) {
    throw insufficientPermissions();
  }
  if (leaves && file.mimeType === folderType) {
    throw permissionDenied(
      'Moving folders into shared drives is not supported.',
      'teamDrivesFolderMoveInNotSupported',
    );
  }
  if (leaves && place.driveId === undefined) refuseWithoutStorage(call.principal);
  return place;
}

function move(call: Call, file: FileRecord, place: Place): void {
  file.parents = [place.parent];
  if (file.driveId === place.driveId) return;
  if (place.driveId === undefined) {
    delete file.driveId;
    file.owner = call.principal.email;
  } else {
    file.driveId = place.driveId;
    delete file.owner;
  }
}

function renameContent({ state }: Context, file: FileRecord): void {
  const content = findSpreadsheet(state, file.id);
  if (content === undefined || content.properties.title === file.name) return;
  keepSpreadsheet(state, file.id, {
    ...content,
    properties: { ...content.properties, title: file.name },
  });
}

function noConversion(): GoogleError {
  return new GoogleError(
    501,
    'UNIMPLEMENTED',
    'The embedded stand-in for Google does not convert content.',
  );
}

function notWritable(name: string): GoogleError {
  const how = name === 'parents' ? ' Use the addParents and removeParents parameters instead.' : '';
  return permissionDenied(
    `The ${name} field is not directly writable in update requests.${how}`,
    'fieldNotWritable',
  );
}
