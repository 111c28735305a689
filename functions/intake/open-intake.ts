import { createHmac } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Hono } from 'hono';
import { systemClock } from '#platform/clock.ts';
import type { Configuration } from '#platform/configuration.ts';
import { once } from '#platform/google/once.ts';
import { createLinks } from '#platform/links/index.ts';
import { createLog } from '#platform/log/index.ts';
import { systemRandom } from '#platform/random.ts';
import { registers } from '#schema/registers/index.ts';
import { loadAssets } from './assets.ts';
import { createIntake } from './create-intake.ts';
import type { IntakeEnv } from './desk.ts';
import { createLater } from './later.ts';
import { clientAddress } from './limits/client-address.ts';
import { photosWhenUsed } from './photos/when-used.ts';
import { createSchoolName } from './school-name.ts';
import { workbooksWhenUsed } from './workbooks-when-used.ts';

/** Intake as it is deployed, from its environment. Whoever scans a code waits for this, so it loads little. */
export async function openIntake(
  configuration: Configuration,
): Promise<{ readonly app: Hono<IntakeEnv>; close(): Promise<void> }> {
  const clock = systemClock;
  const log = createLog({ write: (line) => process.stdout.write(line), clock });
  const platform = once(() => loadPlatform(configuration));
  const workbooks = workbooksWhenUsed(registers, async () => (await platform()).workbooks);
  const app = createIntake({
    workbooks,
    links: createLinks({ keys: configuration.linkKeys, clock }),
    clock,
    random: systemRandom,
    log,
    baseUrl: configuration.url,
    drawSecret: drawSecret(configuration.linkKeys),
    assets: await loadAssets(),
    schoolName: createSchoolName({ workbooks, clock, log }),
    publicHolidays: async () => (await import('#platform/holidays.ts')).chineseHolidays,
    later: createLater({
      tasks: async () => (await platform()).google.tasks,
      clock,
      log,
      ...configuration,
    }),
    photos: photosWhenUsed(async () => (await platform()).photos),
    clientAddress: (c) => clientAddress(c, configuration.proxies),
    tellCheck: async (spreadsheetId) => (await platform()).tellCheck(spreadsheetId),
  });
  return { app, close: () => workbooks.close() };
}

/** All that talks to Google. Node stands still while it loads, so the page that first asks for it is answered before. */
async function loadPlatform(configuration: Configuration) {
  await setImmediate();
  const { openPlatform } = await import('#platform/open-platform.ts');
  const { createTellCheck } = await import('#platform/tell-check.ts');
  const platform = openPlatform(configuration, 'intake', registers);
  return { ...platform, tellCheck: createTellCheck({ ...platform, configuration }) };
}

/** A secret of its own that follows from the oldest key of the links, which stays when a new one is put in front. */
function drawSecret(keys: Configuration['linkKeys']): string {
  const { secret } = keys.at(-1) ?? keys[0];
  return createHmac('sha256', secret).update('draws of spot checks').digest('base64');
}
