import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { takePhoto } from './camera.ts';
import { type IntakeInBrowser, intakeInBrowser } from './intake-in-browser.ts';

let intake: IntakeInBrowser;
let page: Page;
intakeInBrowser(async (opened) => {
  intake = opened;
  page = await opened.openPage();
});

const rows = async () =>
  (await intake.school.staff.see('repairs')).rows.filter(({ 地点 }) => 地点 !== '');
const formAddress = () => `${intake.base}/intake/form/repairs?t=${intake.school.link()}`;

async function fillIn(): Promise<void> {
  await page.getByLabel('地点').fill('食堂');
  await page.getByLabel('故障情况').fill('水龙头漏水');
}

/**
 * Too many came at once: the first answer of an endpoint asks for work, as it does above its limit.
 *
 * @returns the work that comes with each call
 */
async function askedForWork(endpoint: string): Promise<readonly (string | undefined)[]> {
  const sent: (string | undefined)[] = [];
  await page.route(endpoint, async (route) => {
    sent.push(route.request().headers()['x-work']);
    if (sent.length > 1) return route.continue();
    return route.fulfill({
      status: 429,
      headers: { 'Retry-After': '30', 'X-Work-Set': 'a-challenge 14' },
      json: { error: { code: 'tooMany', message: '' } },
    });
  });
  return sent;
}

describe('in a browser', () => {
  it('a page that is asked for work does it and is through, without a word to its reader', async () => {
    await page.goto(formAddress());
    await fillIn();
    const sent = await askedForWork('**/intake/api/repairs**');
    await page.getByRole('button', { name: '提交' }).click();
    await page.waitForURL('**/receipt/**');
    expect(sent).toEqual([undefined, expect.stringMatching(/^a-challenge\.\d+$/)]);
    expect(await rows()).toHaveLength(1);
    expect(intake.complaints).toEqual([]);
  });

  it('a photo of which work is asked goes ahead of its form all the same', async () => {
    await page.goto(formAddress());
    await fillIn();
    await takePhoto(page.locator('[data-photos]'));
    const sent = await askedForWork('**/intake/photos/**');
    await page.getByRole('button', { name: '提交' }).click();
    await page.waitForURL('**/receipt/**');
    expect(sent).toEqual([undefined, expect.stringMatching(/^a-challenge\.\d+$/)]);
    expect((await rows())[0]?.照片).toContain('/file/d/');
  });

  it('a field filled in by the browser itself costs one more press, and nothing that was typed', async () => {
    await page.goto(formAddress());
    await fillIn();
    await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('[name=_website]');
      if (field) field.value = 'https://autofill.example';
    });
    await page.getByRole('button', { name: '提交' }).click();
    await expect.poll(() => page.locator('[data-status]').textContent()).toContain('再按一次');
    expect(await rows()).toHaveLength(0);
    expect(await page.getByLabel('故障情况').inputValue()).toBe('水龙头漏水');
    await page.getByRole('button', { name: '提交' }).click();
    await page.waitForURL('**/receipt/**');
    expect(await rows()).toHaveLength(1);
  });

  it('an endpoint is tried on its page, and the page asks nobody else', async () => {
    const asked = new Set<string>();
    page.on('request', (request) => asked.add(new URL(request.url()).origin));
    await page.goto(`${intake.base}/intake/api?t=${intake.school.link()}`);
    await page.getByLabel('接口').selectOption('/intake/api/repairs');
    const body = page.getByLabel('提交的内容');
    await body.fill((await body.inputValue()).replace('教学楼 A201', '食堂'));
    await page.getByRole('button', { name: '提交' }).click();
    const answer = page.locator('[data-answer]');
    await expect.poll(() => answer.textContent()).toMatch(/^201\n/);
    await page.getByRole('button', { name: '提交' }).click();
    await expect.poll(() => answer.textContent()).toMatch(/^200\n/);
    await page.getByRole('button', { name: '换一个编号' }).click();
    await body.fill((await body.inputValue()).replace('食堂', ''));
    await page.getByRole('button', { name: '提交' }).click();
    await expect.poll(() => answer.textContent()).toMatch(/^422\n[\s\S]*wrongValues/);
    expect(await rows()).toHaveLength(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect([...asked]).toEqual([intake.base]);
    expect(intake.complaints).toEqual([]);
  });
});
