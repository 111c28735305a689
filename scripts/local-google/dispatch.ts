import type { Clock } from '#platform/clock.ts';
import type { Random } from '#platform/random.ts';
import { answerResponse, checkAnswer, errorResponse } from './answers.ts';
import type { Commit } from './commit.ts';
import type { Mask } from './contract/fields.ts';
import type { Match } from './contract/match.ts';
import { matchMethod } from './contract/match.ts';
import type { Counts } from './counts.ts';
import { isReading } from './entry.ts';
import { GoogleError, notFound, unimplemented } from './errors.ts';
import type { Faults } from './faults.ts';
import { ConnectionReset, faultError } from './faults.ts';
import type { Incoming } from './incoming.ts';
import { readIncoming } from './incoming.ts';
import { withOwnLinks } from './links.ts';
import type { User } from './principal.ts';
import { principalOf } from './principal.ts';
import type { Quota } from './quota.ts';
import type { Call, Handlers, Principal } from './service.ts';
import { createResumableUploads } from './uploads.ts';

interface Dispatching {
  readonly handlers: Handlers;
  readonly commit: Commit;
  readonly clock: Clock;
  readonly random: Random;
  readonly quota?: Quota;
  readonly counts: Counts;
  readonly faults: Faults;
  readonly latency: number;
  readonly users?: readonly User[];
  readonly checkAnswers: boolean;
  readonly log: (line: string) => void;
}

/** What a resumable upload will do once its content is there. */
interface Purpose {
  readonly match: Match;
  readonly call: Call;
  readonly mask?: Mask;
}

/** Makes the way of a request: contract, caller, quota, faults, latency, commit, answer. */
export function createDispatch(parts: Dispatching): (request: Request) => Promise<Response> {
  const { handlers, commit, clock, random, quota, counts, faults, latency, users } = parts;
  const uploads = createResumableUploads<Purpose>();

  const admit = (principal: Principal, { id, api }: Match) => {
    const kind = isReading(id) ? 'read' : 'write';
    try {
      if (api.api === 'sheets') quota?.take(principal.email, kind);
      counts.add(principal.email, id, api.api === 'sheets' ? kind : 'other');
    } catch (error) {
      counts.add(principal.email, id, 'refused');
      throw error;
    }
  };

  const execute = ({ match, call, mask }: Purpose, { origin }: URL): Response => {
    const answer = withOwnLinks(commit(call), origin);
    if (parts.checkAnswers) checkAnswer(match, answer);
    return answerResponse(answer, mask);
  };

  const begin = (match: Match, incoming: Incoming, url: URL, contentType: string) => {
    const id = Buffer.from(random.bytes(24)).toString('base64url');
    const { call, mask } = incoming;
    uploads.begin(id, { match, call, ...(mask && { mask }) }, contentType);
    url.searchParams.set('upload_id', id);
    return new Response(null, { headers: { location: url.href, 'x-guploader-uploadid': id } });
  };

  const proceed = async (request: Request, id: string, url: URL) => {
    const chunk = new Uint8Array(await request.arrayBuffer());
    const state = uploads.receive(id, request.headers.get('content-range'), chunk);
    if ('media' in state) {
      const { purpose, media } = state;
      return execute({ ...purpose, call: { ...purpose.call, media } }, url);
    }
    const range = state.received > 0 ? { range: `bytes=0-${state.received - 1}` } : undefined;
    return new Response(null, { status: 308, ...(range && { headers: range }) });
  };

  const attempt = async (request: Request, match: Match, url: URL): Promise<Response> => {
    const principal = principalOf(request.headers, url.searchParams, users);
    if (match.method.parameters === undefined || handlers[match.id] === undefined) {
      throw unimplemented(match.id);
    }
    admit(principal, match);
    const fault = faults.strike(match.id, principal.email);
    if (fault !== undefined) {
      const error = faultError(fault.kind);
      if (error !== undefined) throw error;
      if (fault.kind === 'reset-before') throw new ConnectionReset();
      if (fault.kind === 'stall') await clock.sleep(fault.milliseconds);
    }
    if (latency > 0) await clock.sleep(latency / 2);
    // A refusal, too, can be lost or late on its way back.
    const response = await answered(match, async () => {
      const incoming = await readIncoming(match, request, url.searchParams, principal);
      return incoming.resumable === undefined
        ? execute({ match, ...incoming }, url)
        : begin(match, incoming, url, incoming.resumable.contentType);
    });
    if (fault?.kind === 'reset-after') throw new ConnectionReset();
    if (fault?.kind === 'late') await clock.sleep(fault.milliseconds);
    if (latency > 0) await clock.sleep(latency / 2);
    return response;
  };

  /** Turns what is thrown into an answer, except what a client must not be told. */
  const answered = async (match: Match | undefined, work: () => Promise<Response>) => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof GoogleError) return errorResponse(error, match);
      if (error instanceof ConnectionReset || parts.checkAnswers) throw error;
      parts.log(`${match?.id}: ${errorText(error)}`);
      return errorResponse(new GoogleError(500, 'INTERNAL', 'Internal error encountered.'), match);
    }
  };

  return (request) => {
    const url = new URL(request.url);
    const match = matchMethod(request.method, url.pathname);
    const uploadId = request.method === 'PUT' ? url.searchParams.get('upload_id') : null;
    return answered(match, async () => {
      if (uploadId !== null) return await proceed(request, uploadId, url);
      if (match === undefined) throw noSuchMethod(request.method, url.pathname);
      return await attempt(request, match, url);
    });
  };
}

function noSuchMethod(verb: string, path: string): GoogleError {
  return notFound(`Google, as this stand-in knows it, has no method at ${verb} ${path}.`);
}

function errorText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
