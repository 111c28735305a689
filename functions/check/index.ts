import { http } from '@google-cloud/functions-framework';
import { systemClock } from '#platform/clock.ts';
import { readConfiguration } from '#platform/configuration.ts';
import { createLog } from '#platform/log/index.ts';
import { serve } from '#platform/serve.ts';
import { openCheck } from './open-check.ts';

const { app, close } = openCheck(readConfiguration(process.env));
const log = createLog({ write: (line) => process.stdout.write(line), clock: systemClock });

http('check', serve(app, { log, close }));
