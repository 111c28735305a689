import { http } from '@google-cloud/functions-framework';
import { systemClock } from '#platform/clock.ts';
import { readConfiguration } from '#platform/configuration.ts';
import { createLog } from '#platform/log/index.ts';
import { serve } from '#platform/serve.ts';
import { openReport } from './open-report.ts';

const { app, close } = openReport(readConfiguration(process.env));
const log = createLog({ write: (line) => process.stdout.write(line), clock: systemClock });

http('report', serve(app, { log, close }));
