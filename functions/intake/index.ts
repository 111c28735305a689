import { http } from '@google-cloud/functions-framework';
import { systemClock } from '#platform/clock.ts';
import { readConfiguration } from '#platform/configuration.ts';
import { createLog } from '#platform/log/index.ts';
import { serve } from '#platform/serve.ts';
import { openIntake } from './open-intake.ts';
import { largestUpload } from './photos/limits.ts';

const { app, close } = await openIntake(readConfiguration(process.env));
const log = createLog({ write: (line) => process.stdout.write(line), clock: systemClock });

http('intake', serve(app, { log, close, limits: { uploadBytes: largestUpload } }));
