import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { accessibilityFindings, findingsInBothLights } from './accessibility.ts';
import { takePhoto } from './camera.ts';
import { type IntakeInBrowser, intakeInBrowser } from './intake-in-browser.ts';

let intake: IntakeInBrowser;
let page: Page;
intakeInBrowser(async (opened) => {
  intake = opened;
  page = await opened.openPage();
});

const open = (path: string, language: 'zh' | 'en', claims: object = { kind: 'post' }) =>
  page.goto(`${intake.base}/intake/${path}?t=${intake.school.link(claims)}&lang=${language}`);

describe.each(['zh', 'en'] as const)(
  'axe-core finds nothing, in light and dark, in %s',
  (language) => {
    it.each([
      ['the list of forms', ''],
      ['a form with a field of every kind', 'form/everyKind'],
      ['a sheet for several places', 'batch/repairs/rooms'],
      ['a page to copy in from paper', 'copy-in/repairs'],
      ['an address that leads nowhere', 'form/nothing'],
    ])('on %s', async (_, path) => {
      await open(path, language);
      expect(await findingsInBothLights(page)).toEqual([]);
    });

    it('on a form with photos and problems, waiting without a network, with one set aside', async () => {
      await open('form/repairs', language);
      await takePhoto(page.locator('[data-photos]'));
      await page.locator('button.submit').click();
      await page.locator('[data-summary]').waitFor();
      expect(await findingsInBothLights(page)).toEqual([]);
      await page.locator('#field-place').fill('食堂');
      await page.locator('#field-fault').fill('漏水');
      await page.context().setOffline(true);
      await page.locator('button.submit').click();
      await page.locator('.aside').waitFor();
      expect(await findingsInBothLights(page)).toEqual([]);
      await page.locator('.aside').click();
      await page.locator('[data-unsent] li').waitFor();
      expect(await findingsInBothLights(page)).toEqual([]);
    });

    it('on the receipt, the tracking page and the page of the row', async () => {
      await open('form/repairs', language);
      await page.locator('#field-place').fill('食堂');
      await page.locator('#field-fault').fill('漏水');
      await takePhoto(page.locator('[data-photos]'));
      await page.locator('button.submit').click();
      await page.waitForURL(/\/receipt\//);
      expect(await findingsInBothLights(page)).toEqual([]);
      await page.locator('.way.main').click();
      await page.waitForURL(/\/track\//);
      expect(await findingsInBothLights(page)).toEqual([]);
      const [row] = (await intake.school.staff.see('repairs')).rows;
      await open(`row/repairs/${row?.行编号}`, language);
      await page.locator('.chain').waitFor();
      expect(await findingsInBothLights(page)).toEqual([]);
    });

    it('on a floor of rooms, one of them opened', async () => {
      await open('batch/floorChecks/floor', language);
      await page.locator('[name=floor]').fill('3');
      await page.locator('[name=inspector]').fill('周敏');
      await page.locator('button.next').click();
      await page.locator('.line.prefilled').first().waitFor();
      await page.locator('.line.prefilled .line-head button').first().click();
      expect(await findingsInBothLights(page)).toEqual([]);
    });
  },
);

it('axe-core does find what is wrong: a field whose label is gone, words too pale to be read', async () => {
  await open('form/repairs', 'zh');
  await page.evaluate(() => document.querySelector('label[for=field-fault]')?.remove());
  await page.evaluate(() => {
    for (const help of document.querySelectorAll<HTMLElement>('.intro')) help.style.color = '#ddd';
  });
  const found = (await accessibilityFindings(page)).map((finding) => finding.split(':')[0]);
  expect(found).toEqual(expect.arrayContaining(['label', 'color-contrast']));
});
