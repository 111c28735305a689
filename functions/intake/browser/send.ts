import type { Problem } from './problems.ts';
import { doWork } from './work.ts';

/** What became of one try to send. */
export type Sending =
  | { readonly outcome: 'received'; readonly receipt: string }
  | { readonly outcome: 'wrong'; readonly problems: readonly Problem[]; readonly message: string }
  | { readonly outcome: 'different' }
  /** `isLink` when the link is to blame, and another one may help. */
  | { readonly outcome: 'refused'; readonly message: string; readonly isLink: boolean }
  /** Nobody knows whether it arrived: the same is to be sent again. */
  | { readonly outcome: 'unclear'; readonly afterSeconds?: number };

const patienceMilliseconds = 30_000;

interface Answer {
  readonly receipt?: string;
  readonly error?: { readonly message: string };
  /** Those of a sheet for many rows name the row, from 0. */
  readonly issues?: readonly (Problem & { readonly row?: number })[];
}

/** Sends a submission once. Never throws: what is not clear is `unclear`. */
export async function send(
  address: string,
  submission: Readonly<Record<string, unknown>>,
): Promise<Sending> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), patienceMilliseconds);
  try {
    const post = (more: Readonly<Record<string, string>>) =>
      fetch(address, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...more },
        body: JSON.stringify(submission),
        signal: controller.signal,
      });
    let response = await post({});
    // Too many at once: whoever does the work that is set need not wait.
    const set = response.status === 429 ? response.headers.get('X-Work-Set') : null;
    const work = set === null ? undefined : await doWork(set);
    if (work !== undefined) response = await post({ 'X-Work': work });
    return meaning(response.status, await response.json(), waitAsked(response));
  } catch {
    return { outcome: 'unclear' };
  } finally {
    clearTimeout(timer);
  }
}

function meaning(status: number, answer: Answer, afterSeconds: number | undefined): Sending {
  const { receipt, error, issues = [] } = answer;
  const message = error?.message ?? '';
  if ((status === 200 || status === 201) && receipt !== undefined)
    return { outcome: 'received', receipt };
  if ((status === 422 || status === 409) && issues.length > 0)
    return { outcome: 'wrong', problems: issues.map(inItsRow), message };
  if (status === 409) return { outcome: 'different' };
  if (status >= 400 && status < 500 && status !== 408 && status !== 429)
    return { outcome: 'refused', message, isLink: status === 401 || status === 403 };
  return { outcome: 'unclear', ...(afterSeconds !== undefined && { afterSeconds }) };
}

/** A field of a row is called by both. */
function inItsRow({ row, column, message }: Problem & { readonly row?: number }): Problem {
  return { column: row === undefined ? column : `r${row}.${column}`, message };
}

function waitAsked(response: Response): number | undefined {
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
}
