import { http } from '@google-cloud/functions-framework';
import { Hono } from 'hono';
import { openCheck } from '#functions/check/open-check.ts';
import { openIntake } from '#functions/intake/open-intake.ts';
import { largestUpload } from '#functions/intake/photos/limits.ts';
import { openPlan } from '#functions/plan/open-plan.ts';
import { openReport } from '#functions/report/open-report.ts';
import { systemClock } from '#platform/clock.ts';
import { readConfiguration } from '#platform/configuration.ts';
import { createLog } from '#platform/log/index.ts';
import { serve } from '#platform/serve.ts';

// Ends with the program that started it, even when that one is killed.
process.once('disconnect', () => process.exit(0));

const configuration = readConfiguration(process.env);
const log = createLog({ write: (line) => process.stdout.write(line), clock: systemClock });
const parts = {
  intake: await openIntake(configuration),
  check: openCheck(configuration),
  plan: openPlan(configuration),
  report: openReport(configuration),
};
const all = new Hono();
for (const [prefix, { app }] of Object.entries(parts))
  all.all(`/${prefix}/*`, (context) => app.fetch(context.req.raw, context.env));
all.get('/', (context) => context.redirect('/intake/'));

http(
  'houqin',
  serve(all, {
    log,
    limits: { uploadBytes: largestUpload },
    close: async () => {
      await Promise.all(Object.values(parts).map((part) => part.close()));
    },
  }),
);
