/** A mistake: two apps served in one process, for serve.test.ts. */
import { http } from '@google-cloud/functions-framework';
import { Hono } from 'hono';
import { createLog } from '#platform/log/index.ts';
import { serve } from '#platform/serve.ts';

const log = createLog({ write: (line) => process.stdout.write(line) });

http('other', serve(new Hono(), { log }));
http('pair', serve(new Hono(), { log }));
