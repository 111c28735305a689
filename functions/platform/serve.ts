import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Log } from './log/index.ts';
import { languageOf, type ProblemDetails, problemResponse, problems } from './problem.ts';
import { readBody } from './serve/body.ts';
import { createFinish } from './serve/finish.ts';
import { logRequest } from './serve/log-request.ts';
import { refuse } from './serve/refuse.ts';
import { takeOverFramework } from './serve/take-over.ts';
import { createUploadRoom } from './serve/upload-room.ts';

export interface ServeLimits {
  /** The largest body of a request; 1 MiB. */
  readonly bodyBytes?: number;
  /** The largest body of a form with files or of an image; `bodyBytes` unless told otherwise. */
  readonly uploadBytes?: number;
  /** How long a body may take to arrive; 30 s. */
  readonly bodySeconds?: number;
  /** How long a form with files or an image may take, over a slow network; 120 s. */
  readonly uploadSeconds?: number;
  /** What an upload must bring in each stretch of seconds; 20 kB in 10 s. */
  readonly uploadPace?: { readonly bytes: number; readonly seconds: number };
  /** What uploads may take of the memory together while they arrive and are answered; 64 MiB. */
  readonly uploadsAtOnceBytes?: number;
  /** How long requests may still take once the process is told to end; 9 s, for Cloud Run kills it after 10. */
  readonly finishSeconds?: number;
}

export interface ServeOptions {
  readonly log: Log;
  readonly limits?: ServeLimits;
  /** Called when the process is told to end: finishes the writes under way and refuses what waits. */
  readonly close?: () => Promise<void>;
}

/** What the functions framework registers, and any Node HTTP server takes. */
export type HttpFunction = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Serves a Hono app under the functions framework, and is the one place that knows the framework.
 *
 * The framework reads a body of up to 1 GB before a function sees it, answers bad JSON with its own
 * page, prints what it could not parse, and ends at once when told to. So its request handling is
 * replaced at the first request: a body is bounded while it arrives, what is wrong is answered by
 * our own JSON, the log holds no body, and on SIGTERM what was taken is finished first.
 *
 * One process serves one app; several are joined beforehand with `app.route('/', other)`.
 *
 * @example
 * http('intake', serve(createIntake({ … }), { log, close: () => workbooks.close() }));
 */
export function serve(
  app: { fetch(request: Request, env?: object): Response | Promise<Response> },
  { log, limits = {}, close = async () => {} }: ServeOptions,
): HttpFunction {
  const {
    bodyBytes = 1_048_576,
    uploadBytes = bodyBytes,
    bodySeconds = 30,
    uploadSeconds = 120,
    uploadPace = { bytes: 20_000, seconds: 10 },
    uploadsAtOnceBytes = 67_108_864,
    finishSeconds = 9,
  } = limits;
  const uploadRoom = createUploadRoom(uploadsAtOnceBytes);
  const finish = createFinish({ log, finishSeconds, close });

  const answer = getRequestListener((request, env) => app.fetch(request, env), {
    errorHandler: (error) => faultResponse(error, log),
  });

  const listener: HttpFunction = async (incoming, outgoing) => {
    finish.began(outgoing);
    logRequest(log, incoming, outgoing);
    const isLarge = isUpload(incoming);
    if (isLarge) {
      const giveBack = uploadRoom.take(lengthOf(incoming, uploadBytes));
      if (!giveBack) return refuse(incoming, outgoing, problems.uploadsFull);
      outgoing.once('close', giveBack);
    }
    const body = await readBody(
      incoming,
      isLarge
        ? { bytes: uploadBytes, seconds: uploadSeconds, pace: uploadPace }
        : { bytes: bodyBytes, seconds: bodySeconds },
    );
    if (body === 'gone') return;
    if (body === 'tooLarge' || body === 'incomplete') {
      return refuse(incoming, outgoing, problems[body]);
    }
    await answer(Object.assign(incoming, { rawBody: body }), outgoing);
  };

  takeOverFramework({ listener, onTaken: (server) => finish.onSignal(server) });
  return listener;
}

function isUpload({ headers }: IncomingMessage): boolean {
  return /^(multipart\/form-data|image\/)/i.test(headers['content-type'] ?? '');
}

/** How long an upload says that it is, or may be. */
function lengthOf({ headers }: IncomingMessage, most: number): number {
  return Math.min(most, Number(headers['content-length'] ?? most));
}

/** Only a request that is no HTTP, or an app without error answers of its own, comes here. */
function faultResponse(error: unknown, log: Log): Response {
  const isBadRequest = error instanceof Error && error.name === 'RequestError';
  const details: ProblemDetails = isBadRequest ? problems.badRequest : problems.fault;
  if (!isBadRequest) log.error('request.fault', { error });
  return problemResponse(details, languageOf(undefined));
}
