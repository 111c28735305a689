import type { Hono } from 'hono';
import type { Configuration } from '#platform/configuration.ts';
import { openPlatform } from '#platform/open-platform.ts';
import { createTellCheck } from '#platform/tell-check.ts';
import { registers } from '#schema/registers/index.ts';
import { loadAssets } from './assets.ts';
import { createIntake } from './create-intake.ts';
import type { IntakeEnv } from './desk.ts';
import { createSchoolName } from './school-name.ts';

/** Intake as it is deployed, from its environment. */
export async function openIntake(
  configuration: Configuration,
): Promise<{ readonly app: Hono<IntakeEnv>; close(): Promise<void> }> {
  const platform = openPlatform(configuration, 'intake', registers);
  const app = createIntake({
    ...platform,
    baseUrl: configuration.url,
    assets: await loadAssets(),
    schoolName: createSchoolName(platform),
    tellCheck: createTellCheck({ ...platform, configuration }),
  });
  return { app, close: () => platform.workbooks.close() };
}
