import { numberParam, requiredText, textParam } from '../arguments.ts';
import { GoogleError } from '../errors.ts';
import type { Answer, Call, Context } from '../service.ts';
import type { ChangeRecord } from '../state.ts';
import { accessTo } from './access.ts';
import { fileJson } from './file-json.ts';
import { includesDrives } from './list.ts';

/** `changes.getStartPageToken`: where the changes that are still to come begin. */
export function getStartPageToken(_call: Call, { state }: Context): Answer {
  return { json: { kind: 'drive#startPageToken', startPageToken: String(state.changes.next) } };
}

/** `changes.list`: each file changed since the token once, in the order of its last change. */
export function listChanges(call: Call, context: Context): Answer {
  const { changes } = context.state;
  const from = readPageToken(requiredText(call, 'pageToken'));
  const size = numberParam(call, 'pageSize') ?? 100;
  const found = [...changes.byFile.values()]
    .filter((change) => change.sequence >= from && isSeen(call, context, change))
    .toSorted((a, b) => a.sequence - b.sequence);
  const last = found[size - 1];
  const more = found.length > size && last !== undefined;
  return {
    json: {
      kind: 'drive#changeList',
      ...(more
        ? { nextPageToken: String(last.sequence + 1) }
        : { newStartPageToken: String(changes.next) }),
      changes: found.slice(0, size).map((change) => changeJson(call, context, change)),
    },
  };
}

function isSeen(call: Call, { state }: Context, change: ChangeRecord): boolean {
  const driveId = textParam(call, 'driveId');
  if (driveId !== undefined && change.driveId !== driveId) return false;
  if (change.driveId !== undefined && !includesDrives(call)) return false;
  if (change.removed) return call.params.includeRemoved !== false;
  const file = state.files.get(change.fileId);
  return file !== undefined && accessTo(state, call.principal, file) !== 'none';
}

function changeJson(call: Call, context: Context, change: ChangeRecord) {
  const { fileId, driveId, time, removed } = change;
  const file = context.state.files.get(fileId);
  return {
    kind: 'drive#change',
    type: 'file',
    changeType: 'file',
    time,
    removed,
    fileId,
    ...(driveId !== undefined && { driveId, teamDriveId: driveId }),
    ...(file !== undefined && !removed && { file: fileJson(context, call.principal, file) }),
  };
}

/** The place in the change log that a token names. Throws 400. */
export function readPageToken(token: string): number {
  if (/^\d+$/.test(token)) return Number(token);
  throw new GoogleError(400, 'INVALID_ARGUMENT', 'Invalid Value', {
    reason: 'invalid',
    location: { type: 'parameter', name: 'pageToken' },
  });
}
