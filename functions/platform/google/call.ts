import pRetry from 'p-retry';
import type { Clock } from '../clock.ts';
import type { Log } from '../log/index.ts';
import type { Random } from '../random.ts';
import { GoogleFailure } from './failure.ts';
import { onlyHostOf } from './only-host.ts';
import type { Quota } from './quota.ts';
import { toFailure } from './to-failure.ts';

/**
 * When a call that failed may be sent again as it is.
 * - `safe`: whenever it may help; done twice is as good as done once.
 * - `ifNotDone`: only when it was surely not done.
 * - `never`: the caller decides.
 */
export type Repeat = 'safe' | 'ifNotDone' | 'never';

/** What each request of the generated client is given. */
export interface RequestOptions {
  readonly rootUrl?: string;
  readonly headers?: Record<string, string>;
  readonly fetchImplementation: typeof fetch;
  readonly signal: AbortSignal;
  readonly retry: false;
}

export interface CallPlan {
  /** For the log and for messages, for example `sheets.get`. */
  readonly what: string;
  readonly repeat: Repeat;
  /** Waited for before each try. */
  readonly quota?: Quota;
}

export interface Caller {
  /** Sends a request by the plan and answers what Google answered. Rejects with `GoogleFailure`. */
  <T>(plan: CallPlan, request: (options: RequestOptions) => Promise<T>): Promise<T>;
  /** Whether the generated client must find its own credentials. */
  readonly usesDefaultCredentials: boolean;
}

export interface CallerOptions {
  root?: string;
  token?: string;
  fetchImplementation?: typeof fetch;
  clock: Clock;
  log: Log;
  random: Random;
  timeoutSeconds?: number;
  attempts?: number;
}

const firstPauseSeconds = 0.5;
const longestPauseSeconds = 60;

/** Root, token, time limit, pace and repetition, the same for every service. */
export function createCaller({
  root,
  token = root === undefined ? undefined : 'service:houqin',
  fetchImplementation = (input, init) => fetch(input, init),
  clock,
  log,
  random,
  timeoutSeconds = 30,
  attempts = 5,
}: CallerOptions): Caller {
  const rootUrl = root === undefined ? undefined : new URL('/', root).href;
  const guarded = rootUrl ? onlyHostOf(rootUrl, fetchImplementation) : fetchImplementation;

  async function once<T>(
    { what, quota }: CallPlan,
    request: (options: RequestOptions) => Promise<T>,
  ): Promise<T> {
    await quota?.take();
    try {
      return await withinTime(what, timeoutSeconds, (signal) =>
        request({
          ...(rootUrl && { rootUrl }),
          ...(token && { headers: { authorization: `Bearer ${token}` } }),
          fetchImplementation: guarded,
          signal,
          retry: false,
        }),
      );
    } catch (error) {
      const failure = toFailure(what, error, clock);
      if (failure.status === 429) quota?.exhausted(failure.retryAfterSeconds);
      throw failure;
    }
  }

  /** Half to one and a half of a pause that doubles each time, and never less than Google asked for. */
  function pauseSeconds(tries: number, failure: GoogleFailure): number {
    const [chance = 0] = random.bytes(1);
    const spread = 0.5 + chance / 256;
    const growing = firstPauseSeconds * 2 ** (tries - 1) * spread;
    return Math.min(longestPauseSeconds, Math.max(growing, failure.retryAfterSeconds ?? 0));
  }

  function call<T>(plan: CallPlan, request: (options: RequestOptions) => Promise<T>): Promise<T> {
    return pRetry(() => once(plan, request), {
      retries: plan.repeat === 'never' ? 0 : attempts - 1,
      minTimeout: 0,
      async shouldRetry({ error, attemptNumber }) {
        if (!(error instanceof GoogleFailure) || !mayRepeat(plan.repeat, error)) return false;
        const seconds = pauseSeconds(attemptNumber, error);
        log.warn('google.repeat', {
          call: plan.what,
          kind: error.kind,
          status: error.status,
          attempt: attemptNumber,
          pauseSeconds: seconds,
        });
        await clock.sleep(seconds * 1000);
        return true;
      },
    });
  }

  return Object.assign(call, { usesDefaultCredentials: token === undefined });
}

function mayRepeat(repeat: Repeat, { kind }: GoogleFailure): boolean {
  return kind === 'busy' || (repeat === 'safe' && kind === 'unclear');
}

/** The answer, or an unclear failure when it is late; the request is told to stop then. */
function withinTime<T>(
  what: string,
  seconds: number,
  request: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const abort = new AbortController();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      abort.abort();
      reject(
        new GoogleFailure({
          kind: 'unclear',
          message: `${what}: no answer within ${seconds} seconds`,
        }),
      );
    }, seconds * 1000);
    request(abort.signal)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}
