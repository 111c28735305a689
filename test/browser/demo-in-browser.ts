import { serve } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { loadAssets } from '#functions/intake/assets.ts';
import { createIntake } from '#functions/intake/create-intake.ts';
import { chineseHolidays } from '#platform/holidays.ts';
import { createLinks } from '#platform/links/index.ts';
import { createLog } from '#platform/log/index.ts';
import { systemRandom } from '#platform/random.ts';
import { registers } from '#schema/registers/index.ts';
import { localMoment } from '#schema/time.ts';
import { writeDemo } from '#scripts/local/demo.ts';
import { createFakeClock } from '../school/fake-clock.ts';
import { openSchool, type School } from '../school/open-school.ts';
import { openBrowser } from './open-browser.ts';

/** Intake of the demo school behind a socket, and a telephone in front of it. */
export interface DemoInBrowser {
  readonly school: School;
  /** A page of a telephone, opened at a path of intake by the link of a post. */
  open(path: string, language?: 'zh' | 'en'): Promise<Page>;
  /** Keeps a picture of a page in the folder that HOUQIN_PICTURES names, if it names one. */
  picture(page: Page, name: string): Promise<void>;
}

/**
 * Opens the demo school once for the tests of a file, with the rows of some registers.
 *
 * @param now the instant at which people use it
 */
export function demoInBrowser(keys: readonly string[], now: string): DemoInBrowser {
  const kept: {
    school?: School;
    browser?: Browser;
    base?: string;
    token?: string;
    stop?: () => void;
  } = {};

  beforeAll(async () => {
    const clock = createFakeClock(new Date(now));
    const school = await openSchool({ clock, seed: 'six people' });
    await writeDemo({
      workbooks: school.workbooks(),
      registers,
      chosen: registers.filter(({ key }) => keys.includes(key)),
      length: 'short',
      now: localMoment(clock.now(), 'Asia/Shanghai'),
      progress: () => undefined,
    });
    const links = createLinks({ keys: [{ id: 'k1', secret: new Uint8Array(32).fill(7) }], clock });
    const intake = createIntake({
      workbooks: school.workbooks(),
      links,
      clock: {
        ...clock,
        sleep: (milliseconds) => new Promise((wake) => setTimeout(wake, milliseconds)),
      },
      random: systemRandom,
      log: createLog({ write: () => undefined }),
      baseUrl: 'https://forms.school.example',
      drawSecret: 'a secret of this test',
      assets: await loadAssets(),
      schoolName: () => '青山中学',
      publicHolidays: async () => chineseHolidays,
    });
    const { promise, resolve } = Promise.withResolvers<number>();
    const server = serve({ fetch: intake.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve(port),
    );
    kept.school = school;
    kept.base = `http://127.0.0.1:${await promise}`;
    kept.token = encodeURIComponent(links.sign({ kind: 'post' }));
    kept.browser = await openBrowser();
    kept.stop = () => server.close();
  }, 120_000);
  afterEach(async () => {
    await Promise.all((kept.browser?.contexts() ?? []).map((context) => context.close()));
  });
  afterAll(async () => {
    await kept.browser?.close();
    kept.stop?.();
  });

  return {
    get school() {
      if (!kept.school) throw new Error('the school did not open');
      return kept.school;
    },
    async picture(page, name) {
      const folder = process.env.HOUQIN_PICTURES;
      if (folder !== undefined)
        await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
    },
    async open(path, language = 'zh') {
      if (!kept.browser) throw new Error('the browser did not start');
      const context = await kept.browser.newContext({
        viewport: { width: 360, height: 740 },
        locale: language === 'zh' ? 'zh-CN' : 'en-GB',
        hasTouch: true,
      });
      const page = await context.newPage();
      await page.goto(`${kept.base}/intake/${path}?t=${kept.token}`);
      return page;
    },
  };
}
