import { flagParam, numberParam, textParam } from '../arguments.ts';
import { GoogleError } from '../errors.ts';
import { pageOf } from '../paging.ts';
import type { Answer, Call, Context } from '../service.ts';
import type { FileRecord } from '../state.ts';
import { accessTo } from './access.ts';
import { fileJson } from './file-json.ts';
import { fileNotFound, folderType, supportsDrives } from './find.ts';
import { readQuery } from './query.ts';

/** `files.list`: what the caller can see and the query finds, the last changed first. */
export function listFiles(call: Call, context: Context): Answer {
  const { state } = context;
  const q = textParam(call, 'q') ?? '';
  const fits = q.trim() === '' ? () => true : readQuery(q, state, call.principal);
  const inCorpus = corpus(call, context);
  const found = [...state.files.values()]
    .filter((file) => accessTo(state, call.principal, file) !== 'none')
    .filter((file) => inCorpus(file) && fits(file))
    .toSorted(order(textParam(call, 'orderBy') ?? 'modifiedTime desc'));
  const page = pageOf(found, textParam(call, 'pageToken'), numberParam(call, 'pageSize') ?? 100);
  return {
    json: {
      kind: 'drive#fileList',
      incompleteSearch: false,
      ...(page.next !== undefined && { nextPageToken: page.next }),
      files: page.items.map((file) => fileJson(context, call.principal, file)),
    },
  };
}

/** Whether the client asks for files of shared drives too. */
export function includesDrives(call: Call): boolean {
  return flagParam(call, 'includeItemsFromAllDrives') || flagParam(call, 'includeTeamDriveItems');
}

function corpus(call: Call, { state }: Context): (file: FileRecord) => boolean {
  const driveId = textParam(call, 'driveId');
  const corpora = textParam(call, 'corpora') ?? 'user';
  const includes = includesDrives(call);
  if (includes && !supportsDrives(call)) {
    throw wrong('includeItemsFromAllDrives', 'requires supportsAllDrives to be true');
  }
  if (driveId !== undefined && !includes) {
    throw wrong('driveId', 'requires includeItemsFromAllDrives and supportsAllDrives to be true');
  }
  if (corpora === 'drive') {
    if (driveId === undefined) throw wrong('corpora', 'drive requires a driveId');
    if (!state.drives.has(driveId)) throw fileNotFound(driveId);
    return (file) => file.driveId === driveId;
  }
  if (driveId !== undefined) throw wrong('driveId', 'requires corpora to be drive');
  if (corpora === 'allDrives' && !includes) {
    throw wrong('corpora', 'allDrives requires includeItemsFromAllDrives to be true');
  }
  return (file) => includes || file.driveId === undefined;
}

const keys: Readonly<Record<string, (file: FileRecord) => string>> = {
  name: (file) => file.name,
  name_natural: (file) => file.name,
  createdTime: (file) => file.createdTime,
  modifiedTime: (file) => file.modifiedTime,
  folder: (file) => (file.mimeType === folderType ? '0' : '1'),
};

function order(orderBy: string): (a: FileRecord, b: FileRecord) => number {
  const steps = orderBy.split(',').map((step) => {
    const [name = '', direction] = step.trim().split(/\s+/);
    const key = keys[name];
    if (key === undefined) throw wrong('orderBy', `cannot sort by ${name}`);
    return { key, sign: direction === 'desc' ? -1 : 1 };
  });
  return (a, b) => {
    for (const { key, sign } of steps) {
      const [left, right] = [key(a), key(b)];
      if (left !== right) return left < right ? -sign : sign;
    }
    return 0;
  };
}

function wrong(name: string, why: string): GoogleError {
  return new GoogleError(400, 'INVALID_ARGUMENT', `Invalid Value: ${name} ${why}.`, {
    reason: 'invalid',
    location: { type: 'parameter', name },
  });
}
