import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { systemRandom, uuidFrom } from '#platform/random.ts';
import { rowId } from '#schema/values.ts';
import { demoInBrowser } from './demo-in-browser.ts';

// Just after lunch on the demo school's day.
const demo = demoInBrowser(
  [
    'settings',
    'people',
    'teams',
    'places',
    'calendar',
    'hosts',
    'regulars',
    'classes',
    'beds',
    'menu',
    'items',
    'distributions',
    'vehicles',
    'drivers',
    'vehicleRequests',
  ],
  '2026-11-24T04:30:00Z',
);

/** A finger that counts. */
function finger() {
  let touches = 0;
  return {
    tap: async (target: Locator): Promise<void> => {
      touches += 1;
      await target.tap();
    },
    get touches() {
      return touches;
    },
  };
}

const rows = async (register: string) => (await demo.school.staff.see(register)).rows;
const submit = (page: Page) => page.getByRole('button', { name: '提交' });
const next = (page: Page) => page.getByRole('button', { name: '下一步' });
const received = (page: Page) => page.waitForURL(/\/intake\/receipt\//);
const picture = 'https://drive.example.edu.cn/x.jpg';

describe('the guard with a queue', () => {
  it('lets a regular in with two touches', async () => {
    const page = await demo.open('batch/visitors/regulars');
    const line = page.getByRole('group', { name: '8812 送菜老周' });
    const hand = finger();
    await hand.tap(line.getByText('已核对'));
    await demo.picture(page, 'guard-regular');
    await hand.tap(submit(page));
    await received(page);
    expect(hand.touches).toBeLessThanOrEqual(3);
    expect((await rows('visitors')).map(({ 常客, 类别 }) => [常客, 类别])).toEqual([
      ['8812 送菜老周', '常客'],
    ]);
  });

  it('lets a stranger in with three touches and a name', async () => {
    const page = await demo.open('form/visitors');
    const hand = finger();
    await page.getByLabel('来访人').fill('林先生');
    await hand.tap(page.getByText('家长办事'));
    await hand.tap(page.getByRole('button', { name: '八年级组' }));
    await demo.picture(page, 'guard-stranger');
    await hand.tap(submit(page));
    await received(page);
    expect(hand.touches).toBeLessThanOrEqual(3);
    expect((await rows('visitors')).at(-1)).toMatchObject({
      来访人: '林先生',
      事由: '家长办事',
      找谁: '八年级组',
    });
  });

  it('enters a parents’ evening of hundreds class by class', async () => {
    const before = (await rows('visitors')).length;
    const page = await demo.open('batch/visitors/evening');
    await page.getByText('活动会议').tap();
    await next(page).tap();
    await page.locator('.line').first().waitFor();
    const lines = await page.locator('.line.prefilled').count();
    for (const mark of await page.locator('.line.prefilled').getByText('已核对').all())
      await mark.tap();
    await submit(page).tap();
    await received(page);
    const came = (await rows('visitors')).slice(before);
    expect(came).toHaveLength(lines);
    const people = came.reduce((sum, { 人数 }) => sum + Number(人数), 0);
    expect(people).toBeGreaterThan(200);
  });
});

describe('the canteen leader at the end of lunch', () => {
  it('enters the samples of all dishes on one form, each weighed, signed once', async () => {
    // The menu of a full lunch has eight dishes.
    for (const dish of ['蒜蓉生菜', '紫菜蛋汤', '红烧豆腐'])
      await demo.school.workbooks().submit({
        register: 'menu',
        id: rowId.parse(uuidFrom(systemRandom)),
        values: { day: '2026-11-24', meal: 'lunch', dish },
      });
    const page = await demo.open('batch/foodSamples/meal');
    const hand = finger();
    await hand.tap(page.getByText('午餐', { exact: true }));
    await page.getByLabel('留样人').fill('林小梅');
    await hand.tap(next(page));
    await page.locator('.line.prefilled').first().waitFor();
    const dishes = page.locator('.line.prefilled');
    const count = await dishes.count();
    expect(count).toBe(8);
    for (const dish of await dishes.all()) await dish.getByLabel(/留样量/).fill('130');
    await demo.picture(page, 'canteen-lunch');
    await hand.tap(submit(page));
    await received(page);
    // A number typed for each dish and a handful of touches: about a minute.
    expect(hand.touches).toBeLessThanOrEqual(4);
    const kept = (await rows('foodSamples')).filter(({ 餐次 }) => 餐次 === '午餐');
    expect(kept).toHaveLength(count);
    expect(new Set(kept.map(({ 留样人 }) => 留样人))).toEqual(new Set(['林小梅']));
  });
});

describe('the head of a dorm', () => {
  it('touches only the two bad rooms and the two that were drawn', async () => {
    const page = await demo.open('batch/dormChecks/floor');
    await page.getByLabel('宿舍楼').fill('宿舍2号楼');
    await page.getByLabel('检查人').fill('沈月娥');
    await next(page).tap();
    await page.locator('.line.prefilled').first().waitFor();
    const hand = finger();
    const all = await page.locator('.line.prefilled').count();
    for (const drawn of await page.locator('.line.drawn').all())
      await drawn.getByLabel('照片').fill(picture);
    const bad = await page.locator('.line.prefilled:not(.drawn)').all();
    for (const room of bad.slice(0, 2)) {
      await hand.tap(room.locator('.line-head button'));
      await hand.tap(room.getByText('不合格', { exact: true }));
      await room.getByLabel('发现的问题').fill('地面未扫');
    }
    await demo.picture(page, 'dorm-floor');
    await hand.tap(submit(page));
    await received(page);
    expect(hand.touches).toBe(5);
    const checks = await rows('dormChecks');
    expect(checks).toHaveLength(all);
    expect(checks.filter(({ 结果 }) => 结果 === '不合格')).toHaveLength(2);
    // What nobody touched is not the same as looked at.
    expect(checks.filter(({ 未逐间点 }) => 未逐间点 === '是')).toHaveLength(all - 4);
  });

  it('has no button for “all passed”, and the rooms that were drawn need their photo', async () => {
    const page = await demo.open('batch/dormChecks/floor');
    await page.getByLabel('宿舍楼').fill('宿舍3号楼');
    await page.getByLabel('检查人').fill('魏长青');
    await next(page).tap();
    await page.locator('.line.drawn').first().waitFor();
    expect(await page.getByRole('button', { name: /全部|一键/ }).count()).toBe(0);
    await submit(page).tap();
    await page.getByText('这一行被抽中，必须填').first().waitFor();
    expect((await rows('dormChecks')).some(({ 宿舍楼 }) => 宿舍楼 === '宿舍3号楼')).toBe(false);
  });
});

describe('the storekeeper handing out linen to a class', () => {
  it('enters it with one signature', async () => {
    const page = await demo.open('batch/handouts/oneClass');
    await page.getByLabel('班级').fill('2026级1班');
    await page.getByLabel('发放人').fill('叶红梅');
    await page.getByLabel('签收人').fill('方老师');
    await next(page).tap();
    const first = page.locator('.line').first();
    await first.waitFor();
    await first.getByLabel('发放批次').fill('冬季备用被套');
    await first.getByLabel('物品').fill('纯棉被套 1.5×2.1m');
    await first.getByLabel('数量').fill('41');
    await demo.picture(page, 'store-handout');
    await submit(page).tap();
    await received(page);
    const [handed] = await rows('handouts');
    expect(handed).toMatchObject({ 班级: '2026级1班', 数量: '41', 签收人: '方老师' });
  });
});

describe('the driver coming back', () => {
  it('enters the trip once, the times and the odometer as they are', async () => {
    const page = await demo.open('form/trips');
    await page.getByLabel('用车事项').fill('食堂采购 本学期');
    await page.getByLabel('车牌号').fill('浙AQ1021');
    await page.getByLabel('驾驶员').fill('任永强');
    await page.getByLabel('去向事由').fill('城北批发市场 买菜');
    await page.getByLabel('出车时间').fill('2026-11-24T06:10');
    await page.getByLabel('出车里程').fill('４２６００');
    await page.getByLabel('回车时间').fill('2026-11-24T07:25');
    await page.getByLabel('回车里程').fill('42618');
    await demo.picture(page, 'driver-trip');
    await submit(page).tap();
    await received(page);
    expect((await rows('trips')).at(-1)).toMatchObject({ 车牌号: '浙AQ1021', 回车里程: '42618' });
  });
});

describe('the cleaner’s page of paper', () => {
  it('is copied in with its own days, marked, with the picture of the page', async () => {
    const page = await demo.open('copy-in/cleaning');
    await page.getByLabel('纸页照片的链接').fill(picture);
    const lines = await page.locator('.line').all();
    for (const [index, line] of lines.slice(0, 2).entries()) {
      const head = line.locator('.line-head button');
      if ((await head.count()) > 0 && (await line.getAttribute('class'))?.includes('folded'))
        await head.tap();
      await line.getByLabel('日期', { exact: true }).fill(`2026-11-${17 + index}`);
      await line.getByLabel('类别').fill('每周检查');
      await line.getByLabel('区域').fill('教学楼');
      await line.getByLabel('检查人').fill('杨玉珍');
      await line.getByLabel('结果').fill('合格');
    }
    await demo.picture(page, 'cleaner-paper');
    await submit(page).tap();
    await received(page);
    const copied = await rows('cleaning');
    expect(copied.map(({ 日期 }) => 日期)).toEqual(['2026-11-17', '2026-11-18']);
    expect(copied.every(({ 填报方式 }) => 填报方式 === `补录 ${picture}`)).toBe(true);
  });
});

describe('in English too', () => {
  it('a stranger comes in by the same three touches', async () => {
    const page = await demo.open('form/visitors', 'en');
    await page.getByLabel('Visitor').fill('Mr Lin');
    await page.getByText('Official', { exact: true }).tap();
    await page.getByRole('button', { name: '教务处' }).tap();
    await page.getByRole('button', { name: 'Submit' }).tap();
    await received(page);
    expect((await rows('visitors')).at(-1)).toMatchObject({ 来访人: 'Mr Lin', 事由: '公务' });
  });
});
