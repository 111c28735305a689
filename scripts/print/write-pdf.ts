import { openBrowser } from './open-browser.ts';

/**
 * Prints a page of the running product to a PDF, on the paper that the page asks for.
 *
 * @throws with what the page says when it cannot be had
 */
export async function writePdf(address: string, file: string): Promise<void> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ locale: 'zh-CN' });
    const answer = await page.goto(address, { waitUntil: 'load' });
    if (!answer?.ok()) throw new Error((await page.locator('h1').first().textContent()) ?? '');
    await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true });
  } finally {
    await browser.close();
  }
}
