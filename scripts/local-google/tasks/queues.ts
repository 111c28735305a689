import { z } from 'zod';
import { readBody, requiredText } from '../arguments.ts';
import { alreadyExists, invalidArgument, notFound } from '../errors.ts';
import type { Answer, Call, Context } from '../service.ts';
import type { QueueRecord } from '../state.ts';
import { readDuration, writeDuration } from './durations.ts';
import { findQueue } from './find.ts';

const retryShape = z.object({
  maxAttempts: z.int().default(100),
  minBackoff: z.string().default('0.100s'),
  maxBackoff: z.string().default('3600s'),
  maxDoublings: z.int().default(16),
  maxRetryDuration: z.string().default('0s'),
});

/** `queues.create`. */
export function createQueue(call: Call, { state }: Context): Answer {
  const parent = requiredText(call, 'parent');
  const { name, retryConfig } = readBody(call, {
    name: z.string({ error: 'Queue name is required.' }),
    retryConfig: retryShape.prefault({}),
  });
  if (!name.startsWith(`${parent}/queues/`) || name.split('/').length !== 6) {
    throw invalidArgument(
      `Queue name must be formatted: "projects/<PROJECT_ID>/locations/<LOCATION_ID>/queues/<QUEUE_ID>"`,
    );
  }
  if (state.queues.has(name)) throw alreadyExists('Queue already exists');
  const queue: QueueRecord = {
    name,
    retry: {
      maxAttempts: retryConfig.maxAttempts,
      minBackoff: readDuration(retryConfig.minBackoff),
      maxBackoff: readDuration(retryConfig.maxBackoff),
      maxDoublings: retryConfig.maxDoublings,
      maxRetryDuration: readDuration(retryConfig.maxRetryDuration),
    },
    tasks: new Map(),
    spentNames: new Map(),
  };
  state.queues.set(name, queue);
  return { json: queueJson(queue) };
}

/** `queues.get`. */
export function getQueue(call: Call, { state }: Context): Answer {
  const queue = findQueue(state, requiredText(call, 'name'));
  if (queue === undefined) throw notFound();
  return { json: queueJson(queue) };
}

function queueJson({ name, retry }: QueueRecord) {
  return {
    name,
    state: 'RUNNING',
    retryConfig: {
      maxAttempts: retry.maxAttempts,
      minBackoff: writeDuration(retry.minBackoff),
      maxBackoff: writeDuration(retry.maxBackoff),
      maxDoublings: retry.maxDoublings,
      ...(retry.maxRetryDuration > 0 && {
        maxRetryDuration: writeDuration(retry.maxRetryDuration),
      }),
    },
  };
}
