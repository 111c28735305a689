import { invalidArgument, notFound } from './errors.ts';
import { headerOf, partsOf } from './mime.ts';
import type { Call } from './service.ts';

type Media = NonNullable<Call['media']>;

/** An upload that arrived: its JSON metadata, still unchecked, and its content. */
export interface Upload {
  readonly metadata: unknown;
  readonly media: Media;
}

/** Reads `multipart/related`: JSON metadata first, then the content. Throws 400. */
export function readMultipart(body: Uint8Array, contentType: string): Upload {
  const [first, second, ...more] = partsOf(body, contentType) ?? [];
  if (first === undefined || second === undefined || more.length > 0) {
    throw invalidArgument('Malformed multipart body.');
  }
  const encoded = headerOf(second, 'content-transfer-encoding')?.toLowerCase() === 'base64';
  return {
    metadata: parseJson(first.body),
    media: {
      contentType: headerOf(second, 'content-type') ?? 'application/octet-stream',
      bytes: new Uint8Array(
        encoded ? Buffer.from(second.body.toString('latin1'), 'base64') : second.body,
      ),
    },
  };
}

/** Parses a JSON body; an empty one is an empty object. Throws 400. */
export function parseJson(body: Uint8Array): unknown {
  if (body.length === 0) return {};
  try {
    return JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw invalidArgument(`Invalid JSON payload received. ${why}`);
  }
}

interface Session<T> {
  readonly purpose: T;
  readonly contentType: string;
  readonly chunks: Uint8Array[];
  received: number;
}

export interface ResumableUploads<T> {
  /** Remembers what an upload is for and answers its id. */
  begin(id: string, purpose: T, contentType: string): void;
  /** Takes a chunk; answers the whole content once the last has come. Throws 404 and 400. */
  receive(
    id: string,
    range: string | null,
    chunk: Uint8Array,
  ): { readonly received: number } | { readonly purpose: T; readonly media: Media };
}

/** Resumable uploads under way. They are forgotten at a restart: the client begins again. */
export function createResumableUploads<T>(): ResumableUploads<T> {
  const sessions = new Map<string, Session<T>>();
  return {
    begin(id, purpose, contentType) {
      sessions.set(id, { purpose, contentType, chunks: [], received: 0 });
    },
    receive(id, range, chunk) {
      const session = sessions.get(id);
      if (session === undefined) throw notFound();
      const { total } = takeChunk(session, range, chunk);
      if (session.received !== total) return { received: session.received };
      sessions.delete(id);
      const bytes = new Uint8Array(Buffer.concat(session.chunks));
      return { purpose: session.purpose, media: { contentType: session.contentType, bytes } };
    },
  };
}

function takeChunk(
  session: Session<unknown>,
  range: string | null,
  chunk: Uint8Array,
): { total: number | undefined } {
  if (range === null) {
    session.chunks.splice(0, Infinity, chunk);
    session.received = chunk.length;
    return { total: chunk.length };
  }
  const [, from, to, end] = range.match(/^bytes (?:(\d+)-(\d+)|\*)\/(\d+|\*)$/) ?? [];
  const length = to === undefined ? 0 : Number(to) - Number(from) + 1;
  if (end === undefined || length !== chunk.length) {
    throw invalidArgument('Failed to parse Content-Range header.');
  }
  if (from !== undefined) {
    if (Number(from) !== session.received) {
      throw invalidArgument(`Expected the chunk at byte ${session.received}, not ${from}.`);
    }
    session.chunks.push(chunk);
    session.received += chunk.length;
  }
  return { total: end === '*' ? undefined : Number(end) };
}
