import { Hono } from 'hono';
import * as z from 'zod';
import type { Clock } from '#platform/clock.ts';
import type { Google } from '#platform/google/index.ts';
import {
  hookSignatureHeader,
  hookTimestampHeader,
  isHookGenuine,
} from '#platform/hook-signature.ts';
import type { Log } from '#platform/log/index.ts';
import { answerProblems } from '#platform/problem.ts';
import type { Random } from '#platform/random.ts';
import type { Directory } from '#platform/workbook/directory.ts';
import type { RowPage, Workbooks } from '#platform/workbook/index.ts';
import { createSequence } from '#platform/workbook/sequence.ts';
import type { Register } from '#schema/register.ts';
import type { PublicHoliday } from '#schema/school-calendar.ts';
import type { LocalDate } from '#schema/values.ts';
import { type CheckOutcome, createCheckRun } from './check-run.ts';

export interface CheckOptions {
  readonly google: Pick<Google, 'sheets'>;
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

/**
 * The check: `POST /check/poll` looks at all spreadsheets, `POST /check/hint` at the one that is said to have changed.
 * One look at a time; whoever asks while one is under way shares the next.
 */
export function createCheck(options: CheckOptions): Hono {
  const { google, workbooks, clock, random, log, hookSecret } = options;
  const run = createCheckRun({
    ...options,
    sheets: google.sheets,
    nextSequence: createSequence({ clock, random }),
  });
  let directory: Promise<Directory> | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const waiting = new Map<string, Promise<CheckOutcome>>();

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

  const look = (changed?: string): Promise<CheckOutcome> => {
    const key = changed ?? '';
    const shared = waiting.get(key);
    if (shared) return shared;
    const next = running.then(async () => {
      waiting.delete(key);
      const known = await spreadsheets();
      if (changed !== undefined && !known.has(changed))
        return { findings: 0, numbered: 0, opened: 0, writes: 0 };
      return run.look(known, changed);
    });
    waiting.set(key, next);
    running = next.catch(() => undefined);
    return next;
  };

  const app = new Hono();
  answerProblems(app, { log });
  app.post('/check/poll', async (context) => context.json(await look()));
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
    return context.json(await look(hint.data.spreadsheetId));
  });
  return app;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
