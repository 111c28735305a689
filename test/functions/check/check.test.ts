import { describe, expect, it } from 'vitest';
import { systemRandom, uuidFrom } from '#platform/random.ts';
import { type RowId, rowId } from '#schema/values.ts';
import { createFakeClock } from '../../school/fake-clock.ts';
import { openSchool } from '../../school/open-school.ts';

const newId = (): RowId => rowId.parse(uuidFrom(systemRandom));

async function schoolWithPlace() {
  const clock = createFakeClock();
  const school = await openSchool({ clock });
  await school
    .workbooks()
    .submit({ register: 'places', id: newId(), values: { name: '教学楼 A201' } });
  return { school, clock, check: school.check() };
}

describe('what is wrong stands beside the row', () => {
  it('names what a finished repair lacks, and goes when it is filled in', async () => {
    const { school, check } = await schoolWithPlace();
    const id = newId();
    await school.workbooks().submit({
      register: 'repairs',
      id,
      values: {
        reported: '2026-11-24T08:00:00',
        place: '教学楼 A201',
        fault: '灯不亮',
        state: 'waiting',
      },
    });
    await check.request('/check/poll', { method: 'POST' });
    const [row] = (await school.staff.see('repairs')).rows;
    expect(row?.检查结果).toContain('必须改：');
    const matters = await school.staff.seeTab('service', '待办');
    expect(matters[1]).toContain('报修');
    expect(matters[1]?.[3]).toBe('第2行');
    await school.staff.edit('repairs', 1, '等待原因', '待配件');
    await check.request('/check/poll', { method: 'POST' });
    expect((await school.staff.see('repairs')).rows[0]?.检查结果).toBe('');
  });

  it('a check that finds nothing to change writes nothing', async () => {
    const { school, check } = await schoolWithPlace();
    await check.request('/check/poll', { method: 'POST' });
    await check.request('/check/poll', { method: 'POST' });
    const before = school.localGoogle.counts.read().total.writes;
    const answer = await check.request('/check/poll', { method: 'POST' });
    expect(await answer.json()).toMatchObject({ writes: 0 });
    expect(school.localGoogle.counts.read().total.writes).toBe(before);
  });

  it('a row that staff type gets its id, and is grey until it has rested', async () => {
    const { school, clock, check } = await schoolWithPlace();
    await check.request('/check/poll', { method: 'POST' });
    await school.staff.type('repairs', { 地点: '教学楼 A201' });
    await check.request('/check/poll', { method: 'POST' });
    const typed = (await school.staff.see('repairs')).rows[0];
    expect(typed?.行编号).toMatch(/^[0-9a-f-]{36}$/);
    expect(typed?.检查结果).toContain('未填完');
    clock.advance(90_000);
    await check.request('/check/poll', { method: 'POST' });
    expect((await school.staff.see('repairs')).rows[0]?.检查结果).toContain('必须改');
  });

  it('a row that staff copy gets an id of its own and counts', async () => {
    const { school, check } = await schoolWithPlace();
    const values = {
      reported: '2026-11-24T08:00:00',
      place: '教学楼 A201',
      fault: '灯不亮',
      state: 'received',
    };
    await school.workbooks().submit({ register: 'repairs', id: newId(), values });
    const { headers } = await school.staff.see('repairs');
    const sheetId = (await import('#platform/workbook/tabs.ts')).sheetIdOf('repairs');
    const row = (index: number) => ({
      sheetId,
      startRowIndex: index,
      endRowIndex: index + 1,
      startColumnIndex: 0,
      endColumnIndex: headers.length,
    });
    await school.staff.does('repairs', [
      {
        copyPaste: {
          source: row(1),
          destination: row(2),
          pasteType: 'PASTE_NORMAL',
          pasteOrientation: 'NORMAL',
        },
      },
    ]);
    await check.request('/check/poll', { method: 'POST' });
    const ids = (await school.staff.see('repairs')).rows
      .map((shown) => shown.行编号)
      .filter((id) => id !== '');
    expect(new Set(ids).size).toBe(2);
    const read = (await school.workbooks().read(['repairs'])).get('repairs');
    expect(read?.rows).toHaveLength(2);
  });

  it('a finding that was typed over comes back', async () => {
    const { school, check } = await schoolWithPlace();
    await school.workbooks().submit({
      register: 'repairs',
      id: newId(),
      values: {
        reported: '2026-11-24T08:00:00',
        place: '教学楼 A201',
        fault: '灯不亮',
        state: 'waiting',
      },
    });
    await check.request('/check/poll', { method: 'POST' });
    await school.staff.edit('repairs', 1, '检查结果', '没问题');
    await check.request('/check/poll', { method: 'POST' });
    await check.request('/check/poll', { method: 'POST' });
    expect((await school.staff.see('repairs')).rows[0]?.检查结果).toContain('必须改');
  });

  it('goes on with the rest when a tab is gone, and says so', async () => {
    const { school, check } = await schoolWithPlace();
    const { sheetIdOf } = await import('#platform/workbook/tabs.ts');
    await school.staff.does('repairs', [{ deleteSheet: { sheetId: sheetIdOf('repairs') } }]);
    const answer = await check.request('/check/poll', { method: 'POST' });
    expect(answer.status).toBe(200);
    const matters = await school.staff.seeTab('service', '待办');
    expect(matters.flat().join()).toContain('“报修”页不见了');
  });

  it('a header that was deleted is put back, a renamed one is left as staff want it', async () => {
    const { school, check } = await schoolWithPlace();
    await school.staff.edit('repairs', 0, '地点', undefined);
    await school.staff.renameHeader('repairs', '故障情况', '坏了什么');
    await check.request('/check/poll', { method: 'POST' });
    const { headers } = await school.staff.see('repairs');
    expect(headers).toContain('地点');
    expect(headers).toContain('坏了什么');
  });

  it('names for the drop-downs of other workbooks are mirrored', async () => {
    const { school, check } = await schoolWithPlace();
    await check.request('/check/poll', { method: 'POST' });
    const lists = await school.staff.seeTab('service', '引用');
    expect(lists.flat()).toContain('教学楼 A201');
  });

  it('understands digits typed full-width, and says so of words in a number column', async () => {
    const { school, check } = await schoolWithPlace();
    await school.workbooks().submit({
      register: 'items',
      id: newId(),
      values: { code: 'B-01', name: 'LED灯泡 9W', category: 'electrical', unit: '个' },
    });
    await school.staff.edit('items', 1, '最低库存', '２０');
    await check.request('/check/poll', { method: 'POST' });
    const read = (await school.workbooks().read(['items'])).get('items');
    expect(read?.rows[0]?.values.minimum).toBe(20);
    await school.staff.edit('items', 1, '最低库存', '二十来个');
    await check.request('/check/poll', { method: 'POST' });
    const [row] = (await school.staff.see('items')).rows;
    expect(row?.最低库存).toBe('二十来个');
    expect(row?.检查结果).toContain('必须改：');
  });

  it('goes on when a cell is merged and when the headers of two columns are swapped', async () => {
    const { school, check } = await schoolWithPlace();
    const { sheetIdOf } = await import('#platform/workbook/tabs.ts');
    const values = {
      reported: '2026-11-24T08:00:00',
      place: '教学楼 A201',
      fault: '灯不亮',
      state: 'received',
    };
    await school.workbooks().submit({ register: 'repairs', id: newId(), values });
    const sheetId = sheetIdOf('repairs');
    await school.staff.does('repairs', [
      { appendDimension: { sheetId, dimension: 'ROWS', length: 10 } },
      {
        mergeCells: {
          range: {
            sheetId,
            startRowIndex: 44,
            endRowIndex: 46,
            startColumnIndex: 2,
            endColumnIndex: 4,
          },
          mergeType: 'MERGE_ALL',
        },
      },
    ]);
    await school.staff.renameHeader('repairs', '报修人', '联系电话 ');
    await school.staff.renameHeader('repairs', '联系电话', '报修人');
    const answer = await check.request('/check/poll', { method: 'POST' });
    expect(answer.status).toBe(200);
    const id = newId();
    await school
      .workbooks()
      .submit({ register: 'repairs', id, values: { ...values, fault: '门坏了' } });
    const read = (await school.workbooks().read(['repairs'])).get('repairs');
    expect(read?.rows.map((row) => row.values.fault)).toEqual(['灯不亮', '门坏了']);
  });

  it('a failed inspection item opens one hazard, with its risk and due date, however often it looks', async () => {
    const { school, check } = await schoolWithPlace();
    const workbooks = school.workbooks();
    const inspections = school.registers.find(({ key }) => key === 'inspections');
    const example = inspections?.form?.example ?? {};
    await workbooks.submit({
      register: 'checklists',
      id: newId(),
      values: {
        name: '教学楼 消防通道',
        area: '教学楼 A201',
        cadence: 'daily',
        risk: 'high',
        standard: '通道无杂物',
      },
    });
    await workbooks.submit({
      register: 'inspections',
      id: newId(),
      values: { ...example, happened: '2026-11-24T08:00:00', result: 'failed', found: '插座松动' },
    });
    await check.request('/check/poll', { method: 'POST' });
    await check.request('/check/poll', { method: 'POST' });
    await school.check().request('/check/poll', { method: 'POST' });
    const hazards = (await workbooks.read(['hazards'])).get('hazards')?.rows ?? [];
    expect(hazards).toHaveLength(1);
    expect(hazards[0]?.values).toMatchObject({ what: expect.stringContaining('插座松动') });
    expect(hazards[0]?.values.due).toBeDefined();
    expect(hazards[0]?.values.risk).toBeDefined();
  });
});
