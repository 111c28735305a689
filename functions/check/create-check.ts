import { Hono } from 'hono';
import type { Clock } from '#platform/clock.ts';
import type { Google } from '#platform/google/index.ts';
import { createLeaseHolder } from '#platform/lease/lease.ts';
import type { Log } from '#platform/log/index.ts';
import { answerProblems } from '#platform/problem.ts';
import type { Random } from '#platform/random.ts';
import { createSeals } from '#platform/seals/index.ts';
import { createTellCheck } from '#platform/tell-check.ts';
import type { Directory } from '#platform/workbook/directory.ts';
import type { RowPage, Workbooks } from '#platform/workbook/index.ts';
import { createSequence } from '#platform/workbook/sequence.ts';
import type { PublicHoliday } from '#schema/school-calendar.ts';
import { localMoment } from '#schema/time.ts';
import { type LocalDate, monthOf } from '#schema/values.ts';
import type { CheckOutcome } from './check-run.ts';
import type { Closing } from './closing/create-closing.ts';
import { addClosing } from './closing/routes.ts';
import type { AddressOfLink } from './issue-links.ts';
import { createLeasedRun, type Held } from './leased-run.ts';
import { createLeasedWork, type LeasedWork, type Spreadsheets } from './leased-work.ts';
import { createLeftoverPhotos } from './leftover-photos.ts';
import { workbooksToTurn } from './month-files/turn-month.ts';
import { createPolling } from './polling.ts';
import { createPush } from './push.ts';
import { createSchoolHours } from './school-hours.ts';
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
  /** Opens a spreadsheet in a browser; Google's own address unless told otherwise. */
  readonly spreadsheetUrl?: (spreadsheetId: string) => string;
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
  const own = {
    ...options,
    nextSequence: createSequence({ clock, random }),
    seals: createSeals({ storage: google.storage, bucket: options.bucket, random }),
  };
  const leased = createLeasedRun<LeasedWork>({
    leases: createLeaseHolder({ ...options, storage: google.storage, name: 'check' }),
    sheets: google.sheets,
    makeRun: (sheets, prolong) => createLeasedWork(own, sheets, prolong),
  });
  let directory: Promise<Directory> | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const waiting = new Map<string, Promise<CheckOutcome | Held>>();

  const directoryNow = (): Promise<Directory> => {
    directory ??= options.directory();
    return directory.catch((failure: unknown) => {
      directory = undefined;
      throw failure;
    });
  };

  const spreadsheets = async (): Promise<Spreadsheets> => {
    const { spreadsheets: ids } = await directoryNow();
    return new Map(
      Object.entries(ids).map(([workbook, id]) => [
        id,
        workbooks.registers.filter((register) => register.workbook === workbook),
      ]),
    );
  };

  /** What cannot be turned now keeps nothing from being looked at; the next look tries again. */
  const turnMonths = async (): Promise<void> => {
    const month = monthOf(localMoment(clock.now(), timeZone));
    const due = workbooksToTurn(await directoryNow(), month);
    if (due.length === 0) return;
    try {
      const known = await spreadsheets();
      await leased.do((run) => run.turnMonth(due, known));
    } catch (failure) {
      log.error('month-not-turned', { month, failure: String(failure) });
    }
    directory = undefined;
    leased.forget();
  };

  const look = (changed?: string): Promise<CheckOutcome | Held> => {
    const key = changed ?? '';
    const shared = waiting.get(key);
    if (shared) return shared;
    const next = running.then(async () => {
      // What changes until there is room for audit and findings is seen by the same look.
      await google.sheets.roomToWrite(2);
      waiting.delete(key);
      await turnMonths();
      const known = await spreadsheets();
      if (changed !== undefined && !known.has(changed)) return nothingLookedAt;
      return leased.do(async (run) => {
        await run.resumeClosing();
        return run.look(known, changed);
      });
    });
    waiting.set(key, next);
    running = next.catch(() => undefined);
    return next;
  };

  const inTurn = <T>(work: (run: LeasedWork) => Promise<T>): Promise<T | Held> => {
    const next = running.then(() => leased.do(work));
    running = next.catch(() => undefined);
    return next;
  };

  const closingInTurn = <T>(work: (closing: Closing) => Promise<T>): Promise<T | Held> => {
    const next = running.then(() => {
      // A closing reads everything itself: what the looks remember would lie beside it.
      leased.forget();
      return leased.do(async (run) => work(await run.closing()));
    });
    running = next.catch(() => undefined).finally(() => leased.forget());
    return next;
  };

  const app = new Hono();
  answerProblems(app, { log });
  addClosing(app, { ...options, look, inTurn: closingInTurn });
  const tellByTask = createTellCheck({ google, clock, log, configuration: options });
  addWaysIn(app, {
    look,
    isOurs: async (fileId) => (await spreadsheets()).has(fileId),
    tell: async (id) => {
      await (options.queue === undefined ? look(id) : tellByTask(id));
    },
    roomToPoll: async () =>
      google.sheets.roomToRead((await spreadsheets()).size + readsForHints, pollPatience),
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
      nightWork: () => inTurn((run) => run.nightWork()),
    }),
    clock,
    log,
    hookSecret,
  });
  app.post('/check/erase', async (context) => {
    const outcome = await inTurn(async (run) => run.erase(await spreadsheets()));
    return context.json(outcome, 'heldUntil' in outcome ? 503 : 200);
  });
  return { app, close: () => running.then(() => leased.close()) };
}

/** A look at everything begins when hints that come meanwhile have so many reads left, or after so long. */
const readsForHints = 4;
const pollPatience = 20_000;

const nothingLookedAt: CheckOutcome = {
  read: 0,
  changed: 0,
  findings: 0,
  numbered: 0,
  opened: 0,
  writes: 0,
  problems: [],
};
