import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { jpegOfTelephone, place as takenAt } from '../functions/intake/photos/pictures.ts';
import { takePhoto } from './camera.ts';
import { type IntakeInBrowser, intakeInBrowser } from './intake-in-browser.ts';
import { keptForOffline } from './kept-for-offline.ts';

let intake: IntakeInBrowser;
let page: Page;
intakeInBrowser(async (opened) => {
  intake = opened;
  page = await opened.openPage();
});

const addressOf = (claims: object = {}) =>
  `${intake.base}/intake/form/repairs?t=${intake.school.link(claims)}`;

const submit = () => page.getByRole('button', { name: '提交' });
const photos = () => page.locator('[data-photos]');
const received = () => page.waitForURL(/\/intake\/receipt\//);
const rows = async () => (await intake.school.staff.see('repairs')).rows;
const drive = () => intake.school.google('owner').drive;
const files = () => drive().listFiles("mimeType contains 'image/'", 'id,mimeType,size');

async function fillIn(fault: string): Promise<void> {
  await page.getByLabel('地点').fill('食堂');
  await page.getByLabel('故障情况').fill(fault);
}

/** A photo as large as a camera makes it, drawn by the browser itself. */
async function largePhoto(): Promise<Buffer<ArrayBuffer>> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 4000;
    canvas.height = 3000;
    const context = canvas.getContext('2d');
    for (let stripe = 0; stripe < 400; stripe += 1) {
      if (context) context.fillStyle = `hsl(${stripe * 7} 70% 50%)`;
      context?.fillRect(stripe * 10, 0, 10, 3000);
    }
    return canvas.toDataURL('image/jpeg', 0.95).split(',')[1] ?? '';
  });
  return Buffer.from(base64, 'base64');
}

describe('two repairs with photos, filled in without a network', () => {
  it('come in once the network is back, though the page was closed: two rows, two photos, once', async () => {
    await page.goto(addressOf());
    await keptForOffline(page);
    const context = page.context();
    await context.setOffline(true);
    await fillIn('水龙头漏水');
    await takePhoto(photos());
    await submit().click();
    await page.getByText('网络不通，还没有送到').waitFor();
    await page.getByRole('button', { name: '先存着，再填一份' }).click();
    await page.getByText('水龙头漏水').waitFor();
    expect(await page.locator('[data-unsent]').textContent()).toContain('还没有送出的（1）');
    expect(await page.getByLabel('故障情况').inputValue()).toBe('');
    await fillIn('灯不亮');
    await takePhoto(photos());
    await submit().click();
    await page.getByText('网络不通，还没有送到').waitFor();
    await page.close();
    expect(await rows()).toHaveLength(0);

    page = await context.newPage();
    await page.goto(addressOf());
    await page.getByText('还没有送出的（1）').waitFor();
    expect(await page.getByLabel('故障情况').inputValue()).toBe('灯不亮');
    expect(await photos().locator('.shots li').count()).toBe(1);
    await context.setOffline(false);
    await received();
    await page.getByText('刚才存着的都送到了').waitFor();
    const written = await rows();
    expect(written.map((row) => row.故障情况).toSorted()).toEqual(
      ['水龙头漏水', '灯不亮'].toSorted(),
    );
    expect(new Set(written.map((row) => row.照片)).size).toBe(2);
    expect(await files()).toHaveLength(2);
    expect(await page.getByRole('link', { name: '看回执' }).isVisible()).toBe(true);
    await page.getByRole('button', { name: '知道了' }).click();
    await page.locator('[data-unsent]').waitFor({ state: 'hidden' });
    await page.reload();
    expect(await page.locator('[data-unsent]').isHidden()).toBe(true);
  });

  it('can be looked through, and taken away only by asking twice', async () => {
    await page.goto(addressOf());
    await fillIn('水龙头漏水');
    await page.context().setOffline(true);
    await submit().click();
    await page.getByRole('button', { name: '先存着，再填一份' }).click();
    const list = page.locator('[data-unsent]');
    await list.getByRole('button', { name: '删除' }).click();
    expect(await list.textContent()).toContain('水龙头漏水');
    await list.getByRole('button', { name: '真的删除？' }).click();
    await list.waitFor({ state: 'hidden' });
    await page.context().setOffline(false);
    expect(await rows()).toHaveLength(0);
  });
});

describe('a photo', () => {
  it('is made small and loses its place before it leaves the telephone', async () => {
    await page.goto(addressOf());
    await fillIn('墙面开裂');
    const buffer = await largePhoto();
    await takePhoto(photos(), { name: 'IMG.jpg', mimeType: 'image/jpeg', buffer });
    const sent: Buffer[] = [];
    await page.route('**/intake/photos/**', async (route) => {
      const body = route.request().postDataBuffer();
      if (body) sent.push(body);
      await route.continue();
    });
    await submit().click();
    await received();
    expect(sent).toHaveLength(1);
    expect(sent[0]?.byteLength).toBeLessThan(buffer.byteLength / 2);
    const shown = page.getByRole('img', { name: '照片 1' });
    await expect
      .poll(() =>
        shown.evaluate((image) =>
          image instanceof HTMLImageElement ? [image.naturalWidth, image.naturalHeight] : [],
        ),
      )
      .toEqual([1600, 1200]);
  });

  it('of a telephone is turned upright, and its place is nowhere', async () => {
    await page.goto(addressOf());
    await fillIn('墙面开裂');
    const buffer = Buffer.from(jpegOfTelephone(6));
    await takePhoto(photos(), { name: 'IMG.jpg', mimeType: 'image/jpeg', buffer });
    await submit().click();
    await received();
    const [file] = await files();
    expect(Buffer.from(await drive().download(file?.id ?? '')).includes(takenAt)).toBe(false);
    const image = page.getByRole('img', { name: '照片 1' });
    expect(await image.evaluate((one) => [one.clientWidth > 0, one.isConnected])).toEqual([
      true,
      true,
    ]);
  });

  it('survives a reload, can be taken off, and several go together', async () => {
    await page.goto(addressOf());
    await fillIn('墙面开裂');
    await takePhoto(photos());
    await takePhoto(photos());
    await takePhoto(photos());
    await page.getByRole('button', { name: '去掉这张照片 2' }).click();
    await page.waitForFunction(
      () => JSON.stringify({ ...localStorage }).match(/photo:/g)?.length === 2,
    );
    await page.reload();
    await photos().locator('.shots li').nth(1).waitFor();
    await submit().click();
    await received();
    const [row] = await rows();
    expect(row?.照片?.split('\n')).toHaveLength(2);
    expect(await files()).toHaveLength(2);
  });

  it('whose upload broke off is sent once more, and is one file', async () => {
    await page.goto(addressOf());
    await fillIn('墙面开裂');
    await takePhoto(photos());
    await page.route(
      '**/intake/photos/**',
      async (route) => {
        await route.fetch();
        await route.abort('connectionreset');
      },
      { times: 1 },
    );
    await submit().click();
    await page.getByRole('button', { name: '现在重试' }).click();
    await received();
    expect(await files()).toHaveLength(1);
    expect(await rows()).toHaveLength(1);
  });

  it('that is none is told at its field by the server, and nothing typed is lost', async () => {
    await page.goto(addressOf());
    await fillIn('墙面开裂');
    await takePhoto(photos(), {
      name: '账单.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from('工资表'),
    });
    await submit().click();
    await page.locator('[data-summary]').getByText('照片：这不是照片').waitFor();
    expect(await page.getByLabel('故障情况').inputValue()).toBe('墙面开裂');
    expect(intake.complaints).toEqual([]);
  });

  it('travels inside the form where there is no JavaScript', async () => {
    page = await intake.openPage({ javaScriptEnabled: false });
    await page.goto(addressOf());
    await fillIn('墙面开裂');
    await page.locator('input[type=file]').setInputFiles({
      name: 'IMG.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from(jpegOfTelephone()),
    });
    await submit().click();
    await page.getByRole('heading', { name: '已收到' }).waitFor();
    expect((await rows())[0]?.照片).toContain('/file/d/');
  });
});

describe('a link that ends while a form is typed', () => {
  const soon = () => new Date(intake.school.clock.now().getTime() + 60_000).toISOString();

  it('loses nothing: what was typed comes back under the next link, photo and all', async () => {
    await page.goto(addressOf({ expires: soon() }));
    await fillIn('墙面开裂');
    await takePhoto(photos());
    await intake.school.clock.advance(120_000);
    await submit().click();
    await page.getByText('这个链接已过期，没有收下').waitFor();
    await page.reload();
    await page.getByText('仍存在这台设备上').waitFor();
    await page.goto(addressOf());
    await page.getByText('已恢复您上次没有送出的内容').waitFor();
    expect(await page.getByLabel('故障情况').inputValue()).toBe('墙面开裂');
    await submit().click();
    await received();
    expect(await rows()).toHaveLength(1);
    expect(await files()).toHaveLength(1);
  });

  it('also what was set aside goes out under the next link', async () => {
    await page.goto(addressOf({ expires: soon() }));
    await fillIn('墙面开裂');
    await page.context().setOffline(true);
    await submit().click();
    await page.getByRole('button', { name: '先存着，再填一份' }).click();
    await intake.school.clock.advance(120_000);
    await page.context().setOffline(false);
    await page.getByText('这个链接已过期，没有收下').waitFor();
    await page.goto(addressOf());
    await page.getByText('刚才存着的都送到了').waitFor();
    expect(await rows()).toHaveLength(1);
  });
});
