import { Hono } from 'hono';
import { type RowId, rowId } from '#schema/values.ts';
import { accessOf, type FormRegister, formOf } from './access.ts';
import type { Desk, IntakeContext, IntakeEnv } from './desk.ts';
import { receiptPage, trackPage } from './pages/receipt.ts';
import { problem } from './problems.ts';
import { words } from './words.ts';

/** `/intake/receipt/<token>` and `/intake/track/<token>`: pages about one row, for whoever sent it. */
export function receiptRoutes(desk: Desk): Hono<IntakeEnv> {
  const { workbooks, links, addresses, ownRows, page } = desk;
  const routes = new Hono<IntakeEnv>();

  /** The one row that a token is about. */
  function about(token: string): { readonly register: FormRegister; readonly row: RowId } {
    const access = accessOf(links, token);
    if (!access.ok) throw access.problem;
    const { kind, registers = [], row } = access.claims;
    const id = rowId.safeParse(row);
    const [key] = registers;
    if (kind !== 'track' || !id.success || key === undefined)
      throw problem(403, 'wrongLink', words.wrongLink);
    return { register: formOf(workbooks, key), row: id.data };
  }

  const other = (c: IntakeContext) => (c.get('language') === 'zh' ? 'en' : 'zh');

  routes.get('/intake/receipt/:token', async (c) => {
    const token = c.req.param('token');
    const { register, row } = about(token);
    // The token was made after the commit, so the receipt holds even while Google cannot be asked.
    const values = await ownRows.sent(register.key, row);
    const main = receiptPage({
      register,
      language: c.get('language'),
      row,
      values,
      ...(register.form.tracks && { track: addresses.track(token, c.get('asked')) }),
    });
    return page(c, 200, words.receipt, main, addresses.receipt(token, other(c)));
  });

  routes.get('/intake/track/:token', async (c) => {
    const token = c.req.param('token');
    const { register, row } = about(token);
    if (!register.form.tracks) throw problem(404, 'notFound', words.notFound);
    const values = await ownRows.current(register.key, row);
    if (!values) throw problem(404, 'rowGone', words.rowGone);
    const main = trackPage({ register, language: c.get('language'), row, values });
    return page(c, 200, words.progress, main, addresses.track(token, other(c)));
  });

  return routes;
}
