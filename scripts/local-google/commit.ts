import type { Clock } from '#platform/clock.ts';
import type { Random } from '#platform/random.ts';
import type { Change } from './changes.ts';
import { changesSince } from './changes.ts';
import type { Entry } from './entry.ts';
import { applyEntry, isReading } from './entry.ts';
import type { Answer, Call, Handlers } from './service.ts';
import type { GoogleState } from './state.ts';

export type Commit = (call: Call) => Answer;

/**
 * Makes the one way by which the state changes: apply, write down, tell who listens.
 * The order of calls is the order of the journal, since nothing here waits.
 */
export function createCommit({
  handlers,
  state,
  clock,
  random,
  record,
  committed,
}: {
  handlers: Handlers;
  state: GoogleState;
  clock: Clock;
  random: Random;
  record?: (entry: Entry) => void;
  committed: (call: Call, changes: readonly Change[]) => void;
}): Commit {
  return (call) => {
    const seed = Buffer.from(random.bytes(16)).toString('base64url');
    const entry = { at: clock.now().getTime(), seed, call };
    const before = state.changes.next;
    const answer = applyEntry(handlers, state, entry);
    if (!isReading(call.method)) {
      record?.(entry);
      committed(call, changesSince(state, before, call));
    }
    return answer;
  };
}
