import { z } from 'zod';
import { seededRandom, standingClock } from './seeded.ts';
import type { Answer, Call, Handlers } from './service.ts';
import type { GoogleState } from './state.ts';

/** A call with all that its effect depends on: applied again to the same state it does the same. */
export interface Entry {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly seed: string;
  readonly call: Call;
}

/**
 * Applies a call to the state. Throws a `GoogleError` if it is refused, and then changes nothing.
 */
export function applyEntry(handlers: Handlers, state: GoogleState, entry: Entry): Answer {
  const handler = handlers[entry.call.method];
  if (handler === undefined) throw new Error(`no handler for ${entry.call.method}`);
  return handler(entry.call, {
    state,
    clock: standingClock(entry.at),
    random: seededRandom(entry.seed),
  });
}

const readingMethod =
  /\.(get|list|batchGet|getByDataFilter|batchGetByDataFilter|search|getStartPageToken|generateIds)$/;

/** Whether a method only reads: it is counted as a read, and never journalled. */
export function isReading(method: string): boolean {
  return readingMethod.test(method);
}

/** One line of the journal; bytes are written in base64. */
export function entryToLine(entry: Entry): string {
  const { media, ...call } = entry.call;
  const packed = media && {
    contentType: media.contentType,
    base64: Buffer.from(media.bytes).toString('base64'),
  };
  return JSON.stringify({ at: entry.at, seed: entry.seed, call, media: packed });
}

const lineShape = z.strictObject({
  at: z.number(),
  seed: z.string(),
  call: z.strictObject({
    method: z.string(),
    params: z.record(
      z.string(),
      z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
    ),
    body: z.record(z.string(), z.unknown()),
    principal: z.strictObject({ kind: z.enum(['service', 'user']), email: z.string() }),
  }),
  media: z.strictObject({ contentType: z.string(), base64: z.string() }).optional(),
});

/** The entry a line holds. Throws if it is not one. */
export function lineToEntry(line: string): Entry {
  const { at, seed, call, media } = lineShape.parse(JSON.parse(line));
  if (media === undefined) return { at, seed, call };
  const bytes = new Uint8Array(Buffer.from(media.base64, 'base64'));
  return { at, seed, call: { ...call, media: { contentType: media.contentType, bytes } } };
}
