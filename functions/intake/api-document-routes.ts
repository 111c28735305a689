import { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { Desk, IntakeEnv } from './desk.ts';
import { apiWords } from './pages/api-words.ts';

/**
 * `/intake/api.json`: the endpoints as OpenAPI 3.1, made of the registers; `/intake/api`: the same for people, with a
 * way to try each. Both say nothing of the school but which registers it uses, and open without a link.
 */
export function apiDocumentRoutes({ workbooks, addresses, page }: Desk): Hono<IntakeEnv> {
  const routes = new Hono<IntakeEnv>();

  async function made() {
    // Whoever scans a code needs none of it.
    const { apiDocument } = await import('./api-document/document.ts');
    return apiDocument(
      workbooks.registers,
      addresses.absolute(`${addresses.base}/`).replace(/\/$/, ''),
    );
  }

  routes.get('/intake/api.json', compress(), async (c) => {
    c.header('Cache-Control', 'public, max-age=300');
    return c.json(await made());
  });

  routes.get('/intake/api', async (c) => {
    const language = c.get('language');
    const { apiPage } = await import('./pages/api.ts');
    const main = apiPage(workbooks.registers, { language, document: addresses.apiDocument });
    const other = addresses.apiPage(language === 'zh' ? 'en' : 'zh');
    return page(c, 200, apiWords.title, main, other, 'api');
  });

  return routes;
}
