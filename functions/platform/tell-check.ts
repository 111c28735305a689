import type { Clock } from './clock.ts';
import type { Configuration } from './configuration.ts';
import type { Google } from './google/index.ts';
import { hookSignature, hookSignatureHeader, hookTimestampHeader } from './hook-signature.ts';
import type { Log } from './log/index.ts';

/** Hints within this window fold into one task by its name (hard point 13). */
const windowMilliseconds = 1000;

/**
 * Tells the check that a spreadsheet has changed, by a Cloud Task named after the spreadsheet and the window.
 * A hint that is lost does no harm: the check looks by itself too. So a failure is logged and not thrown.
 */
export function createTellCheck(options: {
  readonly google: Pick<Google, 'tasks'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly configuration: Pick<Configuration, 'queue' | 'url' | 'hookSecret'>;
}): (spreadsheetId: string) => Promise<void> {
  const { google, clock, log, configuration } = options;
  const { queue, url, hookSecret } = configuration;
  /** The last window for which each spreadsheet was told of. */
  const told = new Map<string, number>();
  return async (spreadsheetId) => {
    if (queue === undefined) return;
    const now = clock.now().getTime();
    const window = Math.floor(now / windowMilliseconds);
    const last = told.get(spreadsheetId) ?? 0;
    if (last > window) return;
    // The look of this window may be over already: then one more at the beginning of the next.
    const next = last === window ? window + 1 : window;
    told.set(spreadsheetId, next);
    const body = { spreadsheetId };
    const timestamp = String(now);
    try {
      await google.tasks.enqueue(queue, {
        name: `check-${spreadsheetId}-${next}`,
        url: `${url}/check/hint`,
        body,
        ...(next > window && { scheduleTime: new Date(next * windowMilliseconds) }),
        ...(hookSecret !== undefined && {
          headers: {
            [hookTimestampHeader]: timestamp,
            [hookSignatureHeader]: hookSignature(hookSecret, timestamp, JSON.stringify(body)),
          },
        }),
      });
    } catch (failure) {
      log.warn('check-not-told', { spreadsheetId, failure: String(failure) });
    }
  };
}
