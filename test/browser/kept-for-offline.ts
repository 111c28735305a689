import type { Page } from 'playwright-core';

/** Waits until the browser would open this page without a network: it is on the shelf, and the worker is at work. */
export async function keptForOffline(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const shelf = await caches.open('houqin-forms-1');
    return (await shelf.keys()).length >= 3;
  });
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.reload();
}
