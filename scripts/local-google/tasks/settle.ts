import { numberParam, requiredText } from '../arguments.ts';
import type { Answer, Call, Context } from '../service.ts';
import type { QueueRecord, RetryRecord, TaskRecord } from '../state.ts';
import { findQueue } from './find.ts';

/** The stand-in's own call that notes how a delivery went; no client can make it. */
export const settleMethod = 'local.tasks.settle';

const day = 24 * 3_600_000;

/** Takes a delivered task off the queue, or sets the time of its next attempt. */
export function settleTask(call: Call, { state, clock }: Context): Answer {
  const name = requiredText(call, 'name');
  const queue = findQueue(state, name);
  const task = queue?.tasks.get(name);
  // It may have been deleted while it was being delivered.
  if (queue === undefined || task === undefined) return { empty: true };
  const now = clock.now();
  const httpStatus = numberParam(call, 'httpStatus') ?? 0;
  const dispatchTime = requiredText(call, 'dispatchTime');
  task.dispatchCount += 1;
  if (httpStatus > 0) task.responseCount += 1;
  task.firstAttempt ??= dispatchTime;
  task.lastAttempt = {
    scheduleTime: requiredText(call, 'scheduleTime'),
    dispatchTime,
    responseTime: now.toISOString(),
    httpStatus,
  };
  const done = httpStatus >= 200 && httpStatus < 300;
  if (done || isGivenUp(queue.retry, task, now)) {
    queue.tasks.delete(name);
    spendName(queue, name, now);
  } else {
    task.scheduleAt = now.getTime() + backoff(queue.retry, task.dispatchCount);
  }
  return { empty: true };
}

/** Keeps the name of a task from being used again for a day. */
export function spendName(queue: QueueRecord, name: string, now: Date): void {
  for (const [old, until] of queue.spentNames) {
    if (until <= now.getTime()) queue.spentNames.delete(old);
  }
  queue.spentNames.set(name, now.getTime() + day);
}

function isGivenUp(retry: RetryRecord, task: TaskRecord, now: Date): boolean {
  const { maxAttempts, maxRetryDuration } = retry;
  const tried = maxAttempts >= 0 && task.dispatchCount >= maxAttempts;
  if (maxRetryDuration === 0) return tried;
  const late = now.getTime() - Date.parse(task.firstAttempt ?? '') >= maxRetryDuration;
  return maxAttempts < 0 ? late : tried && late;
}

/** The pause doubles `maxDoublings` times, then grows by the same amount each time. */
function backoff(retry: RetryRecord, attempts: number): number {
  const { minBackoff, maxBackoff, maxDoublings } = retry;
  const doublings = Math.min(attempts - 1, maxDoublings);
  const steps = Math.max(attempts - maxDoublings, 1);
  return Math.min(minBackoff * 2 ** doublings * steps, maxBackoff);
}
