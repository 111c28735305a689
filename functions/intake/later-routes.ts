import { Hono } from 'hono';
import { hookSignatureHeader } from '#platform/hook-signature.ts';
import type { Log } from '#platform/log/index.ts';
import type { Desk, IntakeEnv } from './desk.ts';
import { type Later, laterPath } from './later.ts';
import { unavailable, unknownForm } from './problems.ts';
import type { Writer } from './writer.ts';

/** `POST /intake/later`: a task hands a submission back that could not be written when it came. */
export function laterRoutes(
  { workbooks }: Pick<Desk, 'workbooks'>,
  { later, writer, log }: { readonly later: Later; readonly writer: Writer; readonly log: Log },
): Hono<IntakeEnv> {
  const routes = new Hono<IntakeEnv>();
  routes.post(laterPath, async (c) => {
    const submission = later.kept(await c.req.text(), c.req.header(hookSignatureHeader));
    // What is switched off by now was accepted when it was on.
    const { register = '' } = submission ?? {};
    const target = workbooks.register(register) ?? workbooks.switchedOff(register);
    if (!submission || !target) throw unknownForm();
    const { outcome } = await writer.submit(submission);
    log.info('intake.handedBack', { register, row: submission.id, outcome });
    // Refused by Google it stays in the queue, where it is not lost; different, the first stands.
    if (outcome === 'unavailable' || outcome === 'refused') throw unavailable(waitSeconds);
    if (outcome === 'written') writer.tell(target);
    return c.json({ outcome });
  });
  return routes;
}

const waitSeconds = 60;
