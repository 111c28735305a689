import { serve } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { loadAssets } from '#functions/intake/assets.ts';
import { createIntake } from '#functions/intake/create-intake.ts';
import { chineseHolidays } from '#platform/holidays.ts';
import { createLinks } from '#platform/links/index.ts';
import { createLog } from '#platform/log/index.ts';
import { createPhotos } from '#platform/photos/index.ts';
import { systemRandom, uuidFrom } from '#platform/random.ts';
import type { Columns } from '#schema/columns.ts';
import { registers } from '#schema/registers/index.ts';
import type { Values } from '#schema/row.ts';
import { localMoment } from '#schema/time.ts';
import { rowId } from '#schema/values.ts';
import { writeDemo } from '#scripts/local/demo.ts';
import { createFakeClock } from '../school/fake-clock.ts';
import { openSchool, type School } from '../school/open-school.ts';
import { openBrowser } from './open-browser.ts';

/** The narrowest telephone that people here still use. */
const telephone = { width: 360, height: 740 };

/** Intake of the demo school behind a socket, and a telephone in front of it. */
export interface DemoInBrowser {
  readonly school: School;
  /** A page of a telephone, opened at a path of intake by the link of a post. */
  open(path: string, language?: 'zh' | 'en'): Promise<Page>;
  /** Enters rows as somebody did earlier. */
  add(register: string, rows: readonly Values<Columns>[]): Promise<void>;
  /** Lets some time pass, after which what others wrote is read anew. */
  later(seconds: number): void;
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
    clock?: ReturnType<typeof createFakeClock>;
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
      photos: createPhotos({
        google: school.google('service:intake'),
        bucket: 'houqin-test',
        parent: async () => school.directory.driveId,
      }),
    });
    const { promise, resolve } = Promise.withResolvers<number>();
    const server = serve({ fetch: intake.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve(port),
    );
    kept.school = school;
    kept.clock = clock;
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

  const school = () => {
    if (!kept.school) throw new Error('the school did not open');
    return kept.school;
  };
  return {
    get school() {
      return school();
    },
    async add(register, rows) {
      const workbooks = school().workbooks();
      for (const values of rows) {
        const id = rowId.parse(uuidFrom(systemRandom));
        const { outcome } = await workbooks.submit({ register, id, values });
        if (outcome !== 'written') throw new Error(`a row of ${register} was ${outcome}`);
      }
    },
    later(seconds) {
      kept.clock?.advance(seconds * 1000);
    },
    async picture(page, name) {
      const folder = process.env.HOUQIN_PICTURES;
      if (folder === undefined) return;
      // From the top, a little longer than the telephone: most pages are seen whole.
      await page.setViewportSize({ ...telephone, height: 980 });
      await page.evaluate(() => window.scrollTo(0, 0));
      await page.screenshot({ path: `${folder}/${name}.png` });
      await page.setViewportSize(telephone);
    },
    async open(path, language = 'zh') {
      if (!kept.browser) throw new Error('the browser did not start');
      const context = await kept.browser.newContext({
        viewport: telephone,
        locale: language === 'zh' ? 'zh-CN' : 'en-GB',
        hasTouch: true,
      });
      const page = await context.newPage();
      await page.goto(`${kept.base}/intake/${path}?t=${kept.token}`);
      return page;
    },
  };
}
