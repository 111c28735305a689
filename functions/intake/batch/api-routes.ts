import { Hono } from 'hono';
import { problemBody } from '#platform/problem.ts';
import type { Label } from '#schema/language.ts';
import type { Desk, IntakeContext, IntakeEnv } from '../desk.ts';
import { problem, unavailable } from '../problems.ts';
import { words } from '../words.ts';
import { sharedJson, sheetJson } from './body.ts';
import { type SheetIssue, sharedEntry } from './entry.ts';
import { foundForSending, foundSheet } from './found-sheet.ts';
import { gridRows } from './grid.ts';
import { copyInKey } from './sheet.ts';
import { askedInSheet } from './sheet-sender.ts';
import { batchWords } from './words.ts';

/**
 * The endpoints of sheets for many rows, for programs and for the page's script:
 * `POST /intake/api/<register>/batch/<key>` and `POST /intake/api/<register>/copy-in` take
 * `{ id, shared, rows }`; with `/rows` behind, `{ shared }` is answered with what the grid begins with.
 */
export function sheetApiRoutes(desk: Desk): Hono<IntakeEnv> {
  const { addresses, lists, sendSheet } = desk;
  const routes = new Hono<IntakeEnv>();

  async function send(c: IntakeContext, register: string, key: string) {
    const { sheet, claims, ended } = foundForSending(desk, c, register, key);
    if (ended) throw problem(403, ended.code, ended.label);
    const read = await sheetJson(c.req.raw);
    if (!read.ok) return refused(c, 422, 'wrongValues', words.wrongValues, read.issues);
    const sent = await sendSheet(sheet, claims, read.body);
    switch (sent.outcome) {
      case 'written':
      case 'already': {
        const receipt = addresses.absolute(addresses.receipt(sent.receipt));
        const status = sent.outcome === 'written' ? 201 : 200;
        return c.json({ id: read.body.id, rows: sent.rows, receipt }, status);
      }
      case 'wrong':
        return refused(c, 422, 'wrongValues', words.wrongValues, sent.issues);
      case 'different':
        return refused(c, 409, 'different', batchWords.different, sent.issues);
      case 'refused':
        return refused(c, 422, 'refused', batchWords.refused, sent.issues);
      case 'unavailable':
        throw unavailable(sent.retryAfterSeconds);
    }
  }

  async function grid(c: IntakeContext, register: string, key: string) {
    const { sheet, claims } = foundSheet(desk, c, register, key);
    const shared = await sharedJson(c.req.raw);
    const { sent, isKnown } = await lists.settle(askedInSheet(sheet), claims, [shared]);
    const entry = sharedEntry(sheet, sent[0] ?? {}, isKnown);
    if (!entry.ok) return refused(c, 422, 'wrongValues', words.wrongValues, entry.issues);
    return c.json({ rows: await gridRows(desk, sheet, entry.values) });
  }

  routes.post('/intake/api/:register/batch/:key', (c) =>
    send(c, c.req.param('register'), c.req.param('key')),
  );
  routes.post('/intake/api/:register/batch/:key/rows', (c) =>
    grid(c, c.req.param('register'), c.req.param('key')),
  );
  routes.post(`/intake/api/:register/${copyInKey}`, (c) =>
    send(c, c.req.param('register'), copyInKey),
  );
  routes.get('/intake/lists/:register/:key', async (c) => {
    const { sheet, claims } = foundSheet(desk, c, c.req.param('register'), c.req.param('key'));
    const found = await lists.fetch(askedInSheet(sheet), claims);
    c.header('Cache-Control', 'private, max-age=60');
    return c.json({ lists: found });
  });

  /** A problem whose issues name their rows, which those of other endpoints have not. */
  function refused(
    c: IntakeContext,
    status: 409 | 422,
    code: string,
    label: Label,
    issues: readonly SheetIssue[],
  ) {
    const language = c.get('language');
    const said = issues.map(({ message, ...place }) => ({ ...place, message: message[language] }));
    return desk.problemJson(
      c,
      { ...problemBody({ status, code, label }, language), issues: said },
      status,
    );
  }

  return routes;
}
