import type { Mask } from './contract/fields.ts';
import { readMask } from './contract/fields.ts';
import type { Match } from './contract/match.ts';
import { readMessage } from './contract/messages.ts';
import { readParameters } from './contract/parameters.ts';
import { violationError } from './contract/violations.ts';
import { defaultFields } from './drive/default-fields.ts';
import { GoogleError, invalidArgument } from './errors.ts';
import type { Call, Principal } from './service.ts';
import { parseJson, readMultipart } from './uploads.ts';

/** A request read and checked; `resumable` announces content that follows in requests of its own. */
export interface Incoming {
  readonly call: Call;
  readonly mask?: Mask;
  readonly resumable?: { readonly contentType: string };
}

/** Google names the place of an error from the field of its own request that takes the body. */
const bodyFields: Readonly<Record<string, string>> = {
  'sheets.spreadsheets.create': 'spreadsheet',
  'sheets.spreadsheets.values.append': 'data',
  'sheets.spreadsheets.values.update': 'data',
  'gmail.users.messages.send': 'message',
  'cloudtasks.projects.locations.queues.create': 'queue',
};

/** The largest body taken, in bytes. */
const bodyLimit = 100 * 1024 * 1024;

/** Reads a request that was matched to a method. Throws 400 and 413 in Google's words. */
export async function readIncoming(
  match: Match,
  request: Request,
  query: URLSearchParams,
  principal: Principal,
): Promise<Incoming> {
  const alt = altOf(match, query);
  const params = readParameters(match, query);
  const mask = maskOf(match, query);
  const bytes = await readBody(request);
  const { metadata, media, resumable } = readContent(match, request, query, bytes);
  const fields = query.get('fields');
  const call = {
    method: match.id,
    params: { ...params, ...(fields !== null && { fields }), ...(alt === 'media' && { alt }) },
    body: checkBody(match, metadata),
    principal,
    ...(media && { media }),
  };
  return { call, ...(mask && { mask }), ...(resumable && { resumable }) };
}

interface Content {
  readonly metadata: unknown;
  readonly media?: NonNullable<Call['media']>;
  readonly resumable?: NonNullable<Incoming['resumable']>;
}

function readContent(
  match: Match,
  request: Request,
  query: URLSearchParams,
  bytes: Uint8Array,
): Content {
  const contentType = request.headers.get('content-type') ?? 'application/octet-stream';
  if (match.entrance !== 'upload') {
    return { metadata: match.method.request === undefined ? {} : parseJson(bytes) };
  }
  switch (query.get('uploadType') ?? 'media') {
    case 'media':
      return { metadata: {}, media: { contentType, bytes } };
    case 'multipart':
      return readMultipart(bytes, contentType);
    case 'resumable': {
      const announced = request.headers.get('x-upload-content-type');
      const resumable = { contentType: announced ?? 'application/octet-stream' };
      return { metadata: parseJson(bytes), resumable };
    }
    default:
      throw invalidArgument(`Invalid upload type: ${query.get('uploadType')}`);
  }
}

function checkBody(match: Match, json: unknown): Call['body'] {
  const { request } = match.method;
  if (request === undefined) return {};
  const { value, violations } = readMessage(match.api, request, json, bodyFields[match.id]);
  if (violations.length > 0) throw violationError(violations);
  return value;
}

function maskOf(match: Match, query: URLSearchParams): Mask | undefined {
  const text = query.get('fields') ?? defaultFields[match.id];
  const { response } = match.method;
  return text === undefined || response === undefined
    ? undefined
    : readMask(match.api, response, text);
}

function altOf(match: Match, query: URLSearchParams): 'json' | 'media' {
  const alt = match.entrance === 'download' ? 'media' : (query.get('alt') ?? 'json');
  if (alt === 'json') return 'json';
  if (alt === 'media' && match.method.mediaDownload === true) return 'media';
  throw invalidArgument(`Invalid value at 'alt': the method ${match.id} does not answer ${alt}.`);
}

async function readBody(request: Request): Promise<Uint8Array> {
  if (request.method === 'GET') return new Uint8Array();
  if (Number(request.headers.get('content-length')) > bodyLimit) throw tooLarge();
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.length > bodyLimit) throw tooLarge();
  return bytes;
}

function tooLarge(): GoogleError {
  return new GoogleError(
    413,
    'INVALID_ARGUMENT',
    `Request payload size exceeds the limit: ${bodyLimit} bytes.`,
    { reason: 'uploadTooLarge' },
  );
}
