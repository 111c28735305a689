import { Hono } from 'hono';
import type { NamedAssets } from './assets.ts';
import type { IntakeEnv } from './desk.ts';

/** Scripts and style sheet: kept for good under names that change with their content; the worker is asked for anew. */
export function assetRoutes({ worker, ...lasting }: NamedAssets): Hono<IntakeEnv> {
  const routes = new Hono<IntakeEnv>();
  for (const { name, type, content } of Object.values(lasting))
    routes.get(`/intake/assets/${name}`, (c) =>
      c.body(content, 200, {
        'Content-Type': type,
        'Cache-Control': 'public, max-age=31536000, immutable',
      }),
    );
  routes.get('/intake/worker.js', (c) =>
    c.body(worker.content, 200, { 'Content-Type': worker.type, 'Cache-Control': 'no-cache' }),
  );
  return routes;
}
