import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sheetIdOf } from '#platform/workbook/tabs.ts';
import { openSchoolInUse, type SchoolInUse } from './school-in-use.ts';

/** 报修, from every side that people reach it. */
const places = [
  '/intake/form/repairs',
  '/intake/batch/repairs/rooms',
  '/intake/copy-in/repairs',
  '/intake/print/repairs',
  '/intake/lists/repairs',
];
const fault = { place: '教学楼 A201', fault: '灯不亮' };

describe('a register that 设置 switches off', () => {
  let school: SchoolInUse;
  let receipt = '';

  const setUse = (register: string, word: string) => school.set(`${register}：启用或停用`, word);
  const found = async (register: string) => (await school.staff.see(register)).rows[0]?.检查结果;
  const statuses = () => Promise.all(places.map(async (path) => (await school.ask(path)).status));

  beforeAll(async () => {
    school = await openSchoolInUse();
    const sent = await school.send('/intake/api/repairs', { values: fault });
    receipt = new URL(z.object({ receipt: z.url() }).parse(await sent.json()).receipt).pathname;
    await school.staff.edit('repairs', 1, '状态', '差不多了');
    await school.look();
    await school.clock.advance(61_000);
    await school.look();
  });

  it('is there while it is on', async () => {
    expect(await school.tabsOf('service')).toContain('报修');
    expect(await school.linesOf('service')).toContain('报修');
    expect(await found('repairs')).not.toBe('');
    expect(await statuses()).toEqual(places.map(() => 200));
    expect((await school.ask(receipt)).status).toBe(200);
    expect(await (await school.ask('/intake/')).text()).toContain('/form/repairs');
  });

  it('loses tab, line on 首页 and findings at the check’s next look; its rows stay', async () => {
    await setUse('报修', '停用');
    await school.look();
    expect(await school.tabsOf('service')).not.toContain('报修');
    expect(await school.linesOf('service')).not.toContain('报修');
    expect(await school.linesOf('service')).toContain('隐患整改');
    const { rows } = await school.staff.see('repairs');
    expect(rows).toMatchObject([{ 故障情况: '灯不亮', 检查结果: '' }]);
    const openMatters = await school.staff.seeTab('service', '待办');
    expect(openMatters.filter((line) => line.includes('报修'))).toEqual([]);
  });

  it('is looked at again without a write', async () => {
    await school.look();
    expect(await school.look()).toMatchObject({ writes: 0 });
  });

  it('says so within a minute wherever people reach it, and writes nothing', async () => {
    await school.clock.advance(61_000);
    const refused = await school.send('/intake/api/repairs', { values: fault });
    expect(refused.status).toBe(404);
    expect(await refused.json()).toMatchObject({
      error: {
        code: 'switchedOff',
        message: '学校已停用“报修”，这里登记不了；需要登记请找后勤处。',
      },
    });
    const batch = { shared: { fault: '灯不亮' }, rows: [{ place: '教学楼 A201' }] };
    for (const path of ['/intake/api/repairs/batch/rooms', '/intake/api/repairs/copy-in'])
      expect((await school.send(path, batch)).status, path).toBe(404);
    expect(await statuses()).toEqual(places.map(() => 404));
    for (const path of [...places.slice(0, 4), receipt])
      expect(await (await school.ask(path)).text(), path).toContain('学校已停用“报修”');
    expect(await (await school.ask('/intake/')).text()).not.toContain('/repairs');
    expect((await school.staff.see('repairs')).rows).toHaveLength(1);
  });

  it('keeps what a page without JavaScript sends out too', async () => {
    const form = new URLSearchParams({ id: school.newId(), place: '教学楼 A201', fault: '灯不亮' });
    const answer = await school.ask('/intake/form/repairs', { method: 'POST', body: form });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('需要登记请找后勤处');
    expect((await school.staff.see('repairs')).rows).toHaveLength(1);
  });

  it('has all of it again, with its rows, when it is switched on', async () => {
    await setUse('报修', '启用');
    await school.look();
    expect(await school.tabsOf('service')).toContain('报修');
    expect(await school.linesOf('service')).toContain('报修');
    expect(await found('repairs')).not.toBe('');
    await school.clock.advance(61_000);
    expect(await statuses()).toEqual(places.map(() => 200));
    expect((await school.ask(receipt)).status).toBe(200);
    const sent = await school.send('/intake/api/repairs', { values: fault });
    expect(sent.status).toBe(201);
    expect((await school.staff.see('repairs')).rows).toHaveLength(2);
  });

  it('may be away altogether: only a register that is on misses its tab', async () => {
    await setUse('失物招领', '停用');
    await school.look();
    await school.staff.does('repairs', [{ deleteSheet: { sheetId: sheetIdOf('lostAndFound') } }]);
    await school.look();
    const missed = async () =>
      (await school.staff.seeTab('service', '待办')).filter((line) =>
        line.join().includes('页不见了'),
      );
    expect(await missed()).toEqual([]);
    await setUse('失物招领', '启用');
    await school.look();
    expect(await missed()).toHaveLength(1);
  });

  it('no longer judges the names in other registers', async () => {
    await school.staff.type('items', { 物品编号: 'DQ-001', 物品名称: '灯管' });
    await school.staff.type('movements', { 物品: '没有这个物品', 数量: 3 });
    await school.look();
    await school.clock.advance(61_000);
    await school.look();
    expect(await found('movements')).toContain('名单里没有“没有这个物品”');
    await setUse('物品目录', '停用');
    await school.look();
    expect(await found('movements')).not.toContain('名单里没有');
  });
});

describe('a list that everything stands on', () => {
  it('has no switch, and a line that tries to switch it off is told of', async () => {
    const school = await openSchoolInUse();
    expect((await school.setting('人员：启用或停用')).row).toBeUndefined();
    await school.staff.type('settings', { 设置: '人员：启用或停用', 值: '停用' });
    await school.look();
    await school.clock.advance(61_000);
    await school.look();
    expect((await school.setting('人员：启用或停用')).row?.检查结果).toContain('没有这项设置');
    expect(await school.tabsOf('people')).toContain('人员');
  });
});

describe('registers that cannot be known to be off', () => {
  it('keep their tabs as they are while 设置 lacks a column', async () => {
    const school = await openSchoolInUse({ 'lostAndFound.use': '停用' });
    await school.look();
    expect(await school.tabsOf('service')).not.toContain('失物招领');
    const { headers } = await school.staff.see('settings');
    const startIndex = headers.indexOf('值');
    await school.staff.does('settings', [
      {
        deleteDimension: {
          range: {
            sheetId: sheetIdOf('settings'),
            dimension: 'COLUMNS',
            startIndex,
            endIndex: startIndex + 1,
          },
        },
      },
    ]);
    await school.look();
    expect(await school.tabsOf('service')).not.toContain('失物招领');
  });
});
