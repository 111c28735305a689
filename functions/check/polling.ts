import * as z from 'zod';
import type { Clock } from '#platform/clock.ts';
import type { Configuration } from '#platform/configuration.ts';
import type { Google } from '#platform/google/index.ts';
import {
  hookSignature,
  hookSignatureHeader,
  hookTimestampHeader,
} from '#platform/hook-signature.ts';
import type { Log } from '#platform/log/index.ts';
import { nextDue, secondsToNextLook } from './pace.ts';
import type { SchoolHours } from './school-hours.ts';

/** The task that makes the next look: when it is due, and when somebody last changed something (milliseconds). */
const nextLook = z.object({ due: z.number(), activeAt: z.number().optional() });

/** Looks again and again at the pace of the school's day. */
export interface Polling {
  /** Somebody changed something: the next ten minutes are looked at closely. */
  noteActivity(): void;
  /** A look is done, or somebody is at work: has the next one made by a task. A failure is logged: the clock comes again. */
  planNext(): Promise<void>;
  /**
   * Takes up the task that was planned.
   *
   * @returns whether a look is wanted; not when one was made since it was due
   */
  takeUp(task: unknown): boolean;
  /** A look begins now. */
  noteLook(): void;
}

/**
 * Cloud Scheduler comes once a minute at best. The looks between are a chain of Cloud Tasks: each, when its work is
 * done, has the next one made. A task is named by the window in which it is due, so a second chain folds into the
 * first; a chain that broke is begun again by the next minute. Without a queue there is a look each minute.
 */
export function createPolling(options: {
  readonly google: Pick<Google, 'tasks'>;
  readonly configuration: Pick<Configuration, 'queue' | 'url' | 'hookSecret'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly schoolHours: () => Promise<SchoolHours>;
  /** How many spreadsheets a look reads. */
  readonly workbooks: () => Promise<number>;
}): Polling {
  const { google, configuration, clock, log, schoolHours } = options;
  const { queue, url, hookSecret } = configuration;
  let activeAt: number | undefined;
  let lookedAt = 0;
  let planned = 0;

  return {
    noteActivity() {
      activeAt = clock.now().getTime();
    },
    noteLook() {
      lookedAt = clock.now().getTime();
    },
    takeUp(task) {
      const read = nextLook.safeParse(task);
      if (!read.success) return false;
      activeAt = Math.max(activeAt ?? 0, read.data.activeAt ?? 0) || undefined;
      // A look made before the clock was set back says nothing.
      return lookedAt < read.data.due || lookedAt > clock.now().getTime();
    },
    async planNext() {
      if (queue === undefined) return;
      try {
        const now = clock.now().getTime();
        const seconds = secondsToNextLook({
          ...(await schoolHours()),
          workbooks: await options.workbooks(),
          secondsSinceActivity: activeAt === undefined ? undefined : (now - activeAt) / 1000,
        });
        const due = nextDue(now, seconds);
        if (due === planned) return;
        const body = { due, ...(activeAt !== undefined && { activeAt }) };
        await google.tasks.enqueue(queue, {
          name: `check-poll-${due}`,
          url: `${url}/check/hint/poll`,
          body,
          scheduleTime: new Date(due),
          ...(hookSecret !== undefined && { headers: signed(hookSecret, now, body) }),
        });
        planned = due;
      } catch (failure) {
        log.warn('next-look-not-planned', { failure: String(failure) });
      }
    },
  };
}

function signed(secret: string, now: number, body: unknown): Record<string, string> {
  const timestamp = String(now);
  return {
    [hookTimestampHeader]: timestamp,
    [hookSignatureHeader]: hookSignature(secret, timestamp, JSON.stringify(body)),
  };
}
