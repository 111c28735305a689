import { beforeAll, describe, expect, it } from 'vitest';
import { registers } from '#schema/registers/index.ts';
import { openSchool, type School } from '../../../school/open-school.ts';

const needed = ['settings', 'calendar', 'people', 'teams', 'places', 'repairs', 'visitors'];

describe('views that stand ready in each tab', () => {
  let school: School;

  const views = async (workbook: 'service' | 'gate', tab: string) => {
    const { sheets = [] } = await school
      .google('staff')
      .sheets.get(school.spreadsheetId(workbook), {
        fields: 'sheets(properties(title),filterViews(filterViewId,title,filterSpecs,sortSpecs))',
      });
    return sheets.find(({ properties }) => properties?.title === tab)?.filterViews ?? [];
  };
  const specs = async (workbook: 'service' | 'gate', tab: string, title: string) =>
    (await views(workbook, tab)).find((view) => view.title === title)?.filterSpecs;
  const indexOf = async (register: string, header: string) =>
    (await school.staff.see(register)).headers.indexOf(header);

  beforeAll(async () => {
    school = await openSchool({
      registers: registers.filter(({ key }) => needed.includes(key)),
    });
  });

  it('are 只看我的, 未完成 and 本周 where a register names who and when', async () => {
    const titles = (await views('service', '报修')).map(({ title }) => title);
    expect(titles).toEqual(['只看我的', '未完成', '本周']);
  });

  it('只看我的 stands in the order of whoever answers for a row', async () => {
    const [view] = await views('service', '报修');
    const worker = await indexOf('repairs', '维修人');
    expect(view?.sortSpecs).toEqual([{ dimensionIndex: worker, sortOrder: 'ASCENDING' }]);
  });

  it('未完成 hides states after which nothing is to be done', async () => {
    expect(await specs('service', '报修', '未完成')).toEqual([
      {
        columnIndex: await indexOf('repairs', '状态'),
        filterCriteria: { hiddenValues: ['已修好'] },
      },
    ]);
  });

  it('未完成 shows visitors who have not left', async () => {
    expect(await specs('gate', '来访登记', '未完成')).toContainEqual({
      columnIndex: await indexOf('visitors', '离校时间'),
      filterCriteria: { condition: { type: 'BLANK' } },
    });
  });

  it('本周 goes by the time at which a row happened, Monday to Sunday', async () => {
    const [spec] = (await specs('service', '报修', '本周')) ?? [];
    expect(spec?.columnIndex).toBe(await indexOf('repairs', '报修时间'));
    expect(spec?.filterCriteria?.condition?.type).toBe('CUSTOM_FORMULA');
  });

  it('待办 has its own: by person, not accepted, older than a week', async () => {
    const titles = (await views('service', '待办')).map(({ title }) => title);
    expect(titles).toEqual(['只看我的', '未完成', '一周以上']);
  });

  it('set-up run again adds none, and puts back one that was deleted where its column stands now', async () => {
    await school.setUp();
    expect(await views('service', '报修')).toHaveLength(3);
    const [, view] = await views('service', '报修');
    await school.staff.does('repairs', [
      { deleteFilterView: { filterId: view?.filterViewId ?? 0 } },
    ]);
    await school.staff.moveColumn('repairs', '状态', '地点');
    await school.setUp();
    const [spec] = (await specs('service', '报修', '未完成')) ?? [];
    expect(spec?.columnIndex).toBe(await indexOf('repairs', '状态'));
  });
});
