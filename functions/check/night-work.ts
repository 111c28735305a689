import type { Log } from '#platform/log/index.ts';
import { FenceClosed } from '#platform/workbook/fence.ts';

/** What a piece of the night's work did. */
export interface NightOutcome {
  /** Files that it made, moved or took away. */
  readonly wrote: number;
  /** In Chinese, as they stand in 运行记录. */
  readonly problems: readonly string[];
}

/** A piece of work for each night, and what is said when it fails. */
export interface NightJob {
  readonly name: string;
  readonly work: () => Promise<NightOutcome>;
}

/**
 * Does one piece after the other; one that fails keeps none of the others from its turn, and is tried again the next
 * night. Only the loss of the lease ends them all.
 *
 * @throws FenceClosed
 */
export async function doNightWork(jobs: readonly NightJob[], log: Log): Promise<NightOutcome> {
  let wrote = 0;
  const problems: string[] = [];
  for (const { name, work } of jobs) {
    try {
      const outcome = await work();
      wrote += outcome.wrote;
      problems.push(...outcome.problems);
    } catch (failure) {
      if (failure instanceof FenceClosed) throw failure;
      log.error('night-work-failed', { name, failure: String(failure) });
      problems.push(`${name}没有做完，明晚再试：${String(failure)}`);
    }
  }
  return { wrote, problems };
}
