import type { Clock } from '#platform/clock.ts';
import type { LocalGoogle } from '../create-local-google.ts';
import { spreadsheetType } from '../drive/find.ts';
import { findSpreadsheet } from '../sheets/kept.ts';
import { createAssets } from './assets.ts';
import { findFile, shelvesOf } from './drive-shelves.ts';
import { filePage, isPicture } from './file-page.ts';
import { gridPage } from './grid-page.ts';
import { createLinkTargets } from './link-targets.ts';
import { listPage } from './list-page.ts';
import { messagePage } from './message-page.ts';
import { createSecurity } from './security.ts';

/**
 * Adds what Google shows in a browser: the list of files at `/`, spreadsheets to look at and edit,
 * files to download. Call it before the first request.
 */
export function addPages(
  { app, state, byHand }: LocalGoogle,
  { clock }: { readonly clock: Clock },
): void {
  const assets = createAssets();
  const security = createSecurity();
  const targets = createLinkTargets(clock);
  app.get('/', security, async (c) => c.html(listPage(await assets.named(), shelvesOf(state))));
  app.get('/drive/folders/:id', (c) => c.redirect(`/#${encodeURIComponent(c.req.param('id'))}`));

  app.get('/spreadsheets/d/:id', (c) => c.redirect(gridAddress(c.req.param('id'))));
  app.get('/spreadsheets/d/:id/edit', security, async (c) => {
    const spreadsheet = findSpreadsheet(state, c.req.param('id'));
    const file = spreadsheet && findFile(state, spreadsheet.spreadsheetId);
    if (!file) return c.html(messagePage(await assets.named(), 'noSpreadsheet'), 404);
    return c.html(gridPage(await assets.named(), file));
  });

  app.get('/file/d/:id/view', security, async (c) => {
    const file = findFile(state, c.req.param('id'));
    if (!file) return c.html(messagePage(await assets.named(), 'noFile'), 404);
    if (file.mimeType === spreadsheetType) return c.redirect(gridAddress(file.id));
    return c.html(filePage(await assets.named(), file));
  });
  app.get('/file/d/:id/content', security, async (c) => {
    const file = findFile(state, c.req.param('id'));
    if (!file?.media) return c.html(messagePage(await assets.named(), 'noFile'), 404);
    const shows = c.req.query('show') !== undefined && isPicture(file);
    return c.body(new Uint8Array(file.media.bytes), 200, {
      'content-type': shows ? file.mimeType : 'application/octet-stream',
      'content-disposition': `${shows ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'cache-control': 'no-cache',
    });
  });

  app.get('/__pages/:name', security, async (c) => {
    const asset = await assets.file(c.req.param('name'));
    if (!asset) return c.notFound();
    return c.body(asset.content, 200, {
      'content-type': asset.type,
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });
  app.get('/__link/:id/:sheetId/:row/:column', (c) => {
    const { id, sheetId, row, column } = c.req.param();
    const spreadsheet = findSpreadsheet(state, id);
    const at = { row: Number(row), column: Number(column) };
    const link = spreadsheet && targets(spreadsheet, Number(sheetId), at);
    return c.json({ link: link ?? null });
  });
  app.all('/__by-hand/*', async (c) => {
    const url = new URL(c.req.url);
    url.pathname = url.pathname.slice('/__by-hand'.length);
    const { method } = c.req;
    const body = method === 'GET' ? undefined : await c.req.text();
    return byHand(
      new Request(url, { method, headers: c.req.raw.headers, ...(body !== undefined && { body }) }),
    );
  });
}

function gridAddress(id: string): string {
  return `/spreadsheets/d/${encodeURIComponent(id)}/edit`;
}
