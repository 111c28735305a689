import { Hono } from 'hono';
import { allowed, allowedToSend, askedBy, formAccess, formOf } from './access.ts';
import type { Desk, IntakeEnv } from './desk.ts';
import { problem, unavailable } from './problems.ts';
import { asFields, jsonBody } from './submission-body.ts';
import { words } from './words.ts';

/** The endpoint for programs and for the page's script: `POST /intake/api/<register>`, `GET /intake/lists/<register>`. */
export function apiRoutes({ workbooks, addresses, lists, send }: Desk): Hono<IntakeEnv> {
  const routes = new Hono<IntakeEnv>();

  routes.post('/intake/api/:register', async (c) => {
    const register = formOf(workbooks, c.req.param('register'));
    const { claims } = allowedToSend(c.get('access'), formAccess(register));
    const body = await jsonBody(c.req.raw);
    const sent = await send({ register, claims, ...body });
    switch (sent.outcome) {
      case 'written':
      case 'already':
      case 'kept': {
        const receipt = addresses.absolute(addresses.receipt(sent.receipt));
        const answer = { id: body.id, receipt };
        if (sent.outcome === 'kept')
          return c.json({ ...answer, message: words.kept[c.get('language')] }, 202);
        return c.json(answer, sent.outcome === 'written' ? 201 : 200);
      }
      case 'different':
        throw problem(409, 'different', words.different);
      case 'wrong':
        throw problem(422, 'wrongValues', words.wrongValues, { issues: asFields(sent.issues) });
      case 'refused':
        throw problem(422, 'refused', sent.message);
      case 'unavailable':
        throw unavailable(sent.retryAfterSeconds);
    }
  });

  routes.get('/intake/lists/:register', async (c) => {
    const register = formOf(workbooks, c.req.param('register'));
    const { claims } = allowed(c.get('access'), formAccess(register));
    const found = await lists.fetch(askedBy(register), claims);
    c.header('Cache-Control', 'private, max-age=60');
    return c.json({ lists: found });
  });

  return routes;
}
