import { beforeAll, describe, expect, it } from 'vitest';
import { loadAssets } from '#functions/intake/assets.ts';
import { createIntake } from '#functions/intake/create-intake.ts';
import { createLinks } from '#platform/links/index.ts';
import { createLog } from '#platform/log/index.ts';
import { systemRandom, uuidFrom } from '#platform/random.ts';
import { sheetIdOf } from '#platform/workbook/tabs.ts';
import { registers } from '#schema/registers/index.ts';
import { settingRows } from '#schema/registers/school/settings.ts';
import { declaredSettings } from '#schema/settings.ts';
import { startingSwitches, startsOff } from '#schema/switches.ts';
import { rowId } from '#schema/values.ts';
import type { WorkbookKey } from '#schema/workbooks.ts';
import { seedSettings } from '#scripts/seed-settings.ts';
import { createFakeClock } from '../../school/fake-clock.ts';
import { openSchool, type School } from '../../school/open-school.ts';

const assets = await loadAssets();
const newId = () => rowId.parse(uuidFrom(systemRandom));

/** A school in use, with what its staff open from links. */
async function opened(own: Readonly<Record<string, string>> = {}) {
  const clock = createFakeClock();
  const school = await openSchool({ clock, seed: 'switches' });
  await seedSettings(school.workbooks(), settingRows(declaredSettings(registers), own));
  const links = createLinks({ keys: [{ id: 'k1', secret: new Uint8Array(32).fill(7) }], clock });
  const intake = createIntake({
    workbooks: school.workbooks(),
    links,
    clock,
    random: systemRandom,
    log: createLog({ write: () => undefined }),
    baseUrl: 'https://forms.school.example',
    drawSecret: 'a secret of this test',
    assets,
  });
  const token = encodeURIComponent(links.sign({ kind: 'post' }));
  const check = school.check();
  return {
    school,
    clock,
    look: async () => (await check.request('/check/poll', { method: 'POST' })).json(),
    ask: (path: string, init?: RequestInit) =>
      Promise.resolve(intake.request(`${path}?t=${token}`, init)),
    setting: async (name: string) => {
      const { rows } = await school.staff.see('settings');
      const index = rows.findIndex((row) => row.设置 === name);
      return { index: index + 1, row: rows[index] };
    },
  };
}

async function hiddenTabs(school: School, workbook: WorkbookKey): Promise<number[]> {
  const { sheets = [] } = await school.google('owner').sheets.get(school.spreadsheetId(workbook), {
    fields: 'sheets(properties(sheetId,hidden))',
  });
  return sheets.flatMap(({ properties }) =>
    properties?.hidden === true ? [properties.sheetId ?? 0] : [],
  );
}

const sent = (values: object) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ id: newId(), values }),
});

describe('a register that 设置 switches off', () => {
  let shop: Awaited<ReturnType<typeof opened>>;
  beforeAll(async () => {
    shop = await opened();
    const { school } = shop;
    const value = { found: '2026-11-24T08:00:00', kind: 'card', what: '校园卡', state: 'claimed' };
    await school
      .workbooks()
      .submit({ register: 'lostAndFound', id: newId(), values: { ...value, keeper: '无此人' } });
    await shop.look();
  });

  it('loses its tab, form, sheets, prints and findings; its rows stay', async () => {
    const { school, look, ask, setting } = shop;
    const before = await school.staff.see('lostAndFound');
    expect(before.rows[0]?.检查结果).not.toBe('');
    const { index } = await setting('失物招领：启用或停用');
    await school.staff.edit('settings', index, '值', '停用');
    await look();
    expect(await hiddenTabs(school, 'service')).toContain(sheetIdOf('lostAndFound'));
    const after = await school.staff.see('lostAndFound');
    expect(after.rows).toHaveLength(1);
    expect(after.rows[0]?.检查结果).toBe('');
    shop.clock.advance(120_000);

    const refused = await ask('/intake/api/lostAndFound', sent({ kind: 'card', what: '校园卡' }));
    expect(refused.status).toBe(404);
    expect(JSON.stringify(await refused.json())).toContain('停用');
    expect((await ask('/intake/form/lostAndFound')).status).toBe(404);
    expect((await ask('/intake/print/lostAndFound')).status).toBe(404);
    expect((await ask('/intake/copy-in/lostAndFound')).status).toBe(404);
    expect(await (await ask('/intake/')).text()).not.toContain('失物招领');
    expect((await school.staff.see('lostAndFound')).rows).toHaveLength(1);
  });

  it('has all of it again when it is switched on', async () => {
    const { school, look, ask, setting } = shop;
    const { index } = await setting('失物招领：启用或停用');
    await school.staff.edit('settings', index, '值', '启用');
    await look();
    expect(await hiddenTabs(school, 'service')).not.toContain(sheetIdOf('lostAndFound'));
    expect((await school.staff.see('lostAndFound')).rows[0]?.检查结果).not.toBe('');
    shop.clock.advance(120_000);
    await ask('/intake/api/lostAndFound', sent({}));
    expect((await ask('/intake/form/lostAndFound')).status).toBe(200);
  });

  it('says beside the setting what it was before and since when it is so', async () => {
    const { row } = await shop.setting('失物招领：启用或停用');
    expect(row?.上次的值).toBe('停用');
    expect(row?.改动时间).toMatch(/^2026-11-24/);
    const { row: other } = await shop.setting('报修：启用或停用');
    expect(other?.上次的值).toBe('');
  });

  it('keeps that with its own setting when staff sort while it is written', async () => {
    const { school, look, setting } = shop;
    const { index } = await setting('学生人数');
    await school.staff.edit('settings', index, '值', '640');
    school.beforeNext('batchUpdate', () => school.staff.sort('settings', '设置', 'DESCENDING'));
    await look();
    expect((await setting('学生人数')).row).toMatchObject({ 值: '640', 上次的值: '（默认）' });
    const { rows } = await school.staff.see('settings');
    expect(
      rows
        .filter((row) => row.改动时间 !== '')
        .map((row) => row.设置)
        .toSorted(),
    ).toEqual(['失物招领：启用或停用', '学生人数'].toSorted());
    expect(await look()).toMatchObject({ writes: 0 });
  });
});

describe('a new school', () => {
  it('begins with six systems and the lists that they stand on', () => {
    const off = startsOff(registers);
    expect(registers.filter(({ key }) => !off.has(key)).map(({ title }) => title.zh)).toEqual([
      '设置',
      '人员',
      '班组',
      '岗位',
      '场所',
      '校历',
      '值班表',
      '交班签到',
      '请假换班',
      '月计划',
      '运行记录',
      '报修',
      '检查项目',
      '检查记录',
      '隐患整改',
      '物品目录',
      '出入库流水',
      '菜谱',
      '食品留样',
      '被访人名单',
      '来访登记',
      '离校登记',
    ]);
  });

  it('shows no tab, form or finding of the others', async () => {
    const { school, look, ask } = await opened(startingSwitches(registers));
    await look();
    const hidden = await hiddenTabs(school, 'service');
    expect(hidden).not.toContain(sheetIdOf('repairs'));
    expect(hidden).toContain(sheetIdOf('lostAndFound'));
    await ask('/intake/api/repairs', sent({}));
    const page = await (await ask('/intake/')).text();
    expect(page).toContain('报修');
    expect(page).not.toContain('失物招领');
  });
});
