import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { createAudit } from '#platform/audit/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Google, Sheets } from '#platform/google/index.ts';
import { once } from '#platform/google/once.ts';
import {
  hookSignatureHeader,
  hookTimestampHeader,
  isHookGenuine,
} from '#platform/hook-signature.ts';
import { createLeaseHolder } from '#platform/lease/lease.ts';
import type { Log } from '#platform/log/index.ts';
import { answerProblems } from '#platform/problem.ts';
import type { Random } from '#platform/random.ts';
import { createSeals } from '#platform/seals/index.ts';
import type { Directory } from '#platform/workbook/directory.ts';
import type { RowPage, Workbooks } from '#platform/workbook/index.ts';
import { createSequence } from '#platform/workbook/sequence.ts';
import type { Register } from '#schema/register.ts';
import type { PublicHoliday } from '#schema/school-calendar.ts';
import type { LocalDate } from '#schema/values.ts';
import { type CheckOutcome, createCheckRun } from './check-run.ts';
import { createLeasedRun, type Held } from './leased-run.ts';
import { type ChangeRecord, createChangeRecord } from './record-changes.ts';
import { createSnapshots } from './snapshot.ts';

export interface CheckOptions {
  readonly google: Pick<Google, 'sheets' | 'storage' | 'drive'>;
  /** The school's bucket: it holds the lease by which one check runs at a time. */
  readonly bucket: string;
  readonly directory: () => Promise<Directory>;
  readonly workbooks: Workbooks;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly publicHolidays: (day: LocalDate) => PublicHoliday | undefined;
  readonly timeZone: string;
  /** The page about a row, which its cell 填报方式 opens. */
  readonly rowPage?: RowPage;
  /** Hints must be signed with it; without one every hint is taken, since it can only cause a look. */
  readonly hookSecret?: string;
}

const hintShape = z.object({ spreadsheetId: z.string().min(1).max(200) });

/** The check's routes, and its end, which lets another instance begin at once. */
export interface Check {
  readonly app: Hono;
  close(): Promise<void>;
}

/**
 * The check: `POST /check/poll` looks at all spreadsheets, `POST /check/hint` at the one that is said to have changed.
 * One look at a time; whoever asks while one is under way shares the next.
 */
export function createCheck(options: CheckOptions): Check {
  const { google, workbooks, clock, random, log, hookSecret } = options;
  const nextSequence = createSequence({ clock, random });
  const leased = createLeasedRun({
    leases: createLeaseHolder({ ...options, storage: google.storage, name: 'check' }),
    sheets: google.sheets,
    makeRun: (sheets, prolong) =>
      createCheckRun({
        ...options,
        sheets,
        prolong,
        nextSequence,
        record: once(() => recordOf(options, sheets)),
      }),
  });
  let directory: Promise<Directory> | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const waiting = new Map<string, Promise<CheckOutcome | Held>>();

  const spreadsheets = async (): Promise<ReadonlyMap<string, readonly Register[]>> => {
    directory ??= options.directory();
    const { spreadsheets: ids } = await directory.catch((failure: unknown) => {
      directory = undefined;
      throw failure;
    });
    return new Map(
      Object.entries(ids).map(([workbook, id]) => [
        id,
        workbooks.registers.filter((register) => register.workbook === workbook),
      ]),
    );
  };

  const look = (changed?: string): Promise<CheckOutcome | Held> => {
    const key = changed ?? '';
    const shared = waiting.get(key);
    if (shared) return shared;
    const next = running.then(async () => {
      waiting.delete(key);
      const known = await spreadsheets();
      if (changed !== undefined && !known.has(changed))
        return { findings: 0, numbered: 0, opened: 0, writes: 0 };
      return leased.do((run) => run.look(known, changed));
    });
    waiting.set(key, next);
    running = next.catch(() => undefined);
    return next;
  };

  const app = new Hono();
  answerProblems(app, { log });
  app.post('/check/poll', async (context) => answer(context, await look()));
  app.post('/check/hint', async (context) => {
    const body = await context.req.text();
    const genuine =
      hookSecret === undefined ||
      isHookGenuine({
        secret: hookSecret,
        timestamp: context.req.header(hookTimestampHeader),
        signature: context.req.header(hookSignatureHeader),
        body,
        now: clock.now(),
      });
    if (!genuine) {
      log.warn('hint-refused', {});
      return context.json(
        { error: { code: 'forbidden', message: 'This hint is not signed by us.' } },
        403,
      );
    }
    const hint = hintShape.safeParse(parsed(body));
    if (!hint.success)
      return context.json(
        { error: { code: 'bad-request', message: 'Expected { "spreadsheetId": "…" }.' } },
        400,
      );
    return answer(context, await look(hint.data.spreadsheetId));
  });
  return { app, close: () => leased.close() };

  /** Another instance looks: whoever asked may ask again when its lease has run out. */
  function answer(context: Context, outcome: CheckOutcome | Held): Response {
    if (!('heldUntil' in outcome)) return context.json(outcome);
    const seconds = Math.ceil((outcome.heldUntil - clock.now().getTime()) / 1000);
    context.header('Retry-After', String(Math.max(1, seconds)));
    const message = '另一个检查正在进行，稍后再试。Another check is under way; try again later.';
    return context.json({ error: { code: 'busy', message } }, 503);
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Where changes are kept; nothing until set-up has made the drive for it. */
async function recordOf(options: CheckOptions, sheets: Sheets): Promise<ChangeRecord | undefined> {
  const { google, bucket, random, log } = options;
  const { auditDriveId, editors } = await options.directory();
  if (auditDriveId === undefined) {
    log.warn('no-audit', { todo: 'run set-up: it makes the shared drive of the audit' });
    return undefined;
  }
  return createChangeRecord({
    audit: createAudit({ sheets, drive: google.drive, driveId: auditDriveId }),
    snapshots: createSnapshots({ storage: google.storage, bucket }),
    seals: createSeals({ storage: google.storage, bucket, random }),
    drive: google.drive,
    log,
    editors,
  });
}
