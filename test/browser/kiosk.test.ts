import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFindings } from './accessibility.ts';
import { takePhoto } from './camera.ts';
import { type IntakeInBrowser, intakeInBrowser } from './intake-in-browser.ts';
import { keptForOffline } from './kept-for-offline.ts';

let intake: IntakeInBrowser;
let page: Page;
intakeInBrowser(async (opened) => {
  intake = opened;
});

const form = (kind = 'kiosk') =>
  `${intake.base}/intake/form/repairs?t=${intake.school.link(kind === 'kiosk' ? { kind } : {})}`;
const rows = async () => (await intake.school.staff.see('repairs')).rows;
const fault = () => page.getByLabel('故障情况');

async function fillIn(): Promise<void> {
  await page.getByLabel('地点').fill('食堂');
  await fault().fill('水龙头漏水');
  await page.getByLabel('报修人').fill('王老师');
}

/**
 * Time passes until the blank form is there again. What the browser still had to tell of earlier touches, such as that
 * the page has scrolled, begins the minute anew.
 */
async function leftAlone(): Promise<void> {
  await expect
    .poll(async () => {
      await page.clock.runFor(61_000);
      // The page that comes is waited for: the next minute would take it away again.
      await fault().waitFor();
      return (await fault().inputValue()) === '';
    })
    .toBe(true);
}

beforeEach(async () => {
  page = await intake.openPage();
  await page.clock.install();
  await page.goto(form());
});

describe('a device on a desk, for everybody', () => {
  it('forgets what was typed after a minute without a touch, and says so before', async () => {
    await fillIn();
    await takePhoto(page.locator('[data-photos]'));
    const warning = page.getByText('15 秒后清空');
    await expect
      .poll(async () => {
        await page.clock.runFor(46_000);
        return warning.isVisible();
      })
      .toBe(true);
    expect(await accessibilityFindings(page)).toEqual([]);
    await leftAlone();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.reload();
    expect(await fault().inputValue()).toBe('');
    expect(await page.getByText('已恢复').count()).toBe(0);
  });

  it('waits for whoever goes on', async () => {
    await fillIn();
    await page.clock.runFor(50_000);
    await fault().press('End');
    await page.clock.runFor(50_000);
    expect(await fault().inputValue()).toBe('水龙头漏水');
  });

  it('goes back from a receipt to the blank form, and no way leads to the receipt again', async () => {
    await fillIn();
    await page.getByRole('button', { name: '提交' }).click();
    await page.waitForURL(/\/receipt\//);
    await page.getByRole('link', { name: '查看办理进度' }).click();
    await page.waitForURL(/\/track\//);
    await leftAlone();
    expect(page.url()).toContain('/form/repairs');
    expect(await page.getByText('上次：').count()).toBe(0);
    await page.goBack();
    expect(page.url()).not.toMatch(/receipt|track/);
    expect(await rows()).toHaveLength(1);
  });

  it('still sends what was submitted without a network, and shows nobody what it was', async () => {
    await keptForOffline(page);
    await fillIn();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('网络不通，还没有送到').waitFor();
    const list = page.locator('[data-unsent]');
    await leftAlone();
    await expect.poll(() => list.textContent()).toContain('报修');
    expect(await list.textContent()).not.toContain('水龙头');
    await page.context().setOffline(false);
    await page.clock.runFor(5_000);
    await page.getByText('刚才存着的都送到了').waitFor();
    expect(await rows()).toHaveLength(1);
  });

  it('opens only what anyone may fill, like a code on a wall', async () => {
    const token = intake.school.link({ kind: 'kiosk' });
    const answer = await page.goto(`${intake.base}/intake/form/staffOnly?t=${token}`);
    expect(answer?.status()).toBe(403);
  });
});

it('a form on somebody’s own telephone waits as long as they like', async () => {
  await page.goto(form('public'));
  await page.evaluate(() => sessionStorage.clear());
  await page.reload();
  await fillIn();
  await page.clock.runFor(3_600_000);
  expect(await fault().inputValue()).toBe('水龙头漏水');
});
