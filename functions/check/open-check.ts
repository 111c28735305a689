import type { Hono } from 'hono';
import type { Configuration } from '#platform/configuration.ts';
import { chineseHolidays } from '#platform/holidays.ts';
import { linkAddress, listedClaims } from '#platform/links/listed-address.ts';
import { openPlatform } from '#platform/open-platform.ts';
import { registers } from '#schema/registers/index.ts';
import { frameSettings } from '#schema/settings.ts';
import { createCheck } from './create-check.ts';

/** The check as it is deployed, from its environment. */
export function openCheck(configuration: Configuration): {
  readonly app: Hono;
  close(): Promise<void>;
} {
  const platform = openPlatform(configuration, 'check', registers);
  const { hookSecret, queue, url } = configuration;
  const check = createCheck({
    ...platform,
    bucket: configuration.bucket,
    publicHolidays: chineseHolidays,
    timeZone: frameSettings.timeZone.default,
    url,
    linkAddress: (link, personId) =>
      linkAddress(
        platform.links,
        url,
        listedClaims(link, { timeZone: frameSettings.timeZone.default, personId }),
        (key) => registers.some((register) => register.key === key && register.form !== undefined),
      ),
    ...(queue === undefined ? {} : { queue }),
    ...(hookSecret === undefined ? {} : { hookSecret }),
  });
  return {
    app: check.app,
    close: async () => {
      await Promise.all([platform.workbooks.close(), check.close()]);
    },
  };
}
