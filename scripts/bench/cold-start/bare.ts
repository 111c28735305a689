import { http } from '@google-cloud/functions-framework';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';

// The least that a page from this stack can cost: the framework, Hono, one line of text.
const app = new Hono();
app.get('/', (c) => c.text('ok'));

http('bare', getRequestListener(app.fetch));
