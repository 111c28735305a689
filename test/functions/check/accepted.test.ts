import { describe, expect, it } from 'vitest';
import { matterColumn } from '#platform/workbook/matter-lines.ts';
import { openMattersTab, sheetIdOf } from '#platform/workbook/tabs.ts';
import { schoolWithRepairs } from './school-with-repairs.ts';

const faults = ['灯不亮', '门锁坏', '水龙头漏水'];
const sheetId = sheetIdOf(openMattersTab.key);

describe('a finding that somebody accepts with a reason', () => {
  it('no longer stands beside its row, and goes to the end of 待办 with its reason', async () => {
    const { accept, beside, lines, look, matter } = await schoolWithRepairs(faults);
    await look();
    expect(await beside('灯不亮')).toContain('必须改');
    const found = (await matter('灯不亮'))?.发现时间;
    expect((await matter('灯不亮'))?.['In English']).toMatch(/^To be mended – Repairs, [^一-龥]+$/);
    await accept('灯不亮', '厂家停产，已报后勤处');
    await look();
    expect(await beside('灯不亮')).toBe('');
    expect(await beside('门锁坏')).toContain('必须改');
    expect(await matter('灯不亮')).toMatchObject({
      程度: '已接受',
      接受原因: '厂家停产，已报后勤处',
      发现时间: found,
      行: '第2行',
      'In English': expect.stringMatching(/^Accepted – Repairs, [^一-龥]+$/),
    });
    expect((await lines()).at(-1)?.接受原因).toBe('厂家停产，已报后勤处');
  });

  it('is written once: the next look writes nothing', async () => {
    const { accept, look } = await schoolWithRepairs(faults);
    await look();
    await accept('灯不亮', '厂家停产');
    await look();
    expect(await look()).toMatchObject({ writes: 0 });
  });

  it('stays accepted while others come, go and are sorted', async () => {
    const { accept, beside, edit, look, matter, report, school } = await schoolWithRepairs(faults);
    await look();
    await accept('门锁坏', '等招标');
    await look();
    await report('窗户破');
    await edit('灯不亮', '等待原因', '等配件');
    await school.staff.sort('repairs', '故障情况', 'DESCENDING');
    await look();
    expect(await matter('门锁坏')).toMatchObject({ 程度: '已接受', 接受原因: '等招标' });
    expect(await beside('门锁坏')).toBe('');
    expect(await beside('窗户破')).toContain('必须改');
    expect(await matter('窗户破')).toMatchObject({ 接受原因: '' });
  });

  it('is open again when its row changes; the reason is shown as the earlier one', async () => {
    const { accept, beside, edit, look, matter } = await schoolWithRepairs(faults);
    await look();
    await accept('灯不亮', '等招标');
    await look();
    await edit('灯不亮', '故障情况', '灯不亮，开关也坏');
    await look();
    expect(await beside('灯不亮，开关也坏')).toContain('必须改');
    expect(await matter('灯不亮，开关也坏')).toMatchObject({
      程度: '必须改',
      接受原因: '',
      改动前的原因: '等招标',
    });
    await look();
    await accept('灯不亮，开关也坏', '等招标');
    await look();
    expect(await matter('灯不亮，开关也坏')).toMatchObject({ 程度: '已接受', 接受原因: '等招标' });
    expect(await look()).toMatchObject({ writes: 0 });
  });

  it('is open again when its reason is taken away', async () => {
    const { accept, beside, look } = await schoolWithRepairs(faults);
    await look();
    await accept('灯不亮', '等招标');
    await look();
    await accept('灯不亮', '');
    await look();
    expect(await beside('灯不亮')).toContain('必须改');
  });

  it('goes like any other when it is mended', async () => {
    const { accept, edit, lines, look } = await schoolWithRepairs(faults);
    await look();
    await accept('灯不亮', '等招标');
    await look();
    await edit('灯不亮', '等待原因', '等配件');
    await look();
    expect(await lines()).toHaveLength(2);
  });

  it('many are accepted at once by filling one reason down', async () => {
    const { beside, lines, look, typeReasons } = await schoolWithRepairs(faults);
    await look();
    await typeReasons(1, ['等假期统一修', '等假期统一修', '等假期统一修', '等假期统一修']);
    await look();
    expect((await lines()).map(({ 程度 }) => 程度)).toEqual(['已接受', '已接受', '已接受']);
    for (const fault of faults) expect(await beside(fault)).toBe('');
  });

  it('keeps its reason while its register cannot be judged', async () => {
    const { accept, look, matter, school } = await schoolWithRepairs(faults);
    await look();
    await accept('灯不亮', '等招标');
    await look();
    const before = await school.staff.see('repairs');
    const column = before.headers.indexOf('等待原因');
    const range = { sheetId: sheetIdOf('repairs'), dimension: 'COLUMNS', startIndex: column };
    await school.staff.does('repairs', [
      { deleteDimension: { range: { ...range, endIndex: column + 1 } } },
    ]);
    await look();
    expect(await matter('灯不亮')).toMatchObject({ 接受原因: '等招标' });
    expect(await matter('门锁坏')).toBeUndefined();
  });
});

describe('a reason that is typed while the check writes 待办', () => {
  it('stays with its finding when others come in above it', async () => {
    const { accept, edit, look, matter, report, school } = await schoolWithRepairs(faults);
    await look();
    await report('窗户破');
    await edit('灯不亮', '等待原因', '等配件');
    school.beforeNext(':batchUpdate', () => accept('水龙头漏水', '等招标'));
    await look();
    expect(await matter('水龙头漏水')).toMatchObject({ 接受原因: '等招标' });
    expect(await matter('窗户破')).toMatchObject({ 接受原因: '' });
    expect(await matter('门锁坏')).toMatchObject({ 接受原因: '' });
    await look();
    expect(await matter('水龙头漏水')).toMatchObject({ 程度: '已接受' });
  });

  it('stays with its finding while that one moves to the end', async () => {
    const { accept, look, matter, school } = await schoolWithRepairs(faults);
    await look();
    await accept('灯不亮', '厂家停产');
    school.beforeNext(':batchUpdate', () => accept('灯不亮', '厂家停产，已报处里'));
    await look();
    await look();
    expect(await matter('灯不亮')).toMatchObject({
      接受原因: '厂家停产，已报处里',
      程度: '已接受',
    });
  });

  it('is not taken away with the one that no longer holds', async () => {
    const { accept, edit, look, matter, school } = await schoolWithRepairs(faults);
    await look();
    await accept('灯不亮', '等招标');
    await look();
    await edit('灯不亮', '故障情况', '灯不亮了');
    school.beforeNext(':batchUpdate', () => accept('灯不亮了', '已报处里'));
    await look();
    await look();
    expect(await matter('灯不亮了')).toMatchObject({ 程度: '已接受', 接受原因: '已报处里' });
  });

  it('is never given to a new finding, though it was typed under the last line', async () => {
    const { look, matter, report, school, typeReasons } = await schoolWithRepairs(faults);
    await look();
    await report('窗户破');
    school.beforeNext(':batchUpdate', () => typeReasons(4, ['打错了地方']));
    await look();
    await look();
    expect(await matter('窗户破')).toMatchObject({ 接受原因: '', 程度: '必须改' });
  });
});

describe('lines that the owner of the drive moves while the check writes 待办', () => {
  it('keep their reasons: one deleted in the place of another is put back', async () => {
    const { accept, edit, faultOf, lines, look, matter, school } = await schoolWithRepairs(faults);
    await look();
    for (const fault of faults) await accept(fault, `${fault}：等招标`);
    await look();
    const [first] = await lines();
    const mended = await faultOf(first);
    await edit(mended, '等待原因', '等配件');
    const owner = school.google('owner').sheets;
    school.beforeNext(':batchUpdate', async () => {
      const lastToFirst = { sheetId, dimension: 'ROWS', startIndex: 3, endIndex: 4 };
      await owner.batchUpdate(school.spreadsheetId('service'), {
        requests: [{ moveDimension: { source: lastToFirst, destinationIndex: 1 } }],
      });
    });
    await look();
    await look();
    expect(await matter(mended)).toBeUndefined();
    for (const fault of faults.filter((other) => other !== mended))
      expect(await matter(fault)).toMatchObject({
        程度: '已接受',
        接受原因: `${fault}：等招标`,
      });
    expect(await look()).toMatchObject({ writes: 0 });
  });
});

describe('待办', () => {
  it('lets staff type reasons and nothing else', async () => {
    const { look, school, typeReasons } = await schoolWithRepairs(faults);
    await look();
    await typeReasons(1, ['等招标']);
    const write = (rowIndex: number, columnIndex: number) =>
      school.staff.does('repairs', [
        {
          updateCells: {
            start: { sheetId, rowIndex, columnIndex },
            rows: [{ values: [{ userEnteredValue: { stringValue: '没问题' } }] }],
            fields: 'userEnteredValue',
          },
        },
      ]);
    await expect(write(1, matterColumn('message'))).rejects.toThrow('protected');
    await expect(write(0, matterColumn('reason'))).rejects.toThrow('protected');
  });

  it('laid out before there were reasons gets its new columns from set-up', async () => {
    const { accept, look, matter, school } = await schoolWithRepairs(['灯不亮']);
    await look();
    const owner = school.google('owner').sheets;
    await owner.batchUpdate(school.spreadsheetId('service'), {
      requests: [
        {
          deleteDimension: {
            range: { sheetId, dimension: 'COLUMNS', startIndex: 8, endIndex: 14 },
          },
        },
      ],
    });
    await school.setUp();
    await look();
    await accept('灯不亮', '等招标');
    await look();
    expect(await matter('灯不亮')).toMatchObject({ 程度: '已接受', 负责人: '王师傅' });
  });

  it('says whose a finding is: whoever its row names', async () => {
    const { look, matter } = await schoolWithRepairs(['灯不亮']);
    await look();
    expect(await matter('灯不亮')).toMatchObject({ 负责人: '王师傅' });
  });

  it('says the leader of the team that looks after the register where a row names nobody', async () => {
    const { edit, look, matter, submit } = await schoolWithRepairs(['灯不亮']);
    await submit('teams', { name: '维修班', looksAfter: '报修' });
    await submit('people', { name: '李班长', team: '维修班', leader: true });
    await edit('灯不亮', '维修人', '');
    await look();
    expect(await matter('灯不亮')).toMatchObject({ 负责人: '李班长' });
  });

  it('leaves lines where they are that need not move', async () => {
    const { lines, look, report } = await schoolWithRepairs(faults);
    await look();
    const before = (await lines()).map(({ 标识 }) => 标识);
    await report('窗户破');
    await look();
    const after = (await lines()).map(({ 标识 }) => 标识);
    expect(after.filter((identity) => before.includes(identity))).toEqual(before);
  });
});
