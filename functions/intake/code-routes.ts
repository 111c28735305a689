import { Hono } from 'hono';
import { linkAddress, listedClaims } from '#platform/links/listed-address.ts';
import { typedCode } from '#schema/links/link-code.ts';
import { isForStrangers } from '#schema/links/listed-link.ts';
import { hasForm } from './access.ts';
import type { Desk, IntakeEnv } from './desk.ts';
import type { LinksInForce } from './links-in-force.ts';
import { problem } from './problems.ts';
import { words } from './words.ts';

/**
 * `/intake/go/<code>`: the short address on a poster, for whoever has no camera at hand. It opens the links of
 * walls and desks alone: eight letters can be guessed, and behind these is what anyone may fill.
 */
export function codeRoutes(
  { workbooks, links, addresses, timeZone }: Desk,
  linksInForce: LinksInForce,
): Hono<IntakeEnv> {
  const routes = new Hono<IntakeEnv>();
  routes.get('/intake/go/:code', async (c) => {
    const line = await linksInForce.named(typedCode(c.req.param('code')));
    if (!line || !isForStrangers(line.kind)) throw problem(404, 'unknownCode', words.unknownCode);
    if (!line.isOn) throw problem(403, 'linkRevoked', words.linkShut);
    const opensForm = (key: string): boolean => {
      const register = workbooks.register(key);
      return register !== undefined && hasForm(register);
    };
    const claims = listedClaims(line, { timeZone });
    return c.redirect(linkAddress(links, addresses.base, claims, opensForm), 302);
  });
  return routes;
}
