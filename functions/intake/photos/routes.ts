import { Hono } from 'hono';
import { allowedToSend, permits, registerOf } from '../access.ts';
import type { Desk, IntakeContext, IntakeEnv } from '../desk.ts';
import { problem } from '../problems.ts';
import { submissionId } from '../submission-body.ts';
import { takesPhotos } from './takes-photos.ts';
import { photoWords } from './words.ts';

/**
 * `PUT /intake/photos/<register>/<submission>/<photo>`: a photo, before its form is sent. The ids are made by the
 * sender; the same photo sent again is the same. The form then names it as `photo:<photo>`.
 */
export function photoRoutes({ workbooks, formPhotos }: Desk): Hono<IntakeEnv> {
  const routes = new Hono<IntakeEnv>();

  /** What of a register takes photos and is opened by the link; the first thing of it is asked for when none is. */
  function photographed(c: IntakeContext, key: string) {
    const register = registerOf(workbooks, key);
    const opened = takesPhotos(register);
    const [first] = opened;
    if (!first) throw problem(404, 'noPhotoColumn', photoWords.noPhotoColumn);
    const access = c.get('access');
    const own = access.ok ? opened.find((one) => permits(access.claims, one)) : undefined;
    allowedToSend(access, own ?? first);
    return register;
  }

  routes.put('/intake/photos/:register/:entry/:photo', async (c) => {
    const register = photographed(c, c.req.param('register'));
    const entry = submissionId.safeParse(c.req.param('entry'));
    const photo = submissionId.safeParse(c.req.param('photo'));
    if (!entry.success || !photo.success) throw problem(400, 'idNeeded', photoWords.idsNeeded);
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    const why = await formPhotos.take({ register, entry: entry.data }, photo.data, bytes);
    if (why) throw problem(422, 'wrongPhoto', why);
    return c.json({ photo: `photo:${photo.data}` }, 201);
  });

  return routes;
}
