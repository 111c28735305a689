import { serve } from '@hono/node-server';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { type IntakeSchool, openIntakeSchool } from '../functions/intake/intake-school.ts';
import { openBrowser } from './open-browser.ts';

/** The narrowest telephone that people here still use. */
const telephone: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  locale: 'zh-CN',
  hasTouch: true,
};

/** Intake behind a socket, and a browser in front of it; a new school and a new page for each test. */
export interface IntakeInBrowser {
  readonly school: IntakeSchool;
  /** Where intake is reached: `http://127.0.0.1:…`. */
  readonly base: string;
  /** Broken content policy and script errors of the page that was opened last. */
  readonly complaints: readonly string[];
  /** A page of a browser of its own: a telephone unless told otherwise. */
  openPage(options?: BrowserContextOptions): Promise<Page>;
  /** The next answer of the endpoint is lost on its way back. */
  loseNextAnswer(page: Page): Promise<void>;
}

/** Opens and closes all of it around the tests of a file; `opened` is called before each test. */
export function intakeInBrowser(opened: (intake: IntakeInBrowser) => Promise<void>): void {
  const kept: { browser?: Browser; stop?: () => Promise<void> } = {};

  beforeAll(async () => {
    kept.browser = await openBrowser();
  });
  afterAll(() => kept.browser?.close());
  beforeEach(async () => {
    const school = await openIntakeSchool();
    const { promise, resolve } = Promise.withResolvers<number>();
    const server = serve(
      { fetch: school.intake.fetch, port: 0, hostname: '127.0.0.1' },
      ({ port }) => resolve(port),
    );
    kept.stop = () => new Promise((done) => server.close(() => done()));
    await opened(inBrowser(school, `http://127.0.0.1:${await promise}`, browserOf(kept)));
  });
  afterEach(async () => {
    await Promise.all(
      browserOf(kept)
        .contexts()
        .map((context) => context.close()),
    );
    await kept.stop?.();
  });
}

function browserOf({ browser }: { readonly browser?: Browser }): Browser {
  if (!browser) throw new Error('the browser did not start');
  return browser;
}

function inBrowser(school: IntakeSchool, base: string, browser: Browser): IntakeInBrowser {
  const complaints: string[] = [];
  return {
    school,
    base,
    complaints,
    async openPage(options = {}) {
      const page = await (await browser.newContext({ ...telephone, ...options })).newPage();
      complaints.length = 0;
      page.on('console', (message) => {
        if (/Content Security Policy/i.test(message.text())) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      return page;
    },
    async loseNextAnswer(page) {
      await page.route(
        '**/intake/api/**',
        async (route) => {
          await route.fetch();
          await route.abort('connectionreset');
        },
        { times: 1 },
      );
    },
  };
}
