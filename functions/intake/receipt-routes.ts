import { Hono } from 'hono';
import type { Language } from '#schema/language.ts';
import type { RowId } from '#schema/values.ts';
import { aboutRow } from './about-row.ts';
import { hasForm } from './access.ts';
import { type Sheet, sheetNamed } from './batch/sheet.ts';
import { sheetRowId } from './batch/sheet-sender.ts';
import type { Desk, IntakeContext, IntakeEnv } from './desk.ts';
import { receiptPage } from './pages/receipt.ts';
import { sheetReceiptPage } from './pages/sheet-receipt.ts';
import { showPhoto } from './photos/shown.ts';
import { problem, unknownForm } from './problems.ts';
import { words } from './words.ts';

/** `/intake/receipt/<token>`: what arrived, for whoever sent it. */
export function receiptRoutes(desk: Desk): Hono<IntakeEnv> {
  const { addresses, ownRows, page } = desk;
  const routes = new Hono<IntakeEnv>();

  async function sheetReceipt(sheet: Sheet, batch: RowId, places: number, language: Language) {
    const candidates = Array.from({ length: places }, (_, index) => sheetRowId(batch, index));
    const rows = await ownRows.sentTogether(sheet.register.key, batch, candidates);
    return sheetReceiptPage({ sheet, language, batch, rows });
  }

  const other = (c: IntakeContext) => (c.get('language') === 'zh' ? 'en' : 'zh');

  routes.get('/intake/receipt/:token', async (c) => {
    const token = c.req.param('token');
    const { register, row, sheet: key, count } = aboutRow(desk, token);
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

  routes.get('/intake/receipt/:token/photo/:column/:place', async (c) => {
    const { register, row } = aboutRow(desk, c.req.param('token'));
    const values = await ownRows.sent(register.key, row);
    if (typeof values !== 'object') throw problem(404, 'rowGone', words.rowGone);
    const { column, place } = c.req.param();
    return showPhoto(c, desk.photos, { register, row, values, column, place });
  });

  return routes;
}
