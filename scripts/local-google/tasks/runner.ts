import type { Clock } from '#platform/clock.ts';
import type { Outward } from '../outward.ts';
import type { GoogleState, TaskRecord } from '../state.ts';
import { findTask } from './find.ts';
import { taskRequest } from './request.ts';

/** How one delivery went; `httpStatus` is 0 if nobody answered in time. */
export interface Delivery {
  readonly name: string;
  readonly scheduleTime: string;
  readonly dispatchTime: string;
  readonly httpStatus: number;
}

export interface TaskRunner {
  /** Takes up tasks that are not waited for yet. */
  wake(): void;
  /** Delivers nothing more. */
  stop(): void;
}

const hour = 3_600_000;

/** Delivers tasks at their time, again and again until they are done or given up (at least once). */
export function createTaskRunner({
  state,
  clock,
  outward,
  settle,
}: {
  state: GoogleState;
  clock: Clock;
  outward: Outward;
  settle: (delivery: Delivery) => void;
}): TaskRunner {
  const waiting = new Set<string>();
  let stopped = false;

  const deliver = async (task: TaskRecord) => {
    const dispatchTime = clock.now().toISOString();
    const scheduleTime = new Date(task.scheduleAt).toISOString();
    const response = await Promise.race([
      outward('task', taskRequest(task, clock.now())),
      clock.sleep(task.dispatchDeadline),
    ]);
    if (stopped) return;
    settle({ name: task.name, scheduleTime, dispatchTime, httpStatus: response?.status ?? 0 });
  };

  const run = async (name: string) => {
    for (;;) {
      const task = findTask(state, name);
      if (task === undefined || stopped) break;
      const wait = task.scheduleAt - clock.now().getTime();
      if (wait > 0) await clock.sleep(Math.min(wait, hour));
      else await deliver(task);
    }
    waiting.delete(name);
  };

  return {
    wake() {
      for (const queue of state.queues.values()) {
        for (const name of queue.tasks.keys()) {
          if (waiting.has(name) || stopped) continue;
          waiting.add(name);
          void run(name);
        }
      }
    },
    stop() {
      stopped = true;
    },
  };
}
