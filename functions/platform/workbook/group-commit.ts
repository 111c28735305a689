import type { Register } from '#schema/register.ts';
import type { RowId, Sequence } from '#schema/values.ts';
import { sizeOf } from './append-batch.ts';
import {
  busySeconds,
  type CommitPorts,
  commitBatch,
  verdict,
  type Waiting,
} from './commit-batch.ts';
import { fingerprint } from './fingerprint.ts';
import { emptyMemory, type SpreadsheetMemory } from './memory.ts';
import { type RowPage, type Submission, type Submitted, WorkbookFailure } from './port.ts';

/** Google advises payloads of at most 2 MB; batches stay below half of that (Sheets API, usage limits). */
const mostBytes = 1_000_000;
const mostRows = 500;
/** What may wait for one spreadsheet, so that a flood costs answers and not memory. */
const mostWaitingRows = 5_000;
const mostWaitingBytes = 20_000_000;
/** About how long a full batch takes when the quota is used up. */
const secondsABatch = 2;

/** Writes rows of one spreadsheet. */
export interface GroupCommit {
  /** Resolves after the commit. Rows that come while a write is under way share the next one. */
  submit(register: Register, submission: Submission): Promise<Submitted>;
  /** Whether a submission is under way here, was written, or came to an unclear end. */
  recalls(id: RowId): 'held' | 'doubtful' | undefined;
  /** Finishes the write that is under way and refuses the rest. */
  close(): Promise<void>;
}

export interface GroupCommitPorts extends CommitPorts {
  readonly nextSequence: () => Sequence;
  readonly rowPage?: RowPage | undefined;
}

/**
 * Group commit (hard point 4): the next write starts when the last has answered and the account's allowance
 * permits; whatever waits by then goes in one atomic batch.
 */
export function createGroupCommit(ports: GroupCommitPorts): GroupCommit {
  const memory: SpreadsheetMemory = emptyMemory();
  const inFlight = new Map<
    RowId,
    { readonly waiting: Waiting; readonly settled: Promise<Submitted> }
  >();
  let queue: Waiting[] = [];
  let waitingBytes = 0;
  let running: Promise<void> | undefined;
  let closed = false;
  const ended = Promise.withResolvers<void>();

  const submit = (register: Register, submission: Submission): Promise<Submitted> => {
    const sent = submission.fingerprint ?? fingerprint(submission.sent ?? submission.values);
    const known = memory.known.get(submission.id);
    if (known !== undefined && !memory.doubtful.has(submission.id))
      return Promise.resolve(verdict(known, sent));
    const twin = inFlight.get(submission.id);
    if (twin) {
      if (twin.waiting.row.sent !== sent)
        return twin.settled.then((first) =>
          afterAnother(first, () => submit(register, submission)),
        );
      twin.waiting.retry ||= submission.retry ?? false;
      return twin.settled.then(again);
    }
    if (closed) return Promise.resolve(ending);
    const { promise, resolve } = Promise.withResolvers<Submitted>();
    const page = ports.rowPage?.(register, submission.id);
    const row = {
      submission,
      register,
      sequence: submission.sequence ?? ports.nextSequence(),
      sent,
      page,
    };
    const bytes = sizeOf(row);
    if (queue.length >= mostWaitingRows || waitingBytes + bytes > mostWaitingBytes) {
      const batches = Math.max(queue.length / mostRows, waitingBytes / mostBytes);
      const retryAfterSeconds = Math.ceil(batches * secondsABatch);
      return Promise.resolve({ outcome: 'unavailable', retryAfterSeconds, because: 'full' });
    }
    const settle = (submitted: Submitted): void => {
      inFlight.delete(submission.id);
      resolve(submitted);
    };
    const waiting = { row, bytes, retry: submission.retry ?? false, settle };
    queue.push(waiting);
    waitingBytes += bytes;
    inFlight.set(submission.id, { waiting, settled: promise });
    running ??= drain().finally(() => {
      running = undefined;
    });
    return promise;
  };

  const drain = async (): Promise<void> => {
    // One turn of the event loop, so that what arrives together is written together.
    await Promise.resolve();
    while (queue.length > 0) {
      // What comes until the allowance permits a write shares it; at the end nobody waits for that.
      await Promise.race([ports.sheets.roomToWrite(1), ended.promise]);
      const batch = cut(queue);
      queue = queue.slice(batch.length);
      for (const { bytes } of batch) waitingBytes -= bytes;
      try {
        await commitBatch({ ...ports, isEnding: () => closed }, memory, batch);
      } catch (failure) {
        ports.log.error('group-commit-failed', {
          spreadsheetId: ports.spreadsheetId,
          failure: String(failure),
        });
        for (const { row, settle } of batch) {
          memory.doubtful.add(row.submission.id);
          settle(
            failure instanceof WorkbookFailure
              ? { outcome: 'refused', message: failure.label }
              : { outcome: 'unavailable', retryAfterSeconds: busySeconds },
          );
        }
      }
    }
  };

  return {
    submit,
    recalls: (id) => {
      if (memory.doubtful.has(id)) return 'doubtful';
      return inFlight.has(id) || memory.known.has(id) ? 'held' : undefined;
    },
    close: async () => {
      closed = true;
      for (const { settle } of queue) settle(ending);
      queue = [];
      ended.resolve();
      await running;
    },
  };
}

function cut(queue: readonly Waiting[]): Waiting[] {
  let bytes = 0;
  const batch: Waiting[] = [];
  for (const waiting of queue) {
    bytes += waiting.bytes;
    if (batch.length > 0 && (bytes > mostBytes || batch.length === mostRows)) break;
    batch.push(waiting);
  }
  return batch;
}

const ending: Submitted = {
  outcome: 'unavailable',
  retryAfterSeconds: 2,
  because: 'ending',
};

/** What becomes of other values under an id once those before them are settled: only what is written stands. */
function afterAnother(
  first: Submitted,
  submitAgain: () => Promise<Submitted>,
): Submitted | Promise<Submitted> {
  if (first.outcome === 'written' || first.outcome === 'already') return { outcome: 'different' };
  return first.outcome === 'unavailable' ? first : submitAgain();
}

function again(submitted: Submitted): Submitted {
  return submitted.outcome === 'written' ? { outcome: 'already' } : submitted;
}
