import { describe, expect, it } from 'vitest';
import { systemRandom, uuidFrom } from '#platform/random.ts';
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

describe('set-up', () => {
  it('run twice changes nothing', async () => {
    const school = await openSchool();
    const before = school.localGoogle.counts.read().total.writes;
    const { setUpWorkbooks } = await import('#platform/workbook/setup/index.ts');
    const { createLog } = await import('#platform/log/index.ts');
    const directory = await setUpWorkbooks({
      google: school.google('owner'),
      project: 'houqin',
      bucket: 'houqin-test',
      schoolName: '青山中学',
      registers: school.registers,
      editors: [],
      formUrl: () => undefined,
      log: createLog({ write: () => undefined }),
    });
    expect(directory).toEqual(school.directory);
    expect(school.localGoogle.counts.read().total.writes).toBe(before);
  });
});
