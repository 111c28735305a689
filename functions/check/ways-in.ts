import type { Context, Hono } from 'hono';
import * as z from 'zod';
import type { Clock } from '#platform/clock.ts';
import {
  hookSignatureHeader,
  hookTimestampHeader,
  isHookGenuine,
} from '#platform/hook-signature.ts';
import type { Log } from '#platform/log/index.ts';
import type { CheckOutcome } from './check-run.ts';
import type { Held } from './leased-run.ts';
import type { Polling } from './polling.ts';
import type { Push } from './push.ts';
import type { RecordedLooks } from './sweep.ts';

/** Everything by which the check learns that it should look. */
export interface WaysIn {
  /** Looks at all spreadsheets, or at the one that is said to have changed. */
  readonly look: (changed?: string) => Promise<CheckOutcome | Held>;
  /** Whether a file is one of the school's spreadsheets. */
  readonly isOurs: (fileId: string) => Promise<boolean>;
  /** Has a spreadsheet looked at by a task; at once, where there is no queue. */
  readonly tell: (spreadsheetId: string) => Promise<void>;
  /** Waits until a look at everything takes no reads away from hints, but not for long. */
  readonly roomToPoll: () => Promise<void>;
  readonly polling: Polling;
  readonly push: Push;
  readonly recorded: RecordedLooks;
  readonly clock: Clock;
  readonly log: Log;
  readonly hookSecret?: string | undefined;
}

const hintShape = z.object({ spreadsheetId: z.string().min(1).max(200) });

/**
 * The ways by which a change is seen (hard point 13). The work is done before the answer, for there is no CPU after it.
 *
 * - `POST /check/poll` by the clock, once a minute: looks at everything, and plans the looks between.
 * - `POST /check/hint/poll`: one of those, planned by ourselves.
 * - `POST /check/hint`: intake or the on-edit script names a spreadsheet.
 * - `POST /check/push`: Drive says that something changed.
 * - `POST /check/sweep` by the clock, once a night: looks from nothing, and leaves a row in 运行记录.
 */
export function addWaysIn(app: Hono, ways: WaysIn): void {
  const { look, polling, push, recorded, clock, log, hookSecret } = ways;

  /** Somebody is at work: told by a hint, or seen by a look, whether or not it had anything to write. */
  const looked = async (only?: string): Promise<CheckOutcome | Held> => {
    const outcome = await look(only);
    if ('changed' in outcome && outcome.changed + outcome.writes > 0) polling.noteActivity();
    return outcome;
  };

  const polled = async (): Promise<CheckOutcome | Held> => {
    try {
      await ways.roomToPoll();
      polling.noteLook();
      const outcome = await looked();
      if ('heldUntil' in outcome) return outcome;
      await recorded.made(outcome.problems);
      return outcome;
    } catch (failure) {
      recorded.failed(failure);
      throw failure;
    } finally {
      await polling.planNext();
    }
  };

  app.post('/check/poll', async (context) => {
    const outcome = await polled();
    await push.keep();
    return answer(context, outcome);
  });

  app.post('/check/hint/poll', async (context) => {
    // One that lay in the queue while nobody was there is done with: a look has been made since it was due.
    const task = await signedBody(context, { mayBeLate: true });
    if (task === undefined) return refused(context);
    if (!polling.takeUp(parsed(task))) return context.json({ looked: false });
    // Not repeated when it fails or another looks: the next one is planned already.
    const outcome = await polled().catch((failure: unknown) => {
      log.error('look-failed', { failure: String(failure) });
      return undefined;
    });
    return context.json({ looked: outcome !== undefined && !('heldUntil' in outcome) });
  });

  app.post('/check/hint', async (context) => {
    const body = await signedBody(context);
    if (body === undefined) return refused(context);
    const hint = hintShape.safeParse(parsed(body));
    if (!hint.success)
      return context.json(
        { error: { code: 'bad-request', message: 'Expected { "spreadsheetId": "…" }.' } },
        400,
      );
    polling.noteActivity();
    try {
      return answer(context, await looked(hint.data.spreadsheetId));
    } finally {
      // The look that is planned may be a quiet minute away.
      await polling.planNext();
    }
  });

  app.post('/check/push', async (context) => {
    const headers = {
      channelId: context.req.header('x-goog-channel-id'),
      token: context.req.header('x-goog-channel-token'),
      resourceState: context.req.header('x-goog-resource-state'),
    };
    if (!push.isGenuine(headers)) return refused(context);
    if (headers.resourceState === 'sync') return context.json({ told: 0 });
    let told = 0;
    await push.changed(async (fileIds) => {
      if (fileIds === undefined) {
        await looked();
        return;
      }
      for (const id of fileIds) {
        if (!(await ways.isOurs(id))) continue;
        await ways.tell(id);
        told += 1;
      }
    });
    return context.json({ told });
  });

  app.post('/check/sweep', async (context) => {
    const outcome = await recorded.sweep();
    await push.keep();
    return answer(context, outcome);
  });

  async function signedBody(
    context: Context,
    { mayBeLate = false } = {},
  ): Promise<string | undefined> {
    const body = await context.req.text();
    const genuine =
      hookSecret === undefined ||
      isHookGenuine({
        secret: hookSecret,
        timestamp: context.req.header(hookTimestampHeader),
        signature: context.req.header(hookSignatureHeader),
        body,
        now: clock.now(),
        mayBeLate,
      });
    return genuine ? body : undefined;
  }

  function refused(context: Context): Response {
    log.warn('hint-refused', { route: context.req.path });
    const message = 'This hint is not signed by us.';
    return context.json({ error: { code: 'forbidden', message } }, 403);
  }

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
