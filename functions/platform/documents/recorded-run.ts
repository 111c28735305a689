import type { Clock } from '#platform/clock.ts';
import type { Log } from '#platform/log/index.ts';
import { MailFailure } from '#platform/mail/index.ts';
import { Problem } from '#platform/problem.ts';
import type { Random } from '#platform/random.ts';
import { WorkbookFailure, type Workbooks } from '#platform/workbook/port.ts';
import { frameSettings } from '#schema/settings.ts';
import type { SchoolRead } from './read-school.ts';
import { type RunRecord, recordRun } from './run-log.ts';

/** What a run tells as it goes on, for its row in 运行记录. */
export interface Progress {
  /** The registers were read. */
  read(school: SchoolRead): void;
  wrote(rows: number): void;
  sent(messages: number): void;
  /** Something that a person should know, in Chinese; the run goes on. */
  problem(words: string): void;
  readonly problems: readonly string[];
}

/**
 * Does the work of a scheduled run and leaves its one row in 运行记录, also when it fails. A run with problems
 * that sent nothing counts as failed.
 *
 * @throws what the work throws
 */
export async function recordedRun<T>(
  ports: {
    readonly workbooks: Workbooks;
    readonly clock: Clock;
    readonly random: Random;
    readonly log: Log;
  },
  name: RunRecord['function'],
  work: (progress: Progress) => Promise<T>,
): Promise<T> {
  const started = ports.clock.now();
  const problems: string[] = [];
  const counts = { read: 0, wrote: 0, sent: 0 };
  let timeZone: string = frameSettings.timeZone.default;
  const record = (outcome: RunRecord['outcome']) =>
    recordRun(ports, timeZone, {
      function: name,
      started,
      ...counts,
      outcome,
      ...(problems.length > 0 ? { why: problems.join('；') } : {}),
    });
  try {
    const result = await work({
      read: ({ world, reads }) => {
        timeZone = world.settings.text('timeZone');
        counts.read = [...reads.values()].reduce((sum, { rows }) => sum + rows.length, 0);
      },
      wrote: (rows) => {
        counts.wrote += rows;
      },
      sent: (messages) => {
        counts.sent += messages;
      },
      problem: (words) => {
        problems.push(words);
      },
      problems,
    });
    const didNothing = counts.sent === 0 && counts.wrote === 0;
    if (problems.length === 0 && didNothing) await record('nothing');
    else await record(problems.length > 0 && counts.sent === 0 ? 'failed' : 'done');
    return result;
  } catch (failure) {
    problems.push(reasonOf(failure));
    await record('failed');
    throw failure;
  }
}

/** Why a run failed, in words for a person. */
function reasonOf(failure: unknown): string {
  if (failure instanceof Problem) return failure.details.label.zh;
  return failure instanceof WorkbookFailure || failure instanceof MailFailure
    ? failure.label.zh
    : `程序出错：${String(failure)}`;
}
