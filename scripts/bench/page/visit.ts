import type { Browser, CDPSession } from 'playwright-core';
import * as z from 'zod';

/** What came over the wire, in bytes with headers, by what it was. */
export type Bytes = Readonly<Record<'document' | 'script' | 'stylesheet' | 'other', number>>;

/** One visit of a page with an empty cache; times in milliseconds from when it was asked for. */
export interface Visit {
  readonly firstPaint: number;
  readonly largestPaint: number;
  /** By how much tasks were longer than 50 ms, in all. */
  readonly blocked: number;
  readonly layoutShift: number;
  readonly bytes: Bytes;
  readonly requests: number;
}

/** Lighthouse's settings of a phone (lighthouse, docs/throttling.md): slow 4G, a processor four times slower. */
const latencyMilliseconds = 150;
const bitsASecondDown = 1_638_400;
const bitsASecondUp = 768_000;
const slowdown = 4;
/** So long the page is left alone after it was loaded, for what still paints or moves. */
const restMilliseconds = 1_500;

const seenShape = z.object({
  firstPaint: z.number(),
  largestPaint: z.number(),
  blocked: z.number(),
  layoutShift: z.number(),
});

/** Opens a page on a phone of its own: 360 px wide, slow, with nothing in its cache. */
export async function visitAsAPhone(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
  });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const wire = await throttled(session);
    await page.addInitScript(observe);
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForTimeout(restMilliseconds);
    const seen = seenShape.parse(await page.evaluate('window.seen'));
    return { ...seen, ...wire() };
  } finally {
    await context.close();
  }
}

/** Slows a page down, and counts what it is sent. */
async function throttled(session: CDPSession): Promise<() => Pick<Visit, 'bytes' | 'requests'>> {
  const bytes = { document: 0, script: 0, stylesheet: 0, other: 0 };
  const kinds = new Map<string, keyof Bytes>();
  session.on('Network.responseReceived', ({ requestId, type }) => {
    const kind = type.toLowerCase();
    kinds.set(
      requestId,
      kind === 'document' || kind === 'script' || kind === 'stylesheet' ? kind : 'other',
    );
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes[kinds.get(requestId) ?? 'other'] += encodedDataLength;
  });
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: latencyMilliseconds,
    downloadThroughput: bitsASecondDown / 8,
    uploadThroughput: bitsASecondUp / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return () => ({ bytes, requests: kinds.size });
}

/** Runs in the page before anything of its own. */
const observe = `
  window.seen = { firstPaint: 0, largestPaint: 0, blocked: 0, layoutShift: 0 };
  const on = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  on('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') window.seen.firstPaint = startTime;
  });
  on('largest-contentful-paint', ({ startTime }) => { window.seen.largestPaint = startTime; });
  on('longtask', ({ duration }) => { window.seen.blocked += Math.max(0, duration - 50); });
  on('layout-shift', ({ value, hadRecentInput }) => { if (!hadRecentInput) window.seen.layoutShift += value; });
`;
