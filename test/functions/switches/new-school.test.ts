import { describe, expect, it } from 'vitest';
import { registers } from '#schema/registers/index.ts';
import { startingSwitches, startsOff } from '#schema/switches.ts';
import { openSchoolInUse } from './school-in-use.ts';

describe('a new school', () => {
  it('begins with six systems and the lists that they stand on', () => {
    const off = startsOff(registers);
    const on = registers.filter(({ key, alwaysOn }) => !off.has(key) && alwaysOn !== true);
    expect(on.map(({ title }) => title.zh)).toEqual([
      '岗位',
      '值班表',
      '交班签到',
      '请假换班',
      '月计划',
      '报修',
      '检查项目',
      '检查记录',
      '隐患整改',
      '物品目录',
      '出入库流水',
      '菜谱',
      '菜谱变更',
      '食品留样',
      '被访人名单',
      '来访登记',
      '离校登记',
    ]);
  });

  it('shows no tab, line or form of the others', async () => {
    const school = await openSchoolInUse(startingSwitches(registers));
    await school.look();
    const shown = ['报修', '检查项目', '检查记录', '隐患整改'];
    expect(await school.tabsOf('service')).toEqual(['首页', '待办', ...shown]);
    expect(await school.linesOf('service')).toEqual(shown);
    const page = await (await school.ask('/intake/')).text();
    expect(page).toContain('报修');
    expect(page).not.toContain('失物招领');
    await school.look();
    expect(await school.look()).toMatchObject({ findings: 0, writes: 0 });
  });

  it('gets a system with its tab, line and form when it switches it on', async () => {
    const school = await openSchoolInUse(startingSwitches(registers));
    await school.look();
    await school.set('失物招领：启用或停用', '启用');
    await school.look();
    expect(await school.tabsOf('service')).toContain('失物招领');
    expect(await school.linesOf('service')).toContain('失物招领');
    expect(await (await school.ask('/intake/')).text()).toContain('失物招领');
    expect((await school.ask('/intake/form/lostAndFound')).status).toBe(200);
  });
});
