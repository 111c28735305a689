import { alreadyExists, GoogleError, permissionDenied } from '../errors.ts';
import type { Answer, Call, Context } from '../service.ts';
import { createSpreadsheet } from '../sheets/create-spreadsheet.ts';
import { findSpreadsheet, keepSpreadsheet } from '../sheets/kept.ts';
import type { FileRecord } from '../state.ts';
import type { FileBody } from './file-body.ts';
import { applyFileBody, readFileBody } from './file-body.ts';
import { fileJson } from './file-json.ts';
import { enterFile, newFileId } from './files.ts';
import { calledFile, fileNotFound, folderType, spreadsheetType, supportsDrives } from './find.ts';

/** `files.create`: a folder, an empty spreadsheet, or a file with content. */
export function createFile(call: Call, context: Context): Answer {
  const body = readFileBody(call);
  const mimeType = body.mimeType ?? call.media?.contentType ?? 'application/octet-stream';
  const isDocument = mimeType.startsWith('application/vnd.google-apps.');
  if (isDocument) refuseDocument(mimeType, call);
  const file = enter(call, context, { ...body, name: body.name ?? 'Untitled', mimeType });
  if (!isDocument) {
    file.media = {
      contentType: call.media?.contentType ?? mimeType,
      bytes: call.media?.bytes ?? new Uint8Array(),
    };
  }
  if (mimeType === spreadsheetType) {
    createSpreadsheet(context, { spreadsheetId: file.id, title: file.name });
  }
  return { json: fileJson(context, call.principal, file) };
}

/** `files.copy`: also of a spreadsheet with all that is in it. Folders cannot be copied. */
export function copyFile(call: Call, context: Context): Answer {
  const source = calledFile(call, context, 'reader');
  if (source.mimeType === folderType) {
    throw permissionDenied('This file cannot be copied by the user.', 'cannotCopyFile');
  }
  const body = readFileBody(call);
  const file = enter(call, context, {
    ...body,
    name: body.name ?? `Copy of ${source.name}`,
    mimeType: source.mimeType,
    parents: body.parents ?? source.parents,
  });
  file.properties = { ...source.properties, ...file.properties };
  file.appProperties = { ...source.appProperties, ...file.appProperties };
  if (source.media !== undefined) file.media = source.media;
  const content = findSpreadsheet(context.state, source.id);
  if (content !== undefined) {
    // The content itself is immutable: both files can hold it until one is changed.
    keepSpreadsheet(context.state, file.id, {
      ...content,
      spreadsheetId: file.id,
      properties: { ...content.properties, title: file.name },
    });
  }
  return { json: fileJson(context, call.principal, file) };
}

/** `files.generateIds`: ids that a client may give to the files it creates. */
export function generateIds(call: Call, context: Context): Answer {
  const count = typeof call.params.count === 'number' ? call.params.count : 10;
  const ids = Array.from({ length: count }, () => newFileId(context.random));
  return { json: { kind: 'drive#generatedIds', space: 'drive', ids } };
}

function enter(
  call: Call,
  context: Context,
  body: FileBody & { name: string; mimeType: string },
): FileRecord {
  const { id = newFileId(context.random), name, mimeType, parents } = body;
  if (context.state.files.has(id)) {
    throw alreadyExists('A file already exists with the provided ID.', 'fileIdInUse');
  }
  const parent = parents?.[0] ?? 'root';
  const parentDrive = context.state.files.get(parent)?.driveId;
  const inDrive = parentDrive !== undefined || context.state.drives.has(parent);
  if (inDrive && !supportsDrives(call)) throw fileNotFound(parent);
  const wanted = { id, name, mimeType, ...(parents && { parents }) };
  const { createdTime } = body;
  const file = enterFile(context, call.principal, {
    ...wanted,
    ...(createdTime !== undefined && { createdTime: new Date(createdTime).toISOString() }),
  });
  applyFileBody(file, body);
  return file;
}

function refuseDocument(mimeType: string, call: Call): void {
  if (call.media === undefined && [folderType, spreadsheetType].includes(mimeType)) return;
  const what = call.media === undefined ? 'make files of type' : 'convert content into';
  throw new GoogleError(
    501,
    'UNIMPLEMENTED',
    `The embedded stand-in for Google does not ${what} ${mimeType}.`,
  );
}
