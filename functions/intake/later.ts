import { timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import type { Clock } from '#platform/clock.ts';
import type { Tasks } from '#platform/google/index.ts';
import { hookSignature, hookSignatureHeader } from '#platform/hook-signature.ts';
import type { Log } from '#platform/log/index.ts';
import { fingerprint } from '#platform/workbook/fingerprint.ts';
import type { Submission } from '#platform/workbook/port.ts';
import { rowId } from '#schema/values.ts';

/** Keeps submissions that cannot be written now, and hands them back until they are (hard point 5). */
export interface Later {
  /** Whether it is kept for good from now on; nobody needs to send it again then. */
  keep(submission: Submission): Promise<boolean>;
  /** What a delivered task holds; nothing when it is not one of ours. */
  kept(body: string, signature: string | undefined): Submission | undefined;
}

/** Where tasks hand submissions back. */
export const laterPath = '/intake/later';

const value = z.union([z.string(), z.number(), z.boolean()]);
const keptShape = z.object({
  register: z.string(),
  id: rowId,
  values: z.record(z.string(), value),
  sent: z.record(z.string(), z.unknown()),
});

/** The signature never ends, since a task may be delivered days later; sent twice, a submission counts once. */
const signedAt = 'later';

/**
 * Submissions in Cloud Tasks: durable, delivered again and again until they are taken. Without a queue and a secret
 * nothing is kept: whoever knows no secret must not be able to enter rows.
 */
export function createLater(options: {
  readonly tasks: () => Promise<Tasks>;
  readonly clock: Clock;
  readonly log: Log;
  readonly url: string;
  readonly queue?: string | undefined;
  readonly hookSecret?: string | undefined;
}): Later {
  const { tasks, clock, log, url, queue, hookSecret } = options;
  return {
    async keep({ register, id, values, sent = values }) {
      if (queue === undefined || hookSecret === undefined) return false;
      const body = { register, id, values, sent };
      const minute = Math.floor(clock.now().getTime() / 60_000);
      try {
        const { enqueue } = await tasks();
        await enqueue(queue, {
          // One task a minute is enough for whoever sends the same again and again.
          name: `later-${id}-${fingerprint(sent)}-${minute}`,
          url: `${url}${laterPath}`,
          body,
          headers: {
            [hookSignatureHeader]: hookSignature(hookSecret, signedAt, JSON.stringify(body)),
          },
        });
        log.info('intake.kept', { register, row: id });
        return true;
      } catch (failure) {
        const error = failure instanceof Error ? failure.name : 'unknown';
        log.warn('intake.notKept', { register, row: id, error });
        return false;
      }
    },
    kept(body, signature) {
      if (hookSecret === undefined || signature === undefined) return undefined;
      const expected = Buffer.from(hookSignature(hookSecret, signedAt, body));
      const given = Buffer.from(signature);
      if (expected.length !== given.length || !timingSafeEqual(expected, given)) return undefined;
      const read = keptShape.safeParse(JSON.parse(body));
      return read.success ? { ...read.data, retry: true, origin: { how: 'form' } } : undefined;
    },
  };
}
