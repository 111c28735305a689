import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { demoInBrowser } from './demo-in-browser.ts';
import { createFinger } from './finger.ts';

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

const rows = async (register: string) => (await demo.school.staff.see(register)).rows;
const submit = (page: Page) => page.getByRole('button', { name: '提交' });
const next = (page: Page) => page.getByRole('button', { name: '下一步' });
const received = (page: Page) => page.waitForURL(/\/intake\/receipt\//);
const line = (page: Page, name: string) => page.getByRole('group', { name });
const prefilled = (page: Page) => page.locator('.line.prefilled');
const picture = 'https://drive.example.edu.cn/x.jpg';

describe('the guard with a queue', () => {
  it('lets a regular in with three touches from the form that stands open', async () => {
    const page = await demo.open('form/visitors');
    const hand = createFinger();
    await hand.tap(page.getByRole('link', { name: '常客进校' }));
    await hand.tap(line(page, '8812 送菜老周').getByText('已核对'));
    await demo.picture(page, 'guard-regular');
    await hand.tap(submit(page));
    await received(page);
    expect(hand.touches).toBe(3);
    expect((await rows('visitors')).map(({ 常客, 类别 }) => [常客, 类别])).toEqual([
      ['8812 送菜老周', '常客'],
    ]);
  });

  it('finds one among many by the tail of a number', async () => {
    const more = Array.from({ length: 30 }, (_, index) => ({
      tag: `${4100 + index} 施工 ${index + 1} 号`,
      name: `工人 ${index + 1}`,
      reason: 'repair',
      until: '2027-01-31',
    }));
    await demo.add('regulars', more);
    demo.later(120);
    const page = await demo.open('batch/visitors/regulars');
    await prefilled(page).nth(30).waitFor();
    const hand = createFinger();
    await hand.type(page.getByRole('searchbox'), '4117');
    expect(await page.locator('.line:visible').count()).toBe(1);
    await hand.tap(line(page, '4117').getByText('已核对'));
    await hand.tap(submit(page));
    await received(page);
    expect([hand.touches, hand.letters]).toEqual([3, 4]);
    expect((await rows('visitors')).map(({ 常客 }) => 常客)).toEqual([
      '8812 送菜老周',
      '4117 施工 18 号',
    ]);
  });

  it('lets strangers in, each with three touches and a name, on a page that stays open', async () => {
    const before = (await rows('visitors')).length;
    const page = await demo.open('form/visitors');
    for (const [name, host] of [
      ['林先生', '八年级组'],
      ['何女士', '教务处'],
    ] as const) {
      const hand = createFinger();
      await hand.type(page.getByLabel('来访人'), name);
      await hand.tap(page.getByText('家长办事', { exact: true }));
      await hand.tap(page.getByRole('button', { name: host }));
      if (name === '林先生') await demo.picture(page, 'guard-stranger');
      await hand.tap(submit(page));
      await page.getByText(`已登记：${name} · 家长办事 · ${host}`).waitFor();
      // One of them goes into the field of the name.
      expect(hand.touches).toBe(1 + 3);
      expect(await page.getByLabel('来访人').inputValue()).toBe('');
    }
    const came = (await rows('visitors')).slice(before);
    expect(came.map(({ 来访人, 事由, 找谁 }) => [来访人, 事由, 找谁])).toEqual([
      ['林先生', '家长办事', '八年级组'],
      ['何女士', '家长办事', '教务处'],
    ]);
  });

  it('what was received can be looked up from there', async () => {
    const page = await demo.open('form/departures');
    await page.getByLabel('胸牌号').fill('98');
    await submit(page).tap();
    await page.getByRole('link', { name: '看回执' }).tap();
    await received(page);
    await page.getByText('98', { exact: true }).waitFor();
  });

  it('enters a parents’ evening of hundreds class by class', async () => {
    const before = (await rows('visitors')).length;
    const page = await demo.open('batch/visitors/evening');
    const hand = createFinger();
    await hand.tap(page.getByText('活动会议'));
    await hand.tap(next(page));
    await prefilled(page).first().waitFor();
    const classes = await prefilled(page).count();
    for (const mark of await prefilled(page).getByText('已核对').all()) await hand.tap(mark);
    await hand.tap(submit(page));
    await received(page);
    expect(hand.touches).toBe(classes + 3);
    const came = (await rows('visitors')).slice(before);
    expect(came).toHaveLength(classes);
    const people = came.reduce((sum, { 人数 }) => sum + Number(人数), 0);
    expect(people).toBeGreaterThan(200);
  });

  it('closes the day with two touches: all have left', async () => {
    demo.later(120);
    const before = (await rows('departures')).length;
    const page = await demo.open('batch/departures/all');
    const hand = createFinger();
    await hand.tap(next(page));
    await prefilled(page).first().waitFor();
    await hand.tap(submit(page));
    await received(page);
    expect(hand.touches).toBe(2);
    const left = (await rows('departures')).slice(before);
    expect(left).toHaveLength((await rows('visitors')).length);
    // Nobody was given a badge, so none came back.
    expect(left.every(({ 胸牌收回 }) => 胸牌收回 === '')).toBe(true);
  });
});

describe('the canteen leader at the end of lunch', () => {
  it('enters the samples of eight dishes on one form within two minutes, signed once', async () => {
    const dishes = ['蒜蓉生菜', '紫菜蛋汤', '红烧豆腐'];
    await demo.add(
      'menu',
      dishes.map((dish) => ({ day: '2026-11-24', meal: 'lunch', dish })),
    );
    demo.later(120);
    const page = await demo.open('batch/foodSamples/meal');
    const hand = createFinger();
    await hand.tap(page.getByText('午餐', { exact: true }));
    await hand.find(page.getByLabel('留样人'), '林', '林小梅');
    await hand.tap(next(page));
    await prefilled(page).first().waitFor();
    expect(await prefilled(page).count()).toBe(8);
    await hand.type(
      prefilled(page)
        .first()
        .getByLabel(/留样量/),
      '130',
    );
    for (let dish = 1; dish < 8; dish += 1) await hand.goOn(page, `13${dish}`);
    await demo.picture(page, 'canteen-lunch');
    await hand.tap(submit(page));
    await received(page);
    expect(hand.touches).toBe(6);
    expect(hand.seconds).toBeLessThan(120);
    const kept = (await rows('foodSamples')).filter(({ 餐次 }) => 餐次 === '午餐');
    expect(kept.map(({ 留样量 }) => Number(留样量))).toEqual([
      130, 131, 132, 133, 134, 135, 136, 137,
    ]);
    expect(new Set(kept.map(({ 留样人 }) => 留样人))).toEqual(new Set(['林小梅']));
  });
});

describe('the head of a dorm', () => {
  const building = '宿舍9号楼';

  async function open(): Promise<Page> {
    const page = await demo.open('batch/dormChecks/floor');
    const hand = createFinger();
    await hand.find(page.getByLabel('宿舍楼'), '9号', building);
    await hand.find(page.getByLabel('检查人'), '沈', '沈月娥');
    await hand.tap(next(page));
    await prefilled(page).first().waitFor();
    return page;
  }

  it('touches of thirty rooms only the two bad ones and the two drawn, within three minutes', async () => {
    const rooms = [1, 2, 3].flatMap((floor) =>
      Array.from({ length: 10 }, (_, door) => `${building} ${floor * 100 + door + 1}`),
    );
    await demo.add('places', [
      { name: building, building, kind: 'building', custodian: '沈月娥' },
      ...rooms.map((name) => ({ name, building, kind: 'dormRoom', custodian: '沈月娥' })),
    ]);
    demo.later(120);
    const page = await open();
    const hand = createFinger();
    expect(await prefilled(page).count()).toBe(30);
    const drawn = await page.locator('.line.drawn').all();
    expect(drawn).toHaveLength(2);
    for (const room of drawn) await hand.photograph(room);
    const bad = await page.locator('.line.prefilled:not(.drawn)').all();
    for (const room of bad.slice(0, 2)) {
      await hand.tap(room.locator('.line-head button'));
      await hand.tap(room.getByText('不合格', { exact: true }));
      await hand.type(room.getByLabel('发现的问题'), '地面未扫');
    }
    await demo.picture(page, 'dorm-floor');
    await hand.tap(submit(page));
    await received(page);
    expect(hand.touches).toBe(13);
    expect(hand.seconds).toBeLessThan(180);
    const checks = (await rows('dormChecks')).filter(({ 宿舍楼 }) => 宿舍楼 === building);
    expect(checks).toHaveLength(30);
    expect(checks.filter(({ 结果 }) => 结果 === '不合格')).toHaveLength(2);
    // What nobody touched is not the same as looked at.
    expect(checks.filter(({ 未逐间点 }) => 未逐间点 === '是')).toHaveLength(26);
  });

  it('has no button for “all passed”; a drawn room without a photo says what to do', async () => {
    const before = (await rows('dormChecks')).length;
    const page = await open();
    expect(await page.getByRole('button', { name: /全部|一键/ }).count()).toBe(0);
    const drawn = page.locator('.line.drawn').first();
    expect(await drawn.getByRole('button', { name: '拍照' }).isVisible()).toBe(true);
    await submit(page).tap();
    await page.getByText('这一行被抽中，必须填').first().waitFor();
    expect(await rows('dormChecks')).toHaveLength(before);
  });
});

describe('the storekeeper handing out linen to a class', () => {
  it('finds what the class has not taken yet, enters how many, signed once', async () => {
    const page = await demo.open('batch/handouts/oneClass');
    const hand = createFinger();
    await hand.find(page.getByLabel('班级'), '2025级3', '2025级3班');
    await hand.find(page.getByLabel('发放人'), '叶', '叶红梅');
    await hand.type(page.getByLabel('签收人'), '范丽娟');
    await hand.tap(next(page));
    await hand.type(line(page, '冬季备用被套').getByLabel('数量'), '41');
    await demo.picture(page, 'store-handout');
    await hand.tap(submit(page));
    await received(page);
    expect(hand.touches).toBe(8);
    expect(await rows('handouts')).toMatchObject([
      {
        发放批次: '冬季备用被套',
        班级: '2025级3班',
        物品: '纯棉被套 1.5×2.1m',
        数量: '41',
        签收人: '范丽娟',
      },
    ]);
  });
});

describe('the driver coming back', () => {
  it('touches a name and gives the odometer; the rest comes from the request and the last trip', async () => {
    await demo.add('trips', [
      {
        request: '食堂采购 本学期',
        vehicle: '浙AQ1021',
        driver: '任永强',
        purpose: '城北批发市场 买菜',
        out: '2026-11-23T06:10:00',
        outKm: 42_582,
        back: '2026-11-23T07:20:00',
        backKm: 42_600,
      },
    ]);
    demo.later(120);
    const page = await demo.open('batch/trips/back');
    const hand = createFinger();
    await hand.tap(page.getByRole('button', { name: '任永强' }));
    await hand.tap(next(page));
    await hand.type(line(page, '食堂采购 本学期').getByLabel('回车里程'), '42618');
    await demo.picture(page, 'driver-back');
    await hand.tap(submit(page));
    await received(page);
    expect([hand.touches, hand.letters]).toEqual([4, 5]);
    expect((await rows('trips')).slice(1)).toMatchObject([
      {
        用车事项: '食堂采购 本学期',
        车牌号: '浙AQ1021',
        驾驶员: '任永强',
        出车里程: '42600',
        回车里程: '42618',
        回车时间: expect.stringMatching(/^2026-11-24/),
      },
    ]);
  });

  it('enters a trip that nobody asked for with all its figures, in any width', async () => {
    const page = await demo.open('form/trips');
    await page.getByLabel('车牌号').fill('浙AQ1022');
    await page.getByLabel('驾驶员').fill('姚建平');
    await page.getByLabel('去向事由').fill('建材市场');
    await page.getByLabel('出车时间').fill('2026-11-24T08:10');
    await page.getByLabel('出车里程').fill('６１２００');
    await page.getByLabel('回车时间').fill('2026-11-24T09:25');
    await page.getByLabel('回车里程').fill('61238');
    await submit(page).tap();
    await received(page);
    expect((await rows('trips')).at(-1)).toMatchObject({ 出车里程: '61200', 回车里程: '61238' });
  });
});

describe('the cleaner’s page of paper', () => {
  it('is copied in row by row with its own days, what repeats by one touch, marked, with the picture', async () => {
    const page = await demo.open('copy-in/cleaning');
    const hand = createFinger();
    await hand.type(page.getByLabel('纸页照片的链接'), picture);
    const lines = await page.locator('.line').all();
    for (const [index, row] of lines.slice(0, 8).entries()) {
      const day = row.getByLabel('日期', { exact: true });
      if (index === 0) {
        await hand.type(day, '2026-11-10');
        await hand.type(row.getByLabel('类别'), '每周检查');
        await hand.find(row.getByLabel('区域'), '教学', '教学楼');
        await hand.find(row.getByLabel('检查人'), '杨', '杨玉珍');
        await hand.type(row.getByLabel('结果'), '合格');
      } else {
        await hand.tap(row.getByRole('button', { name: '同上' }));
        await hand.type(day, `2026-11-${10 + index}`);
      }
      if (index === 1) await demo.picture(page, 'cleaner-paper');
    }
    await hand.tap(submit(page));
    await received(page);
    expect(hand.touches).toBe(23);
    const copied = await rows('cleaning');
    expect(copied.map(({ 日期 }) => 日期)).toEqual(
      Array.from({ length: 8 }, (_, index) => `2026-11-${10 + index}`),
    );
    expect(copied.at(-1)).toMatchObject({ 区域: '教学楼', 检查人: '杨玉珍', 结果: '合格' });
    expect(copied.every(({ 填报方式 }) => 填报方式 === `补录 ${picture}`)).toBe(true);
  });
});

describe('in English too', () => {
  it('a stranger comes in by the same three touches', async () => {
    const page = await demo.open('form/visitors', 'en');
    const hand = createFinger();
    await hand.type(page.getByLabel('Visitor'), 'Mr Lin');
    await hand.tap(page.getByText('Official', { exact: true }));
    await hand.tap(page.getByRole('button', { name: '教务处' }));
    await hand.tap(page.getByRole('button', { name: 'Submit' }));
    await page.getByText('Received：Mr Lin').waitFor();
    expect(hand.touches).toBe(1 + 3);
    expect((await rows('visitors')).at(-1)).toMatchObject({ 来访人: 'Mr Lin', 事由: '公务' });
  });

  it('a meal is weighed', async () => {
    const before = (await rows('foodSamples')).length;
    const page = await demo.open('batch/foodSamples/meal', 'en');
    const hand = createFinger();
    await hand.tap(page.getByText('Dinner'));
    await hand.find(page.getByLabel('Kept by'), '林', '林小梅');
    await hand.tap(page.getByRole('button', { name: 'Next' }));
    await hand.type(prefilled(page).first().getByLabel('Amount (g)'), '140');
    await hand.tap(page.getByRole('button', { name: 'Submit' }));
    await received(page);
    expect(hand.touches).toBe(6);
    expect((await rows('foodSamples')).slice(before)).toMatchObject([
      { 餐次: '晚餐', 留样量: '140', 留样人: '林小梅' },
    ]);
  });
});
