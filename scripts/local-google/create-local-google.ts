import { Hono } from 'hono';
import type { Clock } from '#platform/clock.ts';
import type { Random } from '#platform/random.ts';
import type { Change } from './changes.ts';
import { createCommit } from './commit.ts';
import { addControl } from './control.ts';
import type { Counts } from './counts.ts';
import { createCounts } from './counts.ts';
import { createDispatch } from './dispatch.ts';
import type { Entry } from './entry.ts';
import type { Faults } from './faults.ts';
import { createFaults } from './faults.ts';
import { createHandlers } from './handlers.ts';
import type { OnEdit } from './on-edit.ts';
import { createOnEdit } from './on-edit.ts';
import { createOutward } from './outward.ts';
import type { User } from './principal.ts';
import { createPush } from './push.ts';
import type { QuotaLimits } from './quota.ts';
import { createQuota, sheetsLimits } from './quota.ts';
import type { GoogleState } from './state.ts';
import { emptyState } from './state.ts';
import { createTaskRunner } from './tasks/runner.ts';
import { settleMethod } from './tasks/settle.ts';

export interface LocalGoogleOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** What Google holds at the start; changed in place. Nothing if absent. */
  readonly state?: GoogleState;
  /** Requests a minute to Sheets: Google's limits (`on`, the default), none, or others. */
  readonly quota?: 'on' | 'off' | QuotaLimits;
  /** Milliseconds each request takes, half before and half after its commit. */
  readonly latency?: number;
  /** If given, only these may call. */
  readonly users?: readonly User[];
  /** Holds each answer against the contract and throws if it breaks it: for tests. */
  readonly checkAnswers?: boolean;
  /** Called with each change of the state before it is answered: the journal. */
  readonly record?: (entry: Entry) => void;
  /** How pushes, tasks and the on-edit script reach the functions; the network if absent. */
  readonly outward?: (request: Request) => Promise<Response>;
  /** Milliseconds over which Drive folds its notifications; three minutes if absent. */
  readonly pushDelay?: number;
  /** Plays the on-edit script of the workbooks. */
  readonly onEdit?: OnEdit;
  readonly log?: (line: string) => void;
}

export interface LocalGoogle {
  /** Answers a request as Google would; rejects like `fetch` where a fault drops the connection. */
  fetch(request: Request): Promise<Response>;
  /** Answers what a person does in a page: Google's pages know no quota, latency or injected fault. */
  byHand(request: Request): Promise<Response>;
  readonly state: GoogleState;
  /** Pages are added here, before the first request; what no route takes is a call to Google. */
  readonly app: Hono;
  readonly counts: Counts;
  readonly faults: Faults;
  /** Calls the listener after each change of a file, until the function it answers is called. */
  onChange(listener: (change: Change) => void): () => void;
  /** Stops delivering tasks. */
  stop(): void;
}

/**
 * Makes one stand-in for Google, independent of all others.
 *
 * @example
 * ```ts
 * const google = createLocalGoogle({ clock: systemClock, random: systemRandom });
 * const drive = drive_v3({ auth, rootUrl: 'http://google.local/', fetchImplementation });
 * ```
 */
export function createLocalGoogle(options: LocalGoogleOptions): LocalGoogle {
  const {
    clock,
    random,
    state = emptyState(),
    quota = 'on',
    latency = 0,
    users,
    checkAnswers = false,
    record,
    outward: send = fetch,
    pushDelay = 180_000,
    onEdit,
    log = console.error,
  } = options;
  const handlers = createHandlers();
  const listeners = new Set<(change: Change) => void>();
  const onChange = (listener: (change: Change) => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const counts = createCounts();
  const faults = createFaults();
  const outward = createOutward(send, log);
  const push = createPush({ state, clock, outward, delay: pushDelay });

  const commit = createCommit({
    handlers,
    state,
    clock,
    random,
    ...(record && { record }),
    committed(call, changes) {
      for (const change of changes) for (const listener of listeners) listener(change);
      if (call.method.startsWith('cloudtasks.')) runner.wake();
      if (call.method === 'drive.changes.watch') push.opened(String(call.body.id));
    },
  });
  const runner = createTaskRunner({
    state,
    clock,
    outward,
    settle: (delivery) =>
      void commit({
        method: settleMethod,
        params: { ...delivery },
        body: {},
        principal: { kind: 'service', email: 'cloud-tasks' },
      }),
  });
  onChange(push.changed);
  if (onEdit !== undefined) onChange(createOnEdit(onEdit, clock, outward));

  const app = new Hono();
  app.onError((error) => {
    throw error;
  });
  addControl(app, { counts, faults, onChange });
  const everyWay = {
    handlers,
    commit,
    clock,
    random,
    ...(users && { users }),
    checkAnswers,
    log,
  };
  const dispatch = createDispatch({
    ...everyWay,
    ...(quota !== 'off' && { quota: createQuota(clock, quota === 'on' ? sheetsLimits : quota) }),
    counts,
    faults,
    latency,
  });
  const byHand = createDispatch({
    ...everyWay,
    counts: createCounts(),
    faults: createFaults(),
    latency: 0,
  });
  app.notFound((c) => dispatch(c.req.raw));
  runner.wake();

  return {
    fetch: (request) => untilAborted(request.signal, app.fetch(request)),
    byHand,
    state,
    app,
    counts,
    faults,
    onChange,
    stop: () => runner.stop(),
  };
}

/** Rejects when the caller gives up, as `fetch` does; the request goes on all the same. */
function untilAborted(
  signal: AbortSignal,
  response: Response | Promise<Response>,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason);
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    Promise.resolve(response)
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', giveUp));
  });
}
