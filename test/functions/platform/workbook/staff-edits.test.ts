import { describe, expect, it } from 'vitest';
import { systemRandom, uuidFrom } from '#platform/random.ts';
import { sheetIdOf } from '#platform/workbook/tabs.ts';
import { text } from '#schema/columns.ts';
import { type RowId, rowId } from '#schema/values.ts';
import { openSchool, type School } from '../../../school/open-school.ts';

const newId = (): RowId => rowId.parse(uuidFrom(systemRandom));
const repair = (fault: string) => ({ place: '教学楼 A201', fault, state: 'received' });

/** The row of an id as a person sees it. */
async function shown(school: School, id: RowId) {
  const { rows } = await school.staff.see('repairs');
  const found = rows.filter((row) => row.行编号 === id);
  expect(found).toHaveLength(1);
  return found[0];
}

describe('staff change the layout between two writes of ours', () => {
  const edits: readonly (readonly [string, (school: School) => Promise<void>])[] = [
    [
      'insert a column of their own',
      ({ staff }) => staff.insertColumn('repairs', '故障情况', '楼层'),
    ],
    ['move a column', ({ staff }) => staff.moveColumn('repairs', '状态', '地点')],
    ['rename a header', ({ staff }) => staff.renameHeader('repairs', '故障情况', '坏了什么')],
    ['sort the rows', ({ staff }) => staff.sort('repairs', '故障情况', 'DESCENDING')],
    ['insert a row', ({ staff }) => staff.insertRow('repairs', 1)],
    ['rename the tab', ({ staff }) => staff.renameTab('repairs', '报修登记')],
  ];
  for (const [what, edit] of edits)
    it(`they ${what}: the next row lands under the right headers`, async () => {
      const school = await openSchool();
      const workbooks = school.workbooks();
      const first = newId();
      await workbooks.submit({ register: 'repairs', id: first, values: repair('甲') });
      await workbooks.submit({ register: 'repairs', id: newId(), values: repair('乙') });
      await edit(school);
      const id = newId();
      expect(await workbooks.submit({ register: 'repairs', id, values: repair('丙') })).toEqual({
        outcome: 'written',
      });
      const fault = what === 'rename a header' ? '坏了什么' : '故障情况';
      expect(await shown(school, id)).toMatchObject({
        地点: '教学楼 A201',
        [fault]: '丙',
        状态: '已受理',
      });
      expect(await shown(school, first)).toMatchObject({ [fault]: '甲' });
      const read = (await workbooks.read(['repairs'])).get('repairs');
      expect(read?.rows.map(({ values }) => values.fault).toSorted()).toEqual(
        ['丙', '乙', '甲'].toSorted(),
      );
      if (what === 'insert a column of their own')
        expect((await school.staff.see('repairs')).rows.every((row) => row.楼层 === '')).toBe(true);
    });
});

describe('staff act between a read and a write of ours', () => {
  it('they move a column while an append is on its way: the row is mended by its id', async () => {
    const school = await openSchool();
    const workbooks = school.workbooks();
    await workbooks.submit({ register: 'repairs', id: newId(), values: repair('甲') });
    school.beforeNext(':batchUpdate', () => school.staff.moveColumn('repairs', '状态', '地点'));
    const id = newId();
    await workbooks.submit({ register: 'repairs', id, values: repair('乙') });
    expect(await shown(school, id)).toMatchObject({
      地点: '教学楼 A201',
      故障情况: '乙',
      状态: '已受理',
    });
  });

  it('they sort while new rows of theirs get ids: no row loses its own', async () => {
    const school = await openSchool();
    const workbooks = school.workbooks();
    const check = school.check();
    const known = await Promise.all(
      ['甲', '乙', '丙'].map(async (fault) => {
        const id = newId();
        await workbooks.submit({ register: 'repairs', id, values: repair(fault) });
        return { id, fault };
      }),
    );
    await check.request('/check/poll', { method: 'POST' });
    await school.staff.type('repairs', { 地点: '教学楼 A201', 故障情况: '丁', 状态: '已受理' });
    school.beforeNext(':batchUpdate', () => school.staff.sort('repairs', '故障情况'));
    await check.request('/check/poll', { method: 'POST' });
    await check.request('/check/poll', { method: 'POST' });
    for (const { id, fault } of known)
      expect(await shown(school, id)).toMatchObject({ 故障情况: fault });
    const { rows } = await school.staff.see('repairs');
    const typed = rows.find((row) => row.故障情况 === '丁');
    expect(typed?.行编号).toMatch(/^[0-9a-f-]{36}$/);
    expect(new Set(rows.map((row) => row.行编号).filter((id) => id !== '')).size).toBe(4);
  });
});

describe('staff insert a column of their own in front while cells are on their way', () => {
  const own = '自己记的';
  /** Their words stand in the column into which a write by the old places would fall. */
  const insertFilled = async ({ staff }: School) => {
    await staff.insertColumn('repairs', '检查结果', own);
    for (const row of [1, 2]) await staff.edit('repairs', row, own, `第${row}行`);
  };
  const words = async ({ staff }: School) =>
    (await staff.see('repairs')).rows.slice(0, 2).map((row) => row[own]);
  const typed = async () => {
    const school = await openSchool();
    const check = school.check();
    const look = async () => {
      expect((await check.request('/check/poll', { method: 'POST' })).status).toBe(200);
    };
    await look();
    for (const fault of ['甲', '乙'])
      await school.staff.type('repairs', { 地点: '教学楼 A201', 故障情况: fault });
    return { school, look };
  };

  it('ids: their words stand, and each row has its id', async () => {
    const { school, look } = await typed();
    school.beforeNext(':batchUpdate', () => insertFilled(school));
    await look();
    expect(await words(school)).toEqual(['第1行', '第2行']);
    const { rows } = await school.staff.see('repairs');
    expect(rows.slice(0, 2).every((row) => /^[0-9a-f-]{36}$/.test(row.行编号 ?? ''))).toBe(true);
  });

  it('numbers: their words stand, and each row has its number', async () => {
    const { school, look } = await typed();
    school.beforeNext(':batchUpdate', async () => undefined);
    school.beforeNext(':batchUpdate', async () => {
      await school.staff.insertColumn('repairs', '维修单号', own);
      for (const row of [1, 2]) await school.staff.edit('repairs', row, own, `第${row}行`);
    });
    await look();
    await look();
    expect(await words(school)).toEqual(['第1行', '第2行']);
    const { rows } = await school.staff.see('repairs');
    expect(rows.slice(0, 2).every((row) => /^BX-/.test(row.维修单号 ?? ''))).toBe(true);
  });

  it('a header that is put back: theirs stands beside it', async () => {
    const { school, look } = await typed();
    await look();
    await school.staff.edit('repairs', 0, '检查结果', undefined);
    school.beforeNext(':batchUpdate', async () => {
      const sheetId = sheetIdOf('repairs');
      const range = { sheetId, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 };
      await school.staff.does('repairs', [
        { insertDimension: { range } },
        {
          updateCells: {
            start: { sheetId, rowIndex: 0, columnIndex: 0 },
            rows: [{ values: [{ userEnteredValue: { stringValue: own } }] }],
            fields: 'userEnteredValue',
          },
        },
      ]);
    });
    await look();
    await look();
    expect((await school.staff.see('repairs')).headers.slice(0, 2)).toEqual([own, '检查结果']);
  });

  it('look-ups that are put back: their words stand', async () => {
    const { school, look } = await typed();
    await look();
    await school.staff.edit('repairs', 1, '检查结果', '没问题');
    await look();
    school.beforeNext(':batchUpdate', () => insertFilled(school));
    await look();
    await look();
    await look();
    expect(await words(school)).toEqual(['第1行', '第2行']);
    expect((await school.staff.see('repairs')).rows[0]?.检查结果).toContain('请填写');
  });
});

describe('staff cut the cells of a form before anybody has looked', () => {
  it('sent again, it is not written again', async () => {
    const school = await openSchool();
    const id = newId();
    const submission = { register: 'repairs', id, values: repair('甲') };
    await school.workbooks().submit(submission);
    const { headers } = await school.staff.see('repairs');
    const sheetId = sheetIdOf('repairs');
    await school.staff.does('repairs', [
      {
        cutPaste: {
          source: {
            sheetId,
            startRowIndex: 1,
            endRowIndex: 2,
            startColumnIndex: 1,
            endColumnIndex: headers.indexOf('填报方式'),
          },
          destination: { sheetId, rowIndex: 4, columnIndex: 1 },
          pasteType: 'PASTE_NORMAL',
        },
      },
    ]);
    expect(await school.workbooks().submit({ ...submission, retry: true })).toEqual({
      outcome: 'already',
    });
    const { rows } = await school.staff.see('repairs');
    expect(rows.filter((row) => row.故障情况 === '甲')).toHaveLength(1);
  });
});

describe('set-up', () => {
  it('run twice changes nothing', async () => {
    const school = await openSchool();
    const before = school.localGoogle.counts.read().total.writes;
    expect(await school.setUp()).toEqual(school.directory);
    expect(school.localGoogle.counts.read().total.writes).toBe(before);
  });

  it('adds a column that is new in a register file, and touches no row', async () => {
    const school = await openSchool();
    const id = newId();
    await school.workbooks().submit({ register: 'repairs', id, values: repair('灯不亮') });
    const before = await shown(school, id);
    const grown = school.registers.map((register) =>
      register.key === 'repairs'
        ? {
            ...register,
            columns: { ...register.columns, floor: text({ zh: '楼层', en: 'Floor' }) },
          }
        : register,
    );
    await school.setUp(grown);
    expect(await shown(school, id)).toEqual({ ...before, 楼层: '' });
    const writes = school.localGoogle.counts.read().total.writes;
    await school.setUp(grown);
    expect(school.localGoogle.counts.read().total.writes).toBe(writes);
  });
});
