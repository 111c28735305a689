import type { Clock } from '#platform/clock.ts';
import type { Log } from '#platform/log/index.ts';
import { type Random, uuidFrom } from '#platform/random.ts';
import type { Workbooks } from '#platform/workbook/port.ts';
import { localMoment } from '#schema/time.ts';
import { rowId } from '#schema/values.ts';

/** What a scheduled run did, for its row in 运行记录. */
export interface RunRecord {
  readonly function: 'check' | 'plan' | 'report' | 'digest' | 'closing' | 'requests';
  readonly started: Date;
  readonly read: number;
  readonly wrote: number;
  readonly sent: number;
  readonly outcome: 'done' | 'nothing' | 'failed';
  /** What a person should know of it, in Chinese. */
  readonly why?: string;
}

/** Leaves the one row of a run in 运行记录; that it could not is told to the log and stops nothing. */
export async function recordRun(
  ports: {
    readonly workbooks: Workbooks;
    readonly clock: Clock;
    readonly random: Random;
    readonly log: Log;
  },
  timeZone: string,
  record: RunRecord,
): Promise<void> {
  const { workbooks, clock, random, log } = ports;
  const { started, ...rest } = record;
  try {
    const { outcome } = await workbooks.submit({
      register: 'runs',
      id: rowId.parse(uuidFrom(random)),
      values: {
        ...rest,
        started: localMoment(started, timeZone),
        ended: localMoment(clock.now(), timeZone),
      },
    });
    if (outcome !== 'written')
      log.error('run-not-recorded', { function: record.function, outcome });
  } catch (failure) {
    log.error('run-not-recorded', { function: record.function, failure: String(failure) });
  }
}
