import { http } from '@google-cloud/functions-framework';
import { systemClock } from '#platform/clock.ts';
import { readConfiguration } from '#platform/configuration.ts';
import { createLog } from '#platform/log/index.ts';
import { serve } from '#platform/serve.ts';
import { openPlan } from './open-plan.ts';

const { app, close } = openPlan(readConfiguration(process.env));
const log = createLog({ write: (line) => process.stdout.write(line), clock: systemClock });

http('plan', serve(app, { log, close }));
