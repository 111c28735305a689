import type { Clock } from '#platform/clock.ts';
import type { LinkClaims, Links } from '#platform/links/index.ts';
import type { Log } from '#platform/log/index.ts';
import type { Submission, Submitted } from '#platform/workbook/port.ts';
import type { Columns } from '#schema/columns.ts';
import { entryFrom, type Issue } from '#schema/entry.ts';
import type { Label } from '#schema/language.ts';
import type { Values } from '#schema/row.ts';
import { localMoment } from '#schema/time.ts';
import type { RowId } from '#schema/values.ts';
import { askedBy, type FormRegister } from './access.ts';
import type { Later } from './later.ts';
import type { Lists } from './lists.ts';
import type { OwnRows } from './own-rows.ts';
import { besides, type FormPhotos, settled, usualWaitSeconds } from './photos/form-photos.ts';
import { rowOf } from './row-of.ts';
import type { Writer } from './writer.ts';

/** What a person or program sent for one register. */
export interface Sending {
  readonly register: FormRegister;
  readonly claims: LinkClaims;
  readonly id: RowId;
  readonly values: Readonly<Record<string, unknown>>;
  readonly retry: boolean;
}

/**
 * What became of it; `receipt` is the token of its receipt, the same each time it is sent. What is `kept` is not in the
 * sheet yet, and will be.
 */
export type Sent =
  | { readonly outcome: 'written' | 'already' | 'kept'; readonly receipt: string }
  | { readonly outcome: 'different' }
  | { readonly outcome: 'wrong'; readonly issues: readonly Issue[] }
  | { readonly outcome: 'refused'; readonly message: Label }
  | { readonly outcome: 'unavailable'; readonly retryAfterSeconds: number };

export interface SenderOptions {
  readonly links: Links;
  readonly lists: Lists;
  readonly ownRows: OwnRows;
  readonly writer: Writer;
  readonly later: Later;
  readonly formPhotos: FormPhotos;
  readonly timeZone: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** So long a person waits for Google; then what was sent is kept elsewhere. */
const patienceMilliseconds = 20_000;

/** Checks a submission, writes it once, and answers with its receipt. */
export function createSender(options: SenderOptions): (sending: Sending) => Promise<Sent> {
  const { links, lists, ownRows, writer, later, formPhotos, clock, log, timeZone } = options;

  const receiptOf = ({ register, id }: Sending): string =>
    links.sign({ kind: 'track', registers: [register.key], row: id });

  function answered(sending: Sending, values: Values<Columns>, submitted: Submitted): Sent {
    const { register, id } = sending;
    if (submitted.outcome !== 'written' && submitted.outcome !== 'already') return submitted;
    if (submitted.outcome === 'written') {
      ownRows.remember(register.key, id, values);
      writer.tell(register);
      formPhotos.keep(register, values);
    }
    return { outcome: submitted.outcome, receipt: receiptOf(sending) };
  }

  return async (sending) => {
    const { register, claims, id, retry } = sending;
    const began = clock.now().getTime();
    const pictured = await settled(() =>
      formPhotos.settle({ register, entry: id }, sending.values),
    );
    if (!pictured) return { outcome: 'unavailable', retryAfterSeconds: usualWaitSeconds };
    const { sent, isKnown } = await lists.settle(askedBy(register), claims, [pictured.values]);
    const entry = entryFrom(register, sent[0] ?? {}, isKnown);
    const issues = besides(pictured.issues, entry.ok ? [] : entry.issues);
    if (!entry.ok || issues.length > 0) {
      log.info('intake.wrongValues', { register: register.key, issues: issues.length });
      return { outcome: 'wrong', issues };
    }
    const now = localMoment(clock.now(), timeZone);
    const values = rowOf(register, { id, starts: register.form.starts, said: entry.values }, now);
    const submission: Submission = {
      register: register.key,
      id,
      values,
      sent: sending.values,
      retry,
      origin: { how: 'form' },
    };
    const writing = writer.submit(submission);
    const inTime = await Promise.race([
      writing,
      clock.sleep(patienceMilliseconds).then(() => undefined),
    ]);
    const isKept = (inTime === undefined || isOut(inTime)) && (await later.keep(submission));
    const submitted = isKept ? undefined : await writing;
    log.info('intake.submitted', {
      register: register.key,
      row: id,
      outcome: submitted?.outcome ?? 'kept',
      retry,
      milliseconds: clock.now().getTime() - began,
    });
    return submitted
      ? answered(sending, values, submitted)
      : { outcome: 'kept', receipt: receiptOf(sending) };
  };
}

/** Google is out, and not we ourselves too busy or about to end. */
function isOut(submitted: Submitted): boolean {
  return submitted.outcome === 'unavailable' && submitted.because === undefined;
}
