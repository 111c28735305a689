import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type IntakeInBrowser, intakeInBrowser } from './intake-in-browser.ts';

let intake: IntakeInBrowser;
let page: Page;
intakeInBrowser(async (opened) => {
  intake = opened;
  page = await opened.openPage();
});

const addressOf = (register: string, prefill: Readonly<Record<string, string>> = {}) =>
  `${intake.base}/intake/form/${register}?t=${intake.school.link({ prefill })}`;

const submit = () => page.getByRole('button', { name: '提交' });
const drafts = () =>
  page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('houqin-draft')));
const rows = async () => (await intake.school.staff.see('repairs')).rows;

async function fillIn(): Promise<void> {
  await page.getByLabel('地点').fill('食堂');
  await page.getByLabel('故障情况').fill('水龙头漏水');
  await page.getByText('紧急', { exact: true }).click();
  await page.getByLabel('联系电话').fill('13800001234');
}

describe('the form at 360 pixels', () => {
  it.each(['repairs', 'everyKind'])(
    '%s: nothing is cut off, and a thumb hits everything',
    async (register) => {
      await page.goto(addressOf(register));
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBe(360);
      const targets = page.locator(
        'a:visible, button:visible, select:visible, textarea:visible, .option:visible, input:visible:not([type=radio])',
      );
      for (const target of await targets.all()) {
        const box = await target.boundingBox();
        expect(
          box?.height,
          await target.evaluate((element) => element.outerHTML),
        ).toBeGreaterThanOrEqual(44);
      }
      expect(intake.complaints).toEqual([]);
    },
  );

  it('every field has a label that assistive technology reads', async () => {
    await page.goto(addressOf('everyKind'));
    const fields = page.locator('form :is(input, select, textarea):not([type=hidden])');
    for (const field of await fields.all()) {
      const labels = await field.evaluate((element) =>
        'labels' in element && element.labels instanceof NodeList ? element.labels.length : 0,
      );
      expect(labels, await field.evaluate((element) => element.outerHTML)).toBeGreaterThan(0);
    }
    await expect(page.getByRole('group', { name: '到场' }).count()).resolves.toBe(1);
  });

  it('is sent without leaving the page, says so meanwhile, and shows the receipt', async () => {
    await page.goto(addressOf('repairs'));
    await fillIn();
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    await page.route('**/intake/api/**', async (route) => {
      await held;
      await route.continue();
    });
    await submit().click();
    await page.getByRole('button', { name: '正在提交…' }).waitFor();
    release();
    await page.waitForURL(/\/intake\/receipt\//);
    await page.getByRole('heading', { name: '已收到' }).waitFor();
    expect(await page.content()).toContain('138****1234');
    expect(await rows()).toMatchObject([
      { 地点: '食堂', 故障情况: '水龙头漏水', 紧急程度: '紧急' },
    ]);
    await page.getByRole('link', { name: '查看办理进度' }).click();
    await page.getByText('已受理').waitFor();
  });

  it('a second press while it is being sent changes nothing', async () => {
    await page.goto(addressOf('repairs'));
    await fillIn();
    await submit().dblclick();
    await page.waitForURL(/\/intake\/receipt\//);
    expect(await rows()).toHaveLength(1);
  });

  it('leads from the receipt to another empty form with an id of its own', async () => {
    await page.goto(addressOf('repairs'));
    await fillIn();
    await submit().click();
    await page.getByRole('link', { name: '再填一份' }).click();
    await page.waitForURL(/\/intake\/form\//);
    expect(await page.getByLabel('故障情况').inputValue()).toBe('');
    await fillIn();
    await submit().click();
    await page.waitForURL(/\/intake\/receipt\//);
    expect(await rows()).toHaveLength(2);
  });
});

describe('errors', () => {
  it('that nothing was found may lie over a button, and touches reach the button', async () => {
    await page.goto(addressOf('repairs'));
    await page.getByLabel('地点').fill('月球');
    const none = await page.locator('.found .none').boundingBox();
    if (!none) throw new Error('nothing says that no place was found');
    const isTouched = await page.evaluate(
      ({ x, y }) => document.elementFromPoint(x, y)?.closest('.found') !== null,
      { x: none.x + none.width / 2, y: none.y + none.height / 2 },
    );
    expect(isTouched).toBe(false);
  });

  it('stand at their fields and in a summary that takes the focus and leads there', async () => {
    await page.goto(addressOf('repairs'));
    await page.getByLabel('地点').fill('月球');
    await page.getByLabel('故障情况').fill('漏水');
    await submit().click();
    const summary = page.locator('[data-summary]');
    await summary.getByText('名单里没有“月球”').waitFor();
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
    const place = page.getByLabel('地点');
    expect(await place.getAttribute('aria-invalid')).toBe('true');
    const problem = `#${(await place.getAttribute('aria-describedby'))?.split(' ').at(-1)}`;
    expect(await page.locator(problem).textContent()).toContain('名单里没有“月球”');
    await summary.getByRole('link').click();
    expect(await place.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.getByLabel('故障情况').inputValue()).toBe('漏水');
    await place.fill('食堂');
    expect(await place.getAttribute('aria-invalid')).toBeNull();
    await submit().click();
    await page.waitForURL(/\/intake\/receipt\//);
  });

  it('a required field left blank is told at once, without the network', async () => {
    await page.goto(addressOf('repairs', { place: '食堂' }));
    await page.context().setOffline(true);
    await submit().click();
    await page.locator('[data-summary]').getByText('故障情况：请填写').waitFor();
  });
});

describe('finding a name', () => {
  it('narrows down as one types and is chosen with the keyboard or a tap', async () => {
    await page.goto(addressOf('repairs'));
    const place = page.getByRole('combobox', { name: '地点' });
    await place.click();
    await page.getByRole('option').nth(1).waitFor();
    await place.pressSequentially('a201');
    await page.getByRole('option', { name: '食堂' }).waitFor({ state: 'detached' });
    await place.press('ArrowDown');
    await place.press('Enter');
    expect(await place.inputValue()).toBe('教学楼 A201');
    expect(await place.getAttribute('aria-expanded')).toBe('false');
    await place.fill('食');
    await page.getByRole('option', { name: '食堂' }).tap();
    expect(await place.inputValue()).toBe('食堂');
  });
});

describe('nothing that was typed is lost', () => {
  it('a draft comes back after the page was closed, and goes once it is sent', async () => {
    await page.goto(addressOf('repairs'));
    const address = page.url();
    await fillIn();
    await page.waitForFunction(() => localStorage.length > 0);
    await page.goto(address);
    await page.getByText('已恢复您上次没有送出的内容').waitFor();
    expect(await page.getByLabel('故障情况').inputValue()).toBe('水龙头漏水');
    expect(await page.getByLabel('紧急', { exact: true }).isChecked()).toBe(true);
    await submit().click();
    await page.waitForURL(/\/intake\/receipt\//);
    expect(await drafts()).toEqual([]);
  });

  it('can be thrown away', async () => {
    await page.goto(addressOf('repairs'));
    await fillIn();
    await page.waitForFunction(() => localStorage.length > 0);
    await page.reload();
    await page.getByRole('button', { name: '清空重填' }).click();
    expect(await page.getByLabel('故障情况').inputValue()).toBe('');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  it('without a network it waits, and is sent once when the network is back', async () => {
    await page.goto(addressOf('repairs'));
    await fillIn();
    await page.context().setOffline(true);
    await submit().click();
    await page.getByText('网络不通，还没有送到').waitFor();
    expect(await rows()).toHaveLength(0);
    await page.context().setOffline(false);
    await page.waitForURL(/\/intake\/receipt\//);
    expect(await rows()).toHaveLength(1);
  });

  it('when only the answer was lost, the same is sent again and counts once', async () => {
    await page.goto(addressOf('repairs'));
    await fillIn();
    await intake.loseNextAnswer(page);
    await submit().click();
    await page.getByRole('button', { name: '现在重试' }).click();
    await page.waitForURL(/\/intake\/receipt\//);
    expect(await rows()).toHaveLength(1);
  });

  it('closed before it could be sent, it is sent when the form is opened again', async () => {
    await page.goto(addressOf('repairs'));
    const address = page.url();
    await fillIn();
    await page.route('**/intake/api/**', (route) => route.abort(), { times: 1 });
    await submit().click();
    await page.getByText('网络不通，还没有送到').waitFor();
    await page.goto('about:blank');
    await page.goto(address);
    await page.waitForURL(/\/intake\/receipt\//);
    expect(await rows()).toHaveLength(1);
  });

  it('the form opens without a network where the browser allows it', async () => {
    await page.goto(addressOf('repairs', { place: '食堂' }));
    const address = page.url();
    await page.waitForFunction(async () => (await caches.keys()).length > 0);
    await page.waitForFunction(async () => {
      const shelf = await caches.open('houqin-forms-1');
      return (await shelf.keys()).length >= 3;
    });
    // Kept once the worker has the page in hand, which a busy machine may put off.
    await expect
      .poll(async () => {
        await page.reload();
        return page.evaluate(async (form) => {
          const kept = await caches.match(form, { ignoreVary: true });
          return kept !== undefined;
        }, address);
      })
      .toBe(true);
    await page.context().setOffline(true);
    await page.goto(address);
    await page.getByLabel('故障情况').fill('灯不亮');
    await submit().click();
    await page.getByText('网络不通，还没有送到').waitFor();
    await page.context().setOffline(false);
    await page.waitForURL(/\/intake\/receipt\//);
    expect(await rows()).toMatchObject([{ 地点: '食堂', 故障情况: '灯不亮' }]);
  });
});

describe('without JavaScript', () => {
  it('the same form is filled in, mended and sent', async () => {
    page = await intake.openPage({ javaScriptEnabled: false });
    await page.goto(addressOf('repairs'));
    await fillIn();
    await page.getByLabel('地点').fill('月球');
    await submit().click();
    await page.getByRole('link', { name: '地点：名单里没有“月球”' }).click();
    expect(await page.getByLabel('故障情况').inputValue()).toBe('水龙头漏水');
    await page.getByLabel('地点').fill('食堂');
    await submit().click();
    await page.getByRole('heading', { name: '已收到' }).waitFor();
    await page.reload();
    expect(await rows()).toHaveLength(1);
  });
});

describe('how it looks', () => {
  it('dark where the telephone is dark', async () => {
    page = await intake.openPage({ colorScheme: 'dark' });
    await page.goto(addressOf('repairs'));
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(ground).toBe('rgb(18, 23, 21)');
  });

  it.each(['repairs', 'everyKind'])(
    '%s: with letters twice as large nothing is cut off',
    async (register) => {
      await page.goto(addressOf(register));
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    },
  );

  it('on paper without buttons', async () => {
    await page.goto(addressOf('repairs'));
    await page.emulateMedia({ media: 'print' });
    expect(await submit().isVisible()).toBe(false);
    expect(await page.getByText('故障情况').isVisible()).toBe(true);
  });
});
