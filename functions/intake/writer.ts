import type { Log } from '#platform/log/index.ts';
import type { Submission, Submitted, Workbooks } from '#platform/workbook/port.ts';
import type { Register } from '#schema/register.ts';
import { isOutOfReach } from './problems.ts';
import type { RecentReads } from './recent-reads.ts';

/** Puts rows into the workbooks, whoever sent them. */
export interface Writer {
  /** A workbook that is not there yet, or a Google that does not answer, is for the sender the same: not now. */
  submit(submission: Submission): Promise<Submitted>;
  /** Tells the check of new rows. Nobody waits for it; if it cannot be told, it finds them by itself a little later. */
  tell(register: Register): void;
}

export interface WriterOptions {
  readonly workbooks: Workbooks;
  readonly reads: RecentReads;
  readonly log: Log;
  /** Tells the check that a spreadsheet has a new row. */
  readonly tellCheck: (spreadsheetId: string) => Promise<void>;
}

/** A register seldom moves to another spreadsheet. */
const addressAge = 10 * 60_000;
const usualWaitSeconds = 15;

export function createWriter({ workbooks, reads, log, tellCheck }: WriterOptions): Writer {
  async function tellOf({ key }: Register): Promise<void> {
    await reads.atMost([key], addressAge);
    const spreadsheetId = reads.held(key)?.read.address.spreadsheetId;
    if (spreadsheetId !== undefined) await tellCheck(spreadsheetId);
  }

  return {
    async submit(submission) {
      try {
        return await workbooks.submit(submission);
      } catch (failure) {
        if (!isOutOfReach(failure)) throw failure;
        log.error('intake.notWritten', { register: submission.register, error: failure.name });
        return { outcome: 'unavailable', retryAfterSeconds: usualWaitSeconds };
      }
    },
    tell(register) {
      tellOf(register).catch((failure: unknown) => {
        const error = failure instanceof Error ? failure.name : 'unknown';
        log.warn('intake.checkNotTold', { register: register.key, error });
      });
    },
  };
}
