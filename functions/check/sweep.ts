import type { Clock } from '#platform/clock.ts';
import { recordRun } from '#platform/documents/run-log.ts';
import type { Log } from '#platform/log/index.ts';
import type { Tidied } from '#platform/photos/tidy.ts';
import type { Random } from '#platform/random.ts';
import type { Workbooks } from '#platform/workbook/index.ts';
import { missedRuns } from '#schema/calculations/missed-runs.ts';
import { localMoment } from '#schema/time.ts';
import type { CheckOutcome } from './check-run.ts';
import type { Held } from './leased-run.ts';

/** What a sweep did, and what a person should know of it. */
export interface SweepOutcome extends CheckOutcome {
  /** In Chinese, as it stands in 运行记录. */
  readonly problems: readonly string[];
}

/** Looks that leave a row in 运行记录. */
export interface RecordedLooks {
  /** Looks at everything from nothing, and says which scheduled run is missing. Its row is left also when it fails. */
  sweep(): Promise<SweepOutcome | Held>;
  /** A look by the clock failed. */
  failed(failure: unknown): void;
  /** One went well: if others failed before it, one row tells of them all, now that it can be written. */
  wentWell(): Promise<void>;
}

export function createRecordedLooks(ports: {
  readonly workbooks: Workbooks;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly timeZone: string;
  /** A look at everything that remembers nothing of earlier ones. */
  readonly lookAfresh: () => Promise<CheckOutcome | Held>;
  /** Tidies photos whose rows have come, or never came. */
  readonly tidyPhotos: () => Promise<Tidied>;
}): RecordedLooks {
  const { workbooks, clock, log, timeZone, lookAfresh } = ports;
  let outage: { readonly since: Date; readonly looks: number; readonly why: string } | undefined;

  const record = (
    started: Date,
    outcome: 'done' | 'nothing' | 'failed',
    wrote: number,
    problems: readonly string[],
  ): Promise<void> =>
    recordRun(ports, timeZone, {
      function: 'check',
      started,
      read: 0,
      wrote,
      sent: 0,
      outcome,
      ...(problems.length > 0 && { why: problems.join('；') }),
    });

  const missing = async (): Promise<readonly string[]> => {
    const runs = (await workbooks.read(['runs'])).get('runs')?.rows ?? [];
    return missedRuns(runs, localMoment(clock.now(), timeZone));
  };

  /** What could not be tidied waits for the next night, and is said. */
  const tidied = async (): Promise<readonly string[]> => {
    try {
      log.info('photos-tidied', { ...(await ports.tidyPhotos()) });
      return [];
    } catch (failure) {
      log.warn('photos-not-tidied', { failure: String(failure) });
      return [`没用上的照片没有清理：${String(failure)}`];
    }
  };

  return {
    async sweep() {
      const started = clock.now();
      try {
        const outcome = await lookAfresh();
        // Whoever holds the lease leaves the row.
        if ('heldUntil' in outcome) return outcome;
        const problems = [...(await missing()), ...(await tidied())];
        for (const problem of problems) log.warn('sweep-problem', { problem });
        const { writes, numbered, opened } = outcome;
        await record(started, writes === 0 ? 'nothing' : 'done', numbered + opened, problems);
        return { ...outcome, problems };
      } catch (failure) {
        await record(started, 'failed', 0, [`全面检查没有做完：${String(failure)}`]);
        throw failure;
      }
    },
    failed(failure) {
      const { since = clock.now(), looks = 0 } = outage ?? {};
      outage = { since, looks: looks + 1, why: String(failure) };
    },
    async wentWell() {
      if (!outage) return;
      const { since, looks, why } = outage;
      outage = undefined;
      await record(since, 'failed', 0, [`${looks}次没能看表，现已恢复：${why}`]);
    },
  };
}
