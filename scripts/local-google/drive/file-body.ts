import { z } from 'zod';
import { readBody } from '../arguments.ts';
import type { Call } from '../service.ts';
import type { FileRecord } from '../state.ts';

const pairs = z.record(z.string(), z.string().nullable());

const shape = {
  id: z.string().optional(),
  name: z.string().optional(),
  mimeType: z.string().optional(),
  description: z.string().optional(),
  parents: z.array(z.string()).optional(),
  starred: z.boolean().optional(),
  trashed: z.boolean().optional(),
  createdTime: z.string().optional(),
  modifiedTime: z.string().optional(),
  properties: pairs.optional(),
  appProperties: pairs.optional(),
};

/** What a client can say about a file. */
export type FileBody = ReturnType<typeof readFileBody>;

/** Reads the metadata of a file in a request body. Throws 501 for what is not kept. */
export function readFileBody(call: Call) {
  return readBody(call, shape, [
    'originalFilename',
    'driveId',
    'owners',
    'version',
    'size',
    'webViewLink',
    'lastModifyingUser',
  ]);
}

/** Puts what the body says into the record; null takes a property out. */
export function applyFileBody(file: FileRecord, body: FileBody): void {
  if (body.name !== undefined) file.name = body.name;
  if (body.description !== undefined) file.description = body.description;
  if (body.starred !== undefined) file.starred = body.starred;
  if (body.modifiedTime !== undefined) {
    file.modifiedTime = new Date(body.modifiedTime).toISOString();
  }
  file.properties = merged(file.properties, body.properties);
  file.appProperties = merged(file.appProperties, body.appProperties);
}

function merged(
  known: Record<string, string>,
  changes: Record<string, string | null> = {},
): Record<string, string> {
  const all = new Map<string, string | null>([
    ...Object.entries(known),
    ...Object.entries(changes),
  ]);
  return Object.fromEntries(
    [...all].flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
}
