import { Hono } from 'hono';
import type { Call } from '#schema/register.ts';
import { allowed, formAccess, formOf } from './access.ts';
import { callWords } from './call-words.ts';
import type { Desk, IntakeEnv } from './desk.ts';
import { callsPage } from './pages/calls.ts';
import { unknownForm } from './problems.ts';

/** The page asks again by itself after so many seconds. */
const renewSeconds = 60;

/**
 * `/intake/calls/<register>`: what somebody on a post is called to now, each with its form filled in beforehand. What
 * is still to come is never shown.
 */
export function callRoutes(desk: Desk, drawSecret: string): Hono<IntakeEnv> {
  const { workbooks, addresses, links, readWorld, page } = desk;
  const routes = new Hono<IntakeEnv>();

  routes.get('/intake/calls/:register', async (c) => {
    const register = formOf(workbooks, c.req.param('register'));
    const { token, claims } = allowed(c.get('access'), formAccess(register));
    const { key, calls } = register;
    if (!calls) throw unknownForm();
    const { result } = await readWorld((world) => calls.now(world, `${drawSecret}\n${key}\ncalls`));
    const [language, asked] = [c.get('language'), c.get('asked')];
    const formOfCall = ({ fills }: Call): string => {
      const said = Object.entries(fills).filter((fill): fill is [string, string] =>
        Boolean(fill[1]),
      );
      const prefill = { ...claims.prefill, ...Object.fromEntries(said) };
      return addresses.form(key, links.sign({ ...claims, registers: [key], prefill }), asked);
    };
    c.header('Refresh', String(renewSeconds));
    const main = callsPage({ register, calls: result, language, formOfCall });
    const other = addresses.calls(key, token, language === 'zh' ? 'en' : 'zh');
    return page(c, 200, callWords.title, main, other);
  });

  return routes;
}
