import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import * as z from 'zod';
import { createCheck } from '#functions/check/create-check.ts';
import { type Clock, systemClock } from '#platform/clock.ts';
import { createGoogle } from '#platform/google/index.ts';
import { chineseHolidays } from '#platform/holidays.ts';
import { createLog } from '#platform/log/index.ts';
import { systemRandom } from '#platform/random.ts';
import { createClosedIds } from '#platform/workbook/closed-ids.ts';
import { readDirectory } from '#platform/workbook/directory.ts';
import { createWorkbooks } from '#platform/workbook/index.ts';
import { registers } from '#schema/registers/index.ts';
import { bucket } from './school.ts';

// A process of its own: `check-process.ts PORT GOOGLE_ROOT`, the check and the closing, at whatever time it is told.
const [port = '0', root = ''] = process.argv.slice(2);
let shift = 0;
const clock: Clock = {
  now: () => new Date(systemClock.now().getTime() + shift),
  sleep: systemClock.sleep,
};
const log = createLog({
  write: (line) => {
    if (/"severity":"(?:ERROR|CRITICAL)"/.test(line)) process.stderr.write(line);
  },
});
const unbounded = { capacity: 1_000_000, perSecond: 1_000_000 } as const;
const google = createGoogle({
  root,
  token: 'service:check',
  clock: systemClock,
  log,
  sheetsReads: unbounded,
  sheetsWrites: unbounded,
});
const directory = async () => {
  const known = await readDirectory(google, bucket);
  if (!known) throw new Error('closing: the school was not set up');
  return known;
};
const ports = { google, directory, clock, random: systemRandom, log };
const closedIds = createClosedIds({ storage: google.storage, bucket });
const check = createCheck({
  ...ports,
  bucket,
  workbooks: createWorkbooks({ ...ports, registers, closedIds }),
  publicHolidays: chineseHolidays,
  timeZone: 'Asia/Shanghai',
  url: 'http://127.0.0.1',
});
const app = new Hono();
app.post('/__now', async (context) => {
  const { now } = z.object({ now: z.iso.datetime() }).parse(await context.req.json());
  shift = Date.parse(now) - systemClock.now().getTime();
  return context.json({});
});
app.get('/__up', (context) => context.json({}));
app.get('/__peak', (context) => context.json({ peakMb: process.resourceUsage().maxRSS / 1024 }));
app.route('/', check.app);
createServer(getRequestListener(app.fetch)).listen(Number(port), '127.0.0.1');
for (const end of ['SIGTERM', 'disconnect'] as const) process.once(end, () => process.exit(0));
