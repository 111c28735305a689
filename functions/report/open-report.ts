import type { Hono } from 'hono';
import type { Configuration } from '#platform/configuration.ts';
import { chineseHolidays } from '#platform/holidays.ts';
import { openPlatform } from '#platform/open-platform.ts';
import { registers } from '#schema/registers/index.ts';
import { createReport } from './create-report.ts';
import { createReminders } from './reminders/create-reminders.ts';

/** The report as it is deployed, from its environment. */
export function openReport(configuration: Configuration): {
  readonly app: Hono;
  close(): Promise<void>;
} {
  const platform = openPlatform(configuration, 'report', registers);
  const app = createReport({
    ...platform,
    publicHolidays: chineseHolidays,
    baseUrl: configuration.url,
  });
  app.route(
    '/',
    createReminders({
      ...platform,
      bucket: configuration.bucket,
      publicHolidays: chineseHolidays,
      baseUrl: configuration.url,
    }),
  );
  return { app, close: () => platform.workbooks.close() };
}
