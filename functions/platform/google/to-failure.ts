import * as z from 'zod';
import type { Clock } from '../clock.ts';
import { GoogleFailure, type GoogleFailureDetails } from './failure.ts';
import { ForeignHost } from './only-host.ts';

/** Google's error body: https://google.aip.dev/193, with the older `errors` of Drive and Storage. */
const errorBody = z.object({
  error: z.object({
    errors: z.array(z.object({ reason: z.string().optional() })).optional(),
  }),
});

const answered = z.object({ response: z.object({ status: z.number() }) });
const answeredData = z.object({ response: z.object({ data: errorBody }) });
const answeredHeaders = z.object({ response: z.object({ headers: z.instanceof(Headers) }) });
const withCode = z.object({ code: z.string() });
const sent = z.object({ config: z.object({ url: z.union([z.string(), z.instanceof(URL)]) }) });

/** A 403 with one of these is a quota: https://developers.google.com/drive/api/guides/handle-errors. */
const busyReasons = new Set([
  'rateLimitExceeded',
  'userRateLimitExceeded',
  'sharingRateLimitExceeded',
]);

/** Nobody listened, so nothing was done. */
const notConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/** Where tokens come from: a failure there means that the call itself was never sent. */
const tokenHosts = new Set([
  'accounts.google.com',
  'iamcredentials.googleapis.com',
  'metadata.google.internal',
  'oauth2.googleapis.com',
  'sts.googleapis.com',
  '169.254.169.254',
]);

const longestMessage = 300;

/**
 * What went wrong, in our five kinds.
 *
 * A fault of ours, such as a missing parameter, is thrown as it is: nothing was sent and no
 * repetition would mend it.
 */
export function toFailure(what: string, error: unknown, clock: Clock): GoogleFailure {
  if (error instanceof GoogleFailure) return error;
  const foreign = causes(error).find((cause) => cause instanceof ForeignHost);
  if (foreign) throw foreign;

  const message = `${what}: ${shortMessage(error)}`;
  if (message.includes('Could not load the default credentials')) {
    return new GoogleFailure({ kind: 'forbidden', message });
  }
  const url = sent.safeParse(error).data?.config.url;
  if (url === undefined) throw error;

  const status = answered.safeParse(error).data?.response.status;
  if (isForToken(new URL(url))) return withoutToken(status, message);
  if (status === undefined) return withoutAnswer(error, message);
  return new GoogleFailure({
    kind: kindOf(status, error),
    message,
    status,
    ...retryAfter(error, clock),
  });
}

/** The old token endpoint shares its host with Drive and Storage. */
function isForToken({ hostname, pathname }: URL): boolean {
  if (hostname === 'www.googleapis.com') return pathname.startsWith('/oauth2/');
  return tokenHosts.has(hostname);
}

/** No token, so nothing was done; whether one can be had later depends on why. */
function withoutToken(status: number | undefined, message: string): GoogleFailure {
  const isRefused = status !== undefined && status >= 400 && status < 500 && status !== 429;
  return new GoogleFailure({ kind: isRefused ? 'forbidden' : 'busy', message });
}

function kindOf(status: number, error: unknown): GoogleFailure['kind'] {
  if (status === 429) return 'busy';
  if (status === 404 || status === 410) return 'missing';
  if (status === 408 || status >= 500) return 'unclear';
  if (status === 403 && reasons(error).some((reason) => busyReasons.has(reason))) return 'busy';
  if (status === 401 || status === 403) return 'forbidden';
  return 'refused';
}

/** No HTTP answer: the network. */
function withoutAnswer(error: unknown, message: string): GoogleFailure {
  const codes = causes(error).flatMap((cause) => withCode.safeParse(cause).data?.code ?? []);
  const kind = codes.some((code) => notConnected.has(code)) ? 'busy' : 'unclear';
  return new GoogleFailure({ kind, message });
}

function reasons(error: unknown): string[] {
  const errors = answeredData.safeParse(error).data?.response.data.error.errors ?? [];
  return errors.flatMap(({ reason }) => reason ?? []);
}

/** `Retry-After` in either of its two forms (RFC 9110 §10.2.3). */
function retryAfter(error: unknown, clock: Clock): Pick<GoogleFailureDetails, 'retryAfterSeconds'> {
  const value = answeredHeaders.safeParse(error).data?.response.headers.get('retry-after');
  if (!value) return {};
  if (/^\d+$/.test(value)) return { retryAfterSeconds: Number(value) };
  const at = Date.parse(value);
  if (Number.isNaN(at)) return {};
  return { retryAfterSeconds: Math.max(0, Math.ceil((at - clock.now().getTime()) / 1000)) };
}

function shortMessage(error: unknown): string {
  const [first] = causes(error);
  const text = first instanceof Error ? first.message : String(first);
  return text.length > longestMessage ? `${text.slice(0, longestMessage)}…` : text;
}

/** The error, its cause, the cause of that, and so on; eight are enough for anything sane. */
function causes(error: unknown): unknown[] {
  const chain: unknown[] = [error];
  for (let next = error; next instanceof Error && next.cause && chain.length < 8; ) {
    next = next.cause;
    chain.push(next);
  }
  return chain;
}
