import { Hono } from 'hono';
import { createAudit } from '#platform/audit/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Google, Sheets } from '#platform/google/index.ts';
import { once } from '#platform/google/once.ts';
import { createLeaseHolder } from '#platform/lease/lease.ts';
import type { Log } from '#platform/log/index.ts';
import { binPhotos } from '#platform/photos/tidy.ts';
import { answerProblems } from '#platform/problem.ts';
import type { Random } from '#platform/random.ts';
import { createSeals, type Seals } from '#platform/seals/index.ts';
import { createTellCheck } from '#platform/tell-check.ts';
import type { Directory } from '#platform/workbook/directory.ts';
import type { RowPage, Workbooks } from '#platform/workbook/index.ts';
import { createSequence } from '#platform/workbook/sequence.ts';
import type { Register } from '#schema/register.ts';
import type { PublicHoliday } from '#schema/school-calendar.ts';
import type { LocalDate } from '#schema/values.ts';
import { type CheckOutcome, createCheckRun } from './check-run.ts';
import type { AddressOfLink } from './issue-links.ts';
import { createLeasedRun, type Held } from './leased-run.ts';
import { createLeftoverPhotos } from './leftover-photos.ts';
import { createPolling } from './polling.ts';
import { createPush } from './push.ts';
import { type ChangeRecord, createChangeRecord } from './record-changes.ts';
import { createSchoolHours } from './school-hours.ts';
import { createSnapshots } from './snapshot.ts';
import { createRecordedLooks } from './sweep.ts';
import { addWaysIn } from './ways-in.ts';

export interface CheckOptions {
  readonly google: Pick<Google, 'sheets' | 'storage' | 'drive' | 'tasks'>;
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
  /** The addresses of links in 链接; without it none is filled in. */
  readonly linkAddress?: AddressOfLink;
  /** Hints must be signed with it; without one every hint is taken, since it can only cause a look, and none is pushed. */
  readonly hookSecret?: string;
  /** The public address of the functions, to which Drive posts and tasks go. */
  readonly url: string;
  /** The Cloud Tasks queue; without one there is a look each minute, and none between. */
  readonly queue?: string;
}

/** The check's routes, and its end, which lets another instance begin at once. */
export interface Check {
  readonly app: Hono;
  close(): Promise<void>;
}

/**
 * The check, with every way by which it learns that it should look (ways-in.ts).
 * One look at a time; whoever asks while one is under way shares the next.
 */
export function createCheck(options: CheckOptions): Check {
  const { google, workbooks, clock, random, log, timeZone, hookSecret } = options;
  const nextSequence = createSequence({ clock, random });
  const seals = createSeals({ storage: google.storage, bucket: options.bucket, random });
  const leased = createLeasedRun({
    leases: createLeaseHolder({ ...options, storage: google.storage, name: 'check' }),
    sheets: google.sheets,
    makeRun: (sheets, prolong) =>
      createCheckRun({
        ...options,
        sheets,
        prolong,
        nextSequence,
        seals,
        binPhotos: (links) => binPhotos(google.drive, links),
        record: once(() => recordOf(options, sheets, seals)),
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
      // What changes until there is room for audit and findings is seen by the same look.
      await google.sheets.roomToWrite(2);
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
  const tellByTask = createTellCheck({ google, clock, log, configuration: options });
  addWaysIn(app, {
    look,
    isOurs: async (fileId) => (await spreadsheets()).has(fileId),
    tell: async (id) => {
      await (options.queue === undefined ? look(id) : tellByTask(id));
    },
    polling: createPolling({
      google,
      configuration: options,
      clock,
      log,
      schoolHours: createSchoolHours(options),
      workbooks: async () => (await spreadsheets()).size,
    }),
    push: createPush(options),
    recorded: createRecordedLooks({
      workbooks,
      clock,
      random,
      log,
      timeZone,
      tidyPhotos: createLeftoverPhotos(options),
      lookAfresh: () => {
        directory = undefined;
        leased.forget();
        return look();
      },
    }),
    clock,
    log,
    hookSecret,
  });
  app.post('/check/erase', async (context) => {
    const next = running.then(async () =>
      leased.do(async (run) => run.erase(await spreadsheets())),
    );
    running = next.catch(() => undefined);
    const outcome = await next;
    return context.json(outcome, 'heldUntil' in outcome ? 503 : 200);
  });
  return { app, close: () => leased.close() };
}

/** Where changes are kept; nothing until set-up has made the drive for it. */
async function recordOf(
  options: CheckOptions,
  sheets: Sheets,
  seals: Seals,
): Promise<ChangeRecord | undefined> {
  const { google, bucket, log } = options;
  const { auditDriveId, editors } = await options.directory();
  if (auditDriveId === undefined) {
    log.warn('no-audit', { todo: 'run set-up: it makes the shared drive of the audit' });
    return undefined;
  }
  return createChangeRecord({
    audit: createAudit({ sheets, drive: google.drive, driveId: auditDriveId }),
    snapshots: createSnapshots({ storage: google.storage, bucket }),
    seals,
    drive: google.drive,
    log,
    editors,
  });
}
