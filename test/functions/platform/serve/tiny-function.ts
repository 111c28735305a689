/** A function as small as can be, started by the real functions framework in serve.test.ts. */
import { setTimeout as pause } from 'node:timers/promises';
import { http } from '@google-cloud/functions-framework';
import { Hono } from 'hono';
import { createLog } from '#platform/log/index.ts';
import { answerProblems, jsonBody } from '#platform/problem.ts';
import { serve } from '#platform/serve.ts';

const log = createLog({ write: (line) => process.stdout.write(line) });
const app = answerProblems(new Hono(), { log });

app.post('/echo', async (c) => c.json({ received: await jsonBody(c) }));
app.post('/json', async (c) => c.json({ received: await c.req.json() }));
app.post('/form', async (c) => c.json({ fields: Object.keys(await c.req.parseBody()) }));
app.put('/photo', async (c) => c.json({ bytes: (await c.req.arrayBuffer()).byteLength }));
app.get('/slow', async (c) => {
  log.info('slow.began');
  await pause(Number(c.req.query('milliseconds')));
  return c.json({ done: true });
});
app.get('/fault', () => {
  throw new Error('the ledger is upside down');
});

http(
  'tiny',
  serve(app, {
    log,
    limits: {
      bodySeconds: 1,
      uploadBytes: 4_194_304,
      uploadSeconds: 60,
      uploadPace: { bytes: 1000, seconds: 1 },
      uploadsAtOnceBytes: 6_291_456,
      finishSeconds: 3,
    },
    close: async () => log.info('tiny.closed'),
  }),
);
