import { Hono } from 'hono';
import { v5 as uuidV5 } from 'uuid';
import { hookSignatureHeader } from '#platform/hook-signature.ts';
import type { Log } from '#platform/log/index.ts';
import { fingerprint } from '#platform/workbook/fingerprint.ts';
import type { Submission } from '#platform/workbook/port.ts';
import { rowId } from '#schema/values.ts';
import type { Desk, IntakeEnv } from './desk.ts';
import { type Later, laterPath } from './later.ts';
import type { FormPhotos } from './photos/form-photos.ts';
import { unavailable, unknownForm } from './problems.ts';
import type { Writer } from './writer.ts';

/** `POST /intake/later`: a task hands a submission back that could not be written when it came. */
export function laterRoutes(
  { workbooks }: Pick<Desk, 'workbooks'>,
  {
    later,
    writer,
    formPhotos,
    log,
  }: {
    readonly later: Later;
    readonly writer: Writer;
    readonly formPhotos: Pick<FormPhotos, 'keep'>;
    readonly log: Log;
  },
): Hono<IntakeEnv> {
  const routes = new Hono<IntakeEnv>();
  routes.post(laterPath, async (c) => {
    const submission = later.kept(await c.req.text(), c.req.header(hookSignatureHeader));
    // What is switched off by now was accepted when it was on.
    const { register = '' } = submission ?? {};
    const target = workbooks.register(register) ?? workbooks.switchedOff(register);
    if (!submission || !target) throw unknownForm();
    const first = await writer.submit(submission);
    // Its sender was told that it is kept and will not send it again, so it stands beside what has its id.
    const { outcome } =
      first.outcome === 'different' ? await writer.submit(besides(submission)) : first;
    log.info('intake.handedBack', { register, row: submission.id, outcome });
    // Refused by Google it stays in the queue, where it is not lost.
    if (outcome === 'unavailable' || outcome === 'refused') throw unavailable(waitSeconds);
    if (outcome === 'written') {
      writer.tell(target);
      formPhotos.keep(target, submission.values);
    }
    return c.json({ outcome });
  });
  return routes;
}

const waitSeconds = 60;
/** Namespace of ids of submissions whose own was used for something else; never changed. */
const besideRows = 'c2a5b7b0-5d0b-4f0e-9a41-0c1f6f1f7c55';

/** The same under an id that follows from what it says, so that it is written once however often it is handed back. */
function besides(submission: Submission): Submission {
  const { id, sent } = submission;
  return {
    ...submission,
    id: rowId.parse(uuidV5(`${id}/${fingerprint(sent ?? {})}`, besideRows)),
  };
}
