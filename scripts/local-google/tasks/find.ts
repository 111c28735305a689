import type { GoogleState, QueueRecord, TaskRecord } from '../state.ts';

/** The queue with this name, or the one of the task with this name. */
export function findQueue(state: GoogleState, name: string): QueueRecord | undefined {
  return state.queues.get(name.split('/').slice(0, 6).join('/'));
}

/** The task with this full name, unless it is done. */
export function findTask(state: GoogleState, name: string): TaskRecord | undefined {
  return findQueue(state, name)?.tasks.get(name);
}
