/** A function with an HTTP server of its own beside it, for serve.test.ts. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { http } from '@google-cloud/functions-framework';
import { Hono } from 'hono';
import { createLog } from '#platform/log/index.ts';
import { serve } from '#platform/serve.ts';

const other = createServer(async (request, response) => {
  const { byteLength } = await buffer(request);
  response.end(`${request.method} ${request.url} with ${byteLength} bytes`);
}).listen(0, '127.0.0.1');
await once(other, 'listening');
const address = other.address();
const port = address !== null && typeof address === 'object' ? address.port : 0;

const ask = () => fetch(`http://127.0.0.1:${port}/hello`, { method: 'POST', body: 'hi' });
await (await ask()).text();

const app = new Hono();
app.get('/ask', async (c) => c.json({ other: await (await ask()).text() }));

http('beside', serve(app, { log: createLog({ write: (line) => process.stdout.write(line) }) }));
