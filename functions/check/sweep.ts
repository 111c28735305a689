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
import type { NightOutcome } from './night-work.ts';

/** Looks that leave a row in 运行记录. */
export interface RecordedLooks {
  /** Looks at everything from nothing, and says which scheduled run is missing. Its row is left also when it fails. */
  sweep(): Promise<CheckOutcome | Held>;
  /** A look by the clock failed. */
  failed(failure: unknown): void;
  /**
   * One was made: if others failed before it, one row tells of them all, now that it can be written; another tells of
   * what somebody must do, once for as long as it lasts.
   */
  made(problems: readonly string[]): Promise<void>;
}

const nothing = { read: 0, wrote: 0 };

export function createRecordedLooks(ports: {
  readonly workbooks: Workbooks;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly timeZone: string;
  /** A look at everything that remembers nothing of earlier ones. */
  readonly lookAfresh: () => Promise<CheckOutcome | Held>;
  /** What is done once a night, after that look. */
  readonly nightWork: () => Promise<NightOutcome | Held>;
  /** Tidies photos whose rows have come, or never came. */
  readonly tidyPhotos: () => Promise<Tidied>;
}): RecordedLooks {
  const { workbooks, clock, log, timeZone, lookAfresh, nightWork } = ports;
  let told: readonly string[] = [];
  let outage: { readonly since: Date; readonly looks: number; readonly why: string } | undefined;

  const record = (
    started: Date,
    outcome: 'done' | 'nothing' | 'failed',
    { read, wrote }: { readonly read: number; readonly wrote: number },
    problems: readonly string[],
  ): Promise<void> =>
    recordRun(ports, timeZone, {
      function: 'check',
      started,
      read,
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
        const night = await nightWork();
        if ('heldUntil' in night) return night;
        const missed = await missing();
        const problems = [...outcome.problems, ...night.problems, ...missed, ...(await tidied())];
        for (const problem of problems) log.warn('sweep-problem', { problem });
        const { read, writes, numbered, opened } = outcome;
        const did = { read, wrote: numbered + opened + night.wrote };
        await record(started, writes + night.wrote === 0 ? 'nothing' : 'done', did, problems);
        return { ...outcome, problems };
      } catch (failure) {
        await record(started, 'failed', nothing, [`全面检查没有做完：${String(failure)}`]);
        throw failure;
      }
    },
    failed(failure) {
      const { since = clock.now(), looks = 0 } = outage ?? {};
      outage = { since, looks: looks + 1, why: String(failure) };
    },
    async made(problems) {
      const added = problems.filter((problem) => !told.includes(problem));
      told = problems;
      if (added.length > 0) await record(clock.now(), 'failed', nothing, added);
      if (!outage) return;
      const { since, looks, why } = outage;
      outage = undefined;
      await record(since, 'failed', nothing, [`${looks}次没能看表，现已恢复：${why}`]);
    },
  };
}
