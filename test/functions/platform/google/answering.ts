import { createGoogle, type GoogleOptions } from '#platform/google/index.ts';
import { createLog } from '#platform/log/index.ts';
import { seededRandom } from '#scripts/local-google/seeded.ts';
import { type HandClock, handClock } from '../../../local-google/hand-clock.ts';

/** What one call is answered: a response, or an error that `fetch` throws. */
export type Answer = Response | Error;

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers });

/** Google's own error body. */
export const refused = (status: number, message: string, reason?: string): Response =>
  json(
    { error: { code: status, message, ...(reason && { errors: [{ reason, message }] }) } },
    status,
  );

/** What `fetch` throws when the network fails. */
export const networkError = (code: string): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

/** A Google that gives these answers one after another, then `{}`; and what it was asked. */
export function googleAnswering(answers: readonly Answer[], options: Partial<GoogleOptions> = {}) {
  const clock = handClock();
  const waiting = [...answers];
  const requests: Request[] = [];
  const lines: string[] = [];
  const google = createGoogle({
    root: 'http://google.local:9010',
    token: 'service:check',
    fetchImplementation: async (input, init) => {
      requests.push(new Request(input, init));
      const answer = waiting.shift() ?? json({});
      if (answer instanceof Error) throw answer;
      return answer;
    },
    clock,
    log: createLog({ write: (line) => lines.push(line) }),
    random: seededRandom('answering'),
    ...options,
  });
  return { google, clock, requests, lines, settled: settledOn(clock) };
}

/** Waits for a promise and moves the clock on while it waits. */
export function settledOn(clock: HandClock) {
  return async <T>(promise: Promise<T>): Promise<T> => {
    let open = true;
    const done = promise.finally(() => {
      open = false;
    });
    done.catch(() => {});
    while (open) await clock.advance(1000);
    return done;
  };
}
