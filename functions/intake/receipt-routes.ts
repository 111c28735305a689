import { Hono } from 'hono';
import type { Language } from '#schema/language.ts';
import { type RowId, rowId } from '#schema/values.ts';
import { accessOf, hasForm, registerOf } from './access.ts';
import { mostRows } from './batch/body.ts';
import { type Sheet, sheetNamed } from './batch/sheet.ts';
import { sheetRowId } from './batch/sheet-sender.ts';
import type { Desk, IntakeContext, IntakeEnv } from './desk.ts';
import { receiptPage, trackPage } from './pages/receipt.ts';
import { sheetReceiptPage } from './pages/sheet-receipt.ts';
import { showPhoto } from './photos/shown.ts';
import { problem, unknownForm } from './problems.ts';
import { words } from './words.ts';

/** `/intake/receipt/<token>` and `/intake/track/<token>`: pages about one row, for whoever sent it. */
export function receiptRoutes(desk: Desk): Hono<IntakeEnv> {
  const { workbooks, links, addresses, ownRows, page } = desk;
  const routes = new Hono<IntakeEnv>();

  /** What a token is about: a row by its id, or a sheet of so many rows. */
  function about(token: string) {
    const access = accessOf(links, token);
    if (!access.ok) throw access.problem;
    const { kind, registers = [], row, prefill = {} } = access.claims;
    const id = rowId.safeParse(row);
    const [key] = registers;
    if (kind !== 'track' || !id.success || key === undefined)
      throw problem(403, 'wrongLink', words.wrongLink);
    return { register: registerOf(workbooks, key), row: id.data, ...sheetIn(prefill) };
  }

  async function sheetReceipt(sheet: Sheet, batch: RowId, places: number, language: Language) {
    const candidates = Array.from({ length: places }, (_, index) => sheetRowId(batch, index));
    const rows = await ownRows.sentTogether(sheet.register.key, batch, candidates);
    return sheetReceiptPage({ sheet, language, batch, rows });
  }

  const other = (c: IntakeContext) => (c.get('language') === 'zh' ? 'en' : 'zh');

  routes.get('/intake/receipt/:token', async (c) => {
    const token = c.req.param('token');
    const { register, row, sheet: key, count } = about(token);
    const sheet = key === undefined ? undefined : sheetNamed(register, key);
    if (sheet) {
      const main = await sheetReceipt(sheet, row, count, c.get('language'));
      return page(c, 200, words.receipt, main, addresses.receipt(token, other(c)));
    }
    if (!hasForm(register)) throw unknownForm();
    // The token was made after the commit, so the receipt holds even while Google cannot be asked.
    const values = await ownRows.sent(register.key, row);
    const main = receiptPage({
      photoAt: (column, place) => addresses.receiptPhoto(token, column, place),
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
    const { register, row, sheet } = about(token);
    if (!hasForm(register) || !register.form.tracks || sheet !== undefined)
      throw problem(404, 'notFound', words.notFound);
    const values = await ownRows.current(register.key, row);
    if (!values) throw problem(404, 'rowGone', words.rowGone);
    const main = trackPage({
      photoAt: (column, place) => addresses.receiptPhoto(token, column, place),
      register,
      language: c.get('language'),
      row,
      values,
    });
    return page(c, 200, words.progress, main, addresses.track(token, other(c)));
  });

  routes.get('/intake/receipt/:token/photo/:column/:place', async (c) => {
    const { register, row } = about(c.req.param('token'));
    const values = await ownRows.sent(register.key, row);
    if (typeof values !== 'object') throw problem(404, 'rowGone', words.rowGone);
    const { column, place } = c.req.param();
    return showPhoto(c, desk.photos, { register, row, values, column, place });
  });

  return routes;
}

/** Which sheet a token is of, and how many places its rows had. */
function sheetIn({ sheet, rows }: Readonly<Record<string, string>>) {
  const count = Number(rows ?? 0);
  return { sheet, count: Number.isInteger(count) ? Math.min(count, mostRows) : 0 };
}
