import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { takePhoto } from './camera.ts';
import { type IntakeInBrowser, intakeInBrowser } from './intake-in-browser.ts';

let intake: IntakeInBrowser;
let page: Page;
intakeInBrowser(async (opened) => {
  intake = opened;
  page = await opened.openPage();
});

const rowsOf = async (register: string) => (await intake.school.staff.see(register)).rows;
const addressOf = (path: string) =>
  `${intake.base}/intake/${path}?t=${intake.school.link({ kind: 'post' })}`;
const line = (name: string) => page.getByRole('group', { name });
const submit = () => page.getByRole('button', { name: '提交' });
const received = () => page.waitForURL(/\/intake\/receipt\//);

async function openFloor(): Promise<void> {
  await page.goto(addressOf('batch/floorChecks/floor'));
  await page.getByLabel('楼层').fill('3');
  await page.getByLabel('检查人').fill('周敏');
  await page.getByRole('button', { name: '下一步' }).click();
  await line('306').waitFor();
}

async function openLunch(): Promise<void> {
  await page.goto(addressOf('batch/mealSamples/meal'));
  await page.getByText('午餐', { exact: true }).click();
  await page.getByLabel('留样人').fill('周敏');
  await page.getByRole('button', { name: '下一步' }).click();
  await line('红烧鸡腿').waitFor();
}

/** The rooms that the draw fell on get their photo; says how many there were. */
async function photograph(): Promise<number> {
  const drawn = page.locator('.line.drawn');
  for (const each of await drawn.all()) await takePhoto(each.locator('[data-photos]'));
  return drawn.count();
}

describe('a floor of rooms at 360 pixels', () => {
  it('nothing is cut off, and a thumb hits everything', async () => {
    await openFloor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    const targets = page.locator(
      'a:visible, button:visible, select:visible, summary:visible, .mark:visible, .pill:visible, .cell input:visible:not([type=radio])',
    );
    for (const target of await targets.all()) {
      const box = await target.boundingBox();
      expect(
        box?.height,
        await target.evaluate((element) => element.outerHTML),
      ).toBeGreaterThanOrEqual(44);
    }
    expect(intake.complaints).toEqual([]);
  });

  it('only the bad room is opened and touched; the rest is kept and marked as copied', async () => {
    await openFloor();
    expect(await photograph()).toBe(2);
    const bad = page.locator('.line:not(.drawn)').first();
    const room = (await bad.locator('.line-name').textContent()) ?? '';
    await bad.locator('.line-head button').tap();
    await bad.getByText('不合格').tap();
    await bad.getByLabel('问题').fill('地面未扫');
    expect(await page.getByText('已填 3 行 · 未动 3 行').isVisible()).toBe(true);
    await submit().tap();
    await received();
    const rows = await rowsOf('floorChecks');
    expect(rows.find(({ 寝室 }) => 寝室 === room)).toMatchObject({
      结果: '不合格',
      问题: '地面未扫',
      照抄: '',
    });
    expect(rows.filter(({ 照抄 }) => 照抄 === '是')).toHaveLength(3);
    expect(await page.getByRole('cell', { name: '地面未扫' }).isVisible()).toBe(true);
  });

  it('a tick says that a room was looked at and is as it was prefilled', async () => {
    await openFloor();
    await photograph();
    const room = page.locator('.line:not(.drawn)').first();
    await room.getByText('已核对').tap();
    await submit().tap();
    await received();
    expect((await rowsOf('floorChecks')).filter(({ 照抄 }) => 照抄 === '是')).toHaveLength(3);
  });

  it('a drawn room without its photo is named, opened, and holds the sheet back', async () => {
    await openFloor();
    const drawn = page.locator('.line.drawn').first();
    await drawn.locator('.line-head button').tap();
    await submit().tap();
    const summary = page.locator('[data-summary]');
    await summary.getByText('这一行被抽中，必须填').first().waitFor();
    await summary.getByRole('link').first().click();
    const focused = await drawn
      .getByRole('button', { name: '拍照' })
      .evaluate((element) => element === document.activeElement);
    expect(focused).toBe(true);
    expect(await rowsOf('floorChecks')).toHaveLength(0);
  });
});

describe('the dishes of a meal', () => {
  it('are weighed one after the other; Enter leads down, untouched ones are left out', async () => {
    await openLunch();
    await line('红烧鸡腿').getByLabel('克数').fill('130');
    await page.keyboard.press('Enter');
    await page.keyboard.type('150');
    await submit().click();
    await received();
    expect((await rowsOf('mealSamples')).map(({ 菜名, 克数 }) => [菜名, 克数])).toEqual([
      ['红烧鸡腿', '130'],
      ['番茄炒蛋', '150'],
    ]);
  });

  it('others are added', async () => {
    await openLunch();
    await page.getByRole('button', { name: '再加 5 行' }).click();
    await page.keyboard.type('绿豆汤');
    await page.locator('[name="r8.grams"]').fill('140');
    await submit().click();
    await received();
    expect((await rowsOf('mealSamples')).map(({ 菜名 }) => 菜名)).toEqual(['绿豆汤']);
  });

  it('for another meal the list is another one, and what was weighed stays', async () => {
    await openLunch();
    await line('米饭').getByLabel('克数').fill('150');
    await page.getByText('修改').click();
    await page.getByText('早餐', { exact: true }).click();
    await page.getByRole('button', { name: '下一步' }).click();
    await line('花卷').waitFor();
    expect(await page.locator('.line').count()).toBe(3);
    expect(await page.getByText('餐次 早餐').isVisible()).toBe(true);
    await submit().click();
    await received();
    expect(await rowsOf('mealSamples')).toMatchObject([{ 餐次: '早餐', 菜名: '米饭' }]);
  });

  it('what the server refuses is marked in its cell', async () => {
    await openLunch();
    await line('米饭').getByLabel('克数').fill('20');
    await submit().click();
    await page.locator('[data-summary]').getByText('第 7 行 · 克数：不能小于 125').waitFor();
    const grams = line('米饭').getByLabel('克数');
    expect(await grams.getAttribute('aria-invalid')).toBe('true');
    await grams.fill('130');
    expect(await grams.getAttribute('aria-invalid')).toBeNull();
    await submit().click();
    await received();
  });
});

describe('nothing that was typed is lost', () => {
  it('a sheet comes back after the page was closed, without the network, rows and marks and all', async () => {
    await openFloor();
    const address = page.url();
    const bad = page.locator('.line:not(.drawn)').first();
    await bad.locator('.line-head button').tap();
    await bad.getByText('不合格').tap();
    await page.waitForFunction(() => JSON.stringify({ ...localStorage }).includes('bad'));
    await page.waitForFunction(async () => {
      const shelf = await caches.open('houqin-forms-1');
      return (await shelf.keys()).length >= 4;
    });
    await page.reload();
    await page.context().setOffline(true);
    await page.goto(address);
    await page.getByText('已恢复您上次没有送出的内容').waitFor();
    expect(await page.locator('.line').count()).toBe(6);
    expect(await page.locator('.line.drawn').count()).toBe(2);
    expect(await page.locator('.line.touched').count()).toBe(1);
    await photograph();
    await submit().tap();
    await page.getByText('网络不通，还没有送到').waitFor();
    await page.context().setOffline(false);
    await received();
    expect(await rowsOf('floorChecks')).toHaveLength(6);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  it('when only the answer was lost, the same is sent again and counts once', async () => {
    await openLunch();
    await line('米饭').getByLabel('克数').fill('150');
    await intake.loseNextAnswer(page);
    await submit().click();
    await page.getByRole('button', { name: '现在重试' }).click();
    await received();
    expect(await rowsOf('mealSamples')).toHaveLength(1);
  });

  it('when more was filled in meanwhile, that is written too', async () => {
    await openLunch();
    await line('米饭').getByLabel('克数').fill('150');
    await intake.loseNextAnswer(page);
    await submit().click();
    const again = page.getByRole('button', { name: '现在重试' });
    await again.waitFor();
    await line('红烧鸡腿').getByLabel('克数').fill('130');
    await again.click();
    await received();
    expect((await rowsOf('mealSamples')).map(({ 菜名 }) => 菜名)).toEqual(['米饭', '红烧鸡腿']);
  });
});

describe('copying in from paper, at a desk', () => {
  const paste = (text: string) =>
    page.locator('[name="r0.reported"]').evaluate((field, block) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', block);
      field.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }, text);

  beforeEach(async () => {
    page = await intake.openPage({ viewport: { width: 1280, height: 900 }, hasTouch: false });
    await page.goto(addressOf('copy-in/repairs'));
  });

  it('takes a block from a spreadsheet, from the cell into which it is pasted', async () => {
    const block = Array.from(
      { length: 12 },
      (_, row) => `2026-11-${row + 10} 8:00\t食堂\t第 ${row} 件`,
    ).join('\n');
    await paste(block);
    expect(await page.locator('.line').count()).toBe(12);
    await submit().click();
    await received();
    const rows = await rowsOf('repairs');
    expect(rows).toHaveLength(12);
    expect(rows[11]).toMatchObject({
      报修时间: '2026-11-21 08:00',
      故障情况: '第 11 件',
      填报方式: '补录',
    });
    expect(intake.complaints).toEqual([]);
  });

  it('goes by the titles when the block has them, and keeps line breaks in quotes', async () => {
    await paste(
      '故障情况\t地点\t报修时间\t紧急程度\n"灯不亮\n门也坏"\t食堂\t2026/11/20 8:05\t紧急\n',
    );
    await submit().click();
    await received();
    expect(await rowsOf('repairs')).toMatchObject([
      { 故障情况: '灯不亮\n门也坏', 地点: '食堂', 紧急程度: '紧急' },
    ]);
  });

  it('shows all rows as a table', async () => {
    const heads = page.locator('.lines-head');
    expect(await heads.isVisible()).toBe(true);
    expect(await page.locator('[name="r9.place"]').isVisible()).toBe(true);
  });
});
