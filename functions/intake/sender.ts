import type { Clock } from '#platform/clock.ts';
import type { LinkClaims, Links } from '#platform/links/index.ts';
import type { Log } from '#platform/log/index.ts';
import type { Submission, Submitted, Workbooks } from '#platform/workbook/port.ts';
import type { Columns } from '#schema/columns.ts';
import { entryFrom, type Issue } from '#schema/entry.ts';
import type { Label } from '#schema/language.ts';
import type { Values } from '#schema/row.ts';
import { localMoment } from '#schema/time.ts';
import type { LocalDateTime, RowId } from '#schema/values.ts';
import type { FormRegister } from './access.ts';
import type { Lists } from './lists.ts';
import type { OwnRows } from './own-rows.ts';
import { isOutOfReach } from './problems.ts';
import type { RecentReads } from './recent-reads.ts';

/** What a person or program sent for one register. */
export interface Sending {
  readonly register: FormRegister;
  readonly claims: LinkClaims;
  readonly id: RowId;
  readonly values: Readonly<Record<string, unknown>>;
  readonly retry: boolean;
}

/** What became of it; `receipt` is the token of its receipt, the same each time it is sent. */
export type Sent =
  | { readonly outcome: 'written' | 'already'; readonly receipt: string }
  | { readonly outcome: 'different' }
  | { readonly outcome: 'wrong'; readonly issues: readonly Issue[] }
  | { readonly outcome: 'refused'; readonly message: Label }
  | { readonly outcome: 'unavailable'; readonly retryAfterSeconds: number };

export interface SenderOptions {
  readonly workbooks: Workbooks;
  readonly links: Links;
  readonly lists: Lists;
  readonly reads: RecentReads;
  readonly ownRows: OwnRows;
  readonly timeZone: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Tells the check that a spreadsheet has a new row. */
  readonly tellCheck: (spreadsheetId: string) => Promise<void>;
}

/** A register seldom moves to another spreadsheet. */
const addressAge = 10 * 60_000;
const usualWaitSeconds = 15;

/** Checks a submission, writes it once, and answers with its receipt. */
export function createSender(options: SenderOptions): (sending: Sending) => Promise<Sent> {
  const { workbooks, links, lists, reads, ownRows, clock, log, timeZone, tellCheck } = options;

  async function tellOf({ key }: FormRegister): Promise<void> {
    await reads.atMost([key], addressAge);
    const spreadsheetId = reads.held(key)?.read.address.spreadsheetId;
    if (spreadsheetId !== undefined) await tellCheck(spreadsheetId);
  }

  /** The answer does not wait for the check; if it cannot be told, it finds the row by itself a little later. */
  function tell(register: FormRegister): void {
    tellOf(register).catch((failure: unknown) => {
      const error = failure instanceof Error ? failure.name : 'unknown';
      log.warn('intake.checkNotTold', { register: register.key, error });
    });
  }

  /** A workbook that is not there yet, or a Google that does not answer, is for the sender the same: not now. */
  async function submit(submission: Submission): Promise<Submitted> {
    try {
      return await workbooks.submit(submission);
    } catch (failure) {
      if (!isOutOfReach(failure)) throw failure;
      log.error('intake.notWritten', { register: submission.register, error: failure.name });
      return { outcome: 'unavailable', retryAfterSeconds: usualWaitSeconds };
    }
  }

  function answered(sending: Sending, values: Values<Columns>, submitted: Submitted): Sent {
    const { register, id } = sending;
    if (submitted.outcome !== 'written' && submitted.outcome !== 'already') return submitted;
    if (submitted.outcome === 'written') {
      ownRows.remember(register.key, id, values);
      tell(register);
    }
    const receipt = links.sign({ kind: 'track', registers: [register.key], row: id });
    return { outcome: submitted.outcome, receipt };
  }

  return async (sending) => {
    const { register, claims, id, retry } = sending;
    const began = clock.now().getTime();
    const { sent, isKnown } = await lists.settle(register, claims, sending.values);
    const entry = entryFrom(register, sent, isKnown);
    if (!entry.ok) {
      log.info('intake.wrongValues', { register: register.key, issues: entry.issues.length });
      return { outcome: 'wrong', issues: entry.issues };
    }
    const values = rowOf(register, entry.values, localMoment(clock.now(), timeZone));
    const submitted = await submit({
      register: register.key,
      id,
      values,
      sent: sending.values,
      retry,
    });
    log.info('intake.submitted', {
      register: register.key,
      row: id,
      outcome: submitted.outcome,
      retry,
      milliseconds: clock.now().getTime() - began,
    });
    return answered(sending, values, submitted);
  };
}

/** The row that an entry makes: what every row of the form starts with, the moment of receipt, what was said. */
function rowOf(register: FormRegister, said: Values<Columns>, now: LocalDateTime): Values<Columns> {
  const stamped = Object.entries(register.columns)
    .filter(([, column]) => column.kind === 'moment' && column.stamped)
    .map(([name]) => [name, now]);
  return { ...register.form.starts, ...Object.fromEntries(stamped), ...said };
}
