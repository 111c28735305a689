import { Hono } from 'hono';
import { rowChain } from '#schema/calculations/row-chain.ts';
import type { Register } from '#schema/register.ts';
import { rowId } from '#schema/values.ts';
import { allowed, registerOf } from './access.ts';
import type { Desk, IntakeContext, IntakeEnv } from './desk.ts';
import { chainPage } from './pages/chain.ts';
import { showPhoto } from './photos/shown.ts';
import { problem } from './problems.ts';
import { words } from './words.ts';

/**
 * What staff reach from a row in the sheet: `/intake/row/<register>/<id>` shows what it came from and what came of it,
 * `/intake/open/<register>/<id>` opens the row where it stands now, however staff have sorted since.
 */
export function rowRoutes(desk: Desk): Hono<IntakeEnv> {
  const { workbooks, addresses, readWorld, rowPlaces, page } = desk;
  const routes = new Hono<IntakeEnv>();

  function asked(c: IntakeContext, key: string | undefined, id: string | undefined) {
    const register = registerOf(workbooks, key ?? '');
    const { token, claims } = allowed(c.get('access'), { register, audience: 'staff' });
    const row = rowId.safeParse(id);
    if (!row.success) throw problem(404, 'rowGone', words.rowGone);
    if (claims.row !== undefined && claims.row !== row.data)
      throw problem(403, 'notForThisForm', words.notForThisForm);
    return { register, token, claims, id: row.data };
  }

  routes.get('/intake/row/:register/:id', async (c) => {
    const { register, token, claims, id } = asked(c, c.req.param('register'), c.req.param('id'));
    const language = c.get('language');
    const { result } = await readWorld((world) => {
      const row = world.rows(register.key).find((one) => one.id === id);
      return row && { row, chain: rowChain({ register, row }, workbooks.registers, world) };
    });
    if (!result) throw problem(404, 'rowGone', words.rowGone);
    const openedBy = (of: Register, row: string): string => {
      const token = desk.links.sign({ ...claims, registers: [of.key], row });
      return addresses.openRow(of.key, row, token);
    };
    const main = chainPage({
      self: { register, row: result.row },
      ...result.chain,
      language,
      openedBy,
      photoAt: (column, place) =>
        addresses.rowPhoto({ register: register.key, row: id }, token, column, place),
    });
    return page(c, 200, words.rowChain, main);
  });

  routes.get('/intake/row/:register/:id/photo/:column/:place', async (c) => {
    const { register, id } = asked(c, c.req.param('register'), c.req.param('id'));
    const values = await desk.ownRows.current(register.key, id);
    if (!values) throw problem(404, 'rowGone', words.rowGone);
    const { column, place } = c.req.param();
    return showPhoto(c, desk.photos, { register, row: id, values, column, place });
  });

  routes.get('/intake/open/:register/:id', async (c) => {
    const { register, id } = asked(c, c.req.param('register'), c.req.param('id'));
    const place = await rowPlaces(register.key, id);
    if (place === undefined) throw problem(404, 'rowGone', words.rowGone);
    return c.redirect(place, 302);
  });

  return routes;
}
