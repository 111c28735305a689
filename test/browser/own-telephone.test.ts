import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { plainJpeg } from '../functions/intake/photos/pictures.ts';
import { takePhoto } from './camera.ts';
import { type IntakeInBrowser, intakeInBrowser } from './intake-in-browser.ts';

let intake: IntakeInBrowser;
let page: Page;
intakeInBrowser(async (opened) => {
  intake = opened;
  page = await opened.openPage();
});

const addressOf = (register: string, claims: object = {}) =>
  `${intake.base}/intake/form/${register}?t=${intake.school.link(claims)}`;
const submit = () => page.getByRole('button', { name: '提交' });
const received = () => page.waitForURL(/\/intake\/receipt\//);
const rows = async () => (await intake.school.staff.see('repairs')).rows;

describe('inside a chat program, which has no worker and forgets what it kept', () => {
  const weChat =
    'Mozilla/5.0 (Linux; Android 14; PJD110) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160117 MMWEBSDK/20240501 MicroMessenger/8.0.49.2600(0x28003133) WeChat/arm64 Language/zh_CN';

  async function openInside(address: string): Promise<void> {
    page = await intake.openPage({ userAgent: weChat });
    await page.addInitScript(() => {
      Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
      for (const name of ['localStorage', 'indexedDB'])
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('denied', 'SecurityError');
          },
        });
    });
    await page.goto(address);
  }

  it('a repair with a photo is sent while there is a network', async () => {
    await openInside(addressOf('repairs'));
    await page.getByLabel('地点').fill('食堂');
    await page.getByLabel('故障情况').fill('水龙头漏水');
    await takePhoto(page.locator('[data-photos]'));
    await page.getByText('这个浏览器存不住照片').waitFor();
    await submit().click();
    await received();
    expect((await rows())[0]?.照片).toContain('/file/d/');
    expect(intake.complaints).toEqual([]);
  });

  it('says what it cannot do, and copies the link for the telephone’s own browser', async () => {
    await openInside(addressOf('repairs'));
    const aside = page.locator('[data-elsewhere]');
    expect(await aside.textContent()).toContain('复制链接，到手机自带的浏览器里打开');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await aside.getByRole('button', { name: '复制链接' }).click();
    await aside.getByRole('button', { name: '已复制' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  });

  it('without a network says that the page must stay open, and sends when it is back', async () => {
    await openInside(addressOf('repairs'));
    await page.getByLabel('地点').fill('食堂');
    await page.getByLabel('故障情况').fill('水龙头漏水');
    await page.context().setOffline(true);
    await submit().click();
    await page.getByText('这个浏览器存不住内容，请不要关掉这一页').waitFor();
    await page.context().setOffline(false);
    await received();
    expect(await rows()).toHaveLength(1);
  });

  it('in the telephone’s own browser none of that is said', async () => {
    await page.goto(addressOf('repairs'));
    expect(await page.locator('[data-elsewhere]').isHidden()).toBe(true);
  });
});

describe('what somebody wrote of themselves last time', () => {
  async function sendOne(claims: object): Promise<void> {
    await page.goto(addressOf('repairs', claims));
    await page.getByLabel('地点').fill('食堂');
    await page.getByLabel('故障情况').fill('水龙头漏水');
    await page.getByLabel('报修人').fill('王老师');
    await submit().click();
    await received();
    await page.goto(addressOf('repairs', claims));
  }

  it('is offered on their own telephone, to be touched, and never filled in by itself', async () => {
    await sendOne({});
    expect(await page.getByLabel('报修人').inputValue()).toBe('');
    await page.getByRole('button', { name: '上次：王老师' }).tap();
    expect(await page.getByLabel('报修人').inputValue()).toBe('王老师');
    await page.getByRole('button', { name: '上次：食堂' }).tap();
    expect(await page.getByRole('combobox', { name: '地点' }).inputValue()).toBe('食堂');
    expect(await page.getByRole('button', { name: '上次：食堂' }).isHidden()).toBe(true);
  });

  it('is not offered on the telephone of a post, which many share', async () => {
    await sendOne({ kind: 'post' });
    expect(await page.getByText('上次：').count()).toBe(0);
  });
});

describe('a label’s code', () => {
  /** Chromium reads codes on telephones only; what it would read is put in its place. */
  async function openWithReader(found: readonly string[]): Promise<void> {
    await page.addInitScript((values) => {
      Object.defineProperty(window, 'BarcodeDetector', {
        value: class {
          async detect() {
            return values.map((rawValue) => ({ rawValue }));
          }
        },
      });
    }, found);
    await page.goto(addressOf('everyKind'));
  }
  const field = () => page.locator('[data-field=code]');
  const scan = () =>
    field()
      .locator('input[capture]')
      .setInputFiles({
        name: 'IMG.jpg',
        mimeType: 'image/jpeg',
        buffer: Buffer.from(plainJpeg),
      });

  it('is read into its field by the camera', async () => {
    await openWithReader(['DQ-0042']);
    await field().getByRole('button', { name: '扫码' }).waitFor();
    await scan();
    await expect.poll(() => page.getByLabel('编号').inputValue()).toBe('DQ-0042');
  });

  it('that is not in the picture is asked for again', async () => {
    await openWithReader([]);
    await scan();
    await page.getByText('没有认出码，请靠近再拍一次').waitFor();
  });

  it('is typed where the browser reads none: no button promises it', async () => {
    await page.goto(addressOf('everyKind'));
    expect(await page.getByRole('button', { name: '扫码' }).count()).toBe(0);
  });
});
