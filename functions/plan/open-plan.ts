import type { Hono } from 'hono';
import type { Configuration } from '#platform/configuration.ts';
import { chineseHolidays } from '#platform/holidays.ts';
import { openPlatform } from '#platform/open-platform.ts';
import { registers } from '#schema/registers/index.ts';
import { createPlan } from './create-plan.ts';

/** The plan as it is deployed, from its environment. */
export function openPlan(configuration: Configuration): {
  readonly app: Hono;
  close(): Promise<void>;
} {
  const platform = openPlatform(configuration, 'plan', registers);
  const app = createPlan({
    ...platform,
    publicHolidays: chineseHolidays,
    baseUrl: configuration.url,
  });
  return { app, close: () => platform.workbooks.close() };
}
