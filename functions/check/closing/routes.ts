import type { Context, Hono } from 'hono';
import * as z from 'zod';
import type { Clock } from '#platform/clock.ts';
import { type RunRecord, recordRun } from '#platform/documents/run-log.ts';
import type { Log } from '#platform/log/index.ts';
import { Problem } from '#platform/problem.ts';
import type { Random } from '#platform/random.ts';
import type { Workbooks } from '#platform/workbook/port.ts';
import { statedSettings } from '#schema/registers/school/settings.ts';
import { declaredSettings, type Settings, settingsFrom } from '#schema/settings.ts';
import { localMoment, plusMonths } from '#schema/time.ts';
import { monthOf } from '#schema/values.ts';
import type { Held } from '../leased-run.ts';
import type { ArchiveOutcome } from './archive-due.ts';
import type { Closing, ClosingOutcome } from './create-closing.ts';

export interface ClosingRoutes {
  /** Does it while this instance holds the lease and looks at nothing; what the check remembers is dropped after it. */
  readonly inTurn: <T>(work: (closing: Closing) => Promise<T>) => Promise<T | Held>;
  /** A look at everything, so that what is closed was numbered and audited before. */
  readonly look: () => Promise<unknown>;
  readonly workbooks: Workbooks;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly timeZone: string;
}

/** How a run ended, for its row in 运行记录. */
type Outcome = Pick<RunRecord, 'outcome' | 'wrote' | 'why'>;

const closeShape = z.object({ month: z.string().optional(), reason: z.string().optional() });
const reopenShape = z.object({ month: z.string(), reason: z.string() });
const verifyShape = z.object({ month: z.string() });

const byTheClock = '按期月结';

/**
 * - `POST /check/close` `{ month, reason }`; by the clock each night without them: closes the month before once the
 *   settings' day has come.
 * - `POST /check/reopen` `{ month, reason }`: brings the month's rows back.
 * - `POST /check/archive`; by the clock each night: moves months past the settings' age to their school years' archives.
 * - `POST /check/verify` `{ month }`: holds a closed month against its hashes.
 */
export function addClosing(app: Hono, routes: ClosingRoutes): void {
  const { inTurn, look, workbooks, clock, log, timeZone } = routes;

  app.post('/check/close', async (context) => {
    const asked = closeShape.parse(await bodyOf(context));
    const { month = await monthDue(), reason = byTheClock } = asked;
    if (month === undefined) return context.json({ outcome: 'nothing' });
    return answer(context, await recorded((closing) => closing.close(month, reason)));
  });

  app.post('/check/reopen', async (context) => {
    const { month, reason } = reopenShape.parse(await bodyOf(context));
    return answer(context, await recorded((closing) => closing.reopen(month, reason)));
  });

  app.post('/check/archive', async (context) => {
    const months = (await settingsNow()).number('archiveMonths');
    return answer(context, await archived((closing) => closing.archive(months)));
  });

  app.post('/check/verify', async (context) => {
    const { month } = verifyShape.parse(await bodyOf(context));
    const outcome = await inTurn((closing) => closing.verify(month));
    if (!('heldUntil' in outcome))
      for (const problem of outcome.problems) log.warn('closed-month-differs', { problem });
    return answer(context, outcome);
  });

  /** The month before, from the settings' day on. */
  async function monthDue(): Promise<string | undefined> {
    const settings = await settingsNow();
    const today = localMoment(clock.now(), timeZone);
    return Number(today.slice(8, 10)) >= settings.number('closingDay')
      ? plusMonths(monthOf(today), -1)
      : undefined;
  }

  async function settingsNow(): Promise<Settings> {
    const rows = (await workbooks.read(['settings'])).get('settings')?.rows ?? [];
    return settingsFrom(declaredSettings(workbooks.registers), statedSettings(rows));
  }

  async function archived(
    work: (closing: Closing) => Promise<ArchiveOutcome>,
  ): Promise<ArchiveOutcome | Held> {
    return run(async (record) => {
      const outcome = await inTurn(work);
      if ('heldUntil' in outcome) return outcome;
      const { months, rows, problems } = outcome;
      if (problems.length > 0) {
        const why = problems.join('；');
        await record({ outcome: 'failed', wrote: rows, why });
      } else if (months.length > 0) {
        const why = `${months.join('、')} 移入学年档案：${rows} 行`;
        await record({ outcome: 'done', wrote: rows, why });
      }
      return outcome;
    });
  }

  async function recorded(
    work: (closing: Closing) => Promise<ClosingOutcome>,
  ): Promise<ClosingOutcome | Held> {
    return run(async (record) => {
      await look();
      const outcome = await inTurn(work);
      // A closing that was done long ago leaves no row each night.
      if ('heldUntil' in outcome || outcome.outcome === 'nothing') return outcome;
      const { month, rows, findings } = outcome;
      const did = outcome.outcome === 'closed' ? '月结' : '重开';
      const why = `${month} ${did}：${rows} 行，未改问题 ${findings} 条`;
      await record({ outcome: 'done', wrote: rows, why });
      await look();
      return outcome;
    });
  }

  /** One row of 运行记录 for work that did something, and one for work that failed. */
  async function run<T>(
    work: (record: (said: Outcome) => Promise<void>) => Promise<T>,
  ): Promise<T> {
    const began = { function: 'closing', started: clock.now(), read: 0, sent: 0 } as const;
    const record = (said: Outcome) => recordRun(routes, timeZone, { ...began, ...said });
    try {
      return await work(record);
    } catch (failure) {
      await record({ outcome: 'failed', wrote: 0, why: whyOf(failure) });
      throw failure;
    }
  }

  function answer(context: Context, outcome: object | Held): Response {
    if (!('heldUntil' in outcome)) return context.json(outcome);
    const seconds = Math.ceil((Number(outcome.heldUntil) - clock.now().getTime()) / 1000);
    context.header('Retry-After', String(Math.max(1, seconds)));
    const message = '另一个检查正在进行，稍后再试。Another check is under way; try again later.';
    return context.json({ error: { code: 'busy', message } }, 503);
  }
}

function whyOf(failure: unknown): string {
  return failure instanceof Problem ? failure.details.label.zh : String(failure);
}

async function bodyOf(context: Context): Promise<unknown> {
  const text = await context.req.text();
  return text.trim() === '' ? {} : JSON.parse(text);
}
