import { beforeEach, describe, expect, it } from 'vitest';
import { createAudit } from '#platform/audit/index.ts';
import { sheetIdOf } from '#platform/workbook/tabs.ts';
import { registers } from '#schema/registers/index.ts';
import { repairs } from '#schema/registers/service/repairs.ts';
import { createFakeClock } from '../../school/fake-clock.ts';
import { openSchool, type School } from '../../school/open-school.ts';
import { revertTable } from '../../school/revert-table.ts';
import { fewRegisters } from './hooks.ts';

const hour = 3_600_000;
const sheetId = sheetIdOf('repairs');
let clock: ReturnType<typeof createFakeClock>;
let school: School;
let check: ReturnType<School['check']>;

beforeEach(async () => {
  clock = createFakeClock();
  school = await openSchool({ clock, seed: 'frame', registers: fewRegisters(registers) });
  check = school.check();
  await look();
  for (const [index, fault] of ['甲', '乙', '丙', '丁'].entries())
    await school.staff.type('repairs', { 地点: '操场', 故障情况: fault, 工时: index + 1 });
  await look();
});

async function look() {
  const answer = await check.request('/check/poll', { method: 'POST' });
  expect(answer.status).toBe(200);
  return answer.json();
}

/** The frame is looked at now and then, one spreadsheet at a time. */
async function anHourLater() {
  for (let looks = 0; looks < 3; looks += 1) {
    clock.advance(hour / 2);
    await look();
  }
}

const rows = async () =>
  (await school.staff.see('repairs')).rows.filter((row) => row.故障情况 !== '');
const idOf = async (fault: string) =>
  (await rows()).find((row) => row.故障情况 === fault)?.行编号 ?? '';
const idsByFault = async () =>
  Object.fromEntries((await rows()).map((row) => [row.故障情况, row.行编号]));
const matters = async () => (await school.staff.seeTab('service', '待办')).flat().join('\n');
const requests = async (...all: Parameters<typeof school.staff.does>[1]) =>
  school.staff.does('repairs', all);

/** What the audit says was put right, and what happened to rows. */
async function told(what: string): Promise<readonly string[]> {
  const google = school.google('service:check');
  const audit = createAudit({
    ...google,
    bucket: 'houqin-test',
    driveId: school.directory.auditDriveId ?? '',
  });
  const { lines } = await audit.read('service', '2026-11');
  return lines.filter((line) => line.what === what).map((line) => line.after || line.before);
}

async function tabNow() {
  const { sheets = [] } = await school
    .google('owner')
    .sheets.get(school.spreadsheetId('service'), { fields: 'sheets' });
  return sheets.find(({ properties }) => properties?.sheetId === sheetId);
}

/** The drop-down of a column, in its first row. */
async function ruleOf(header: string) {
  const column = (await school.staff.see('repairs')).headers.indexOf(header);
  const { sheets: [tab] = [] } = await school
    .google('owner')
    .sheets.get(school.spreadsheetId('service'), {
      ranges: ['报修!2:2'],
      fields: 'sheets(data(rowData(values(dataValidation))))',
    });
  return tab?.data?.[0]?.rowData?.[0]?.values?.[column]?.dataValidation;
}

const cells = (row: number, start: number, end: number, rowCount = 1) => ({
  sheetId,
  startRowIndex: row,
  endRowIndex: row + rowCount,
  startColumnIndex: start,
  endColumnIndex: end,
});
const visible = async () => (await school.staff.see('repairs')).headers.indexOf('行编号');

describe('what hangs on a tab and was taken away comes back, and the audit names it', () => {
  it('the protection of the headers', async () => {
    const [range] = (await tabNow())?.protectedRanges ?? [];
    await requests({ deleteProtectedRange: { protectedRangeId: range?.protectedRangeId ?? 0 } });
    await anHourLater();
    expect((await tabNow())?.protectedRanges?.[0]).toMatchObject({ warningOnly: true });
    expect(await told('mended')).toEqual(['表头的保护已补回']);
  });

  it('the protection of 待办', async () => {
    const owner = school.google('owner').sheets;
    const id = school.spreadsheetId('service');
    const ranges = async () => {
      const { sheets = [] } = await owner.get(id, {
        fields: 'sheets(properties(title),protectedRanges)',
      });
      return sheets.find(({ properties }) => properties?.title === '待办')?.protectedRanges ?? [];
    };
    const before = await ranges();
    await owner.batchUpdate(id, {
      requests: before.map(({ protectedRangeId }) => ({
        deleteProtectedRange: { protectedRangeId: protectedRangeId ?? 0 },
      })),
    });
    await anHourLater();
    expect(await ranges()).toHaveLength(before.length);
    expect(await told('mended')).toEqual(['“待办”页的保护已补回']);
  });

  it('a drop-down', async () => {
    const column = (await school.staff.see('repairs')).headers.indexOf('地点');
    await requests({ setDataValidation: { range: cells(1, column, column + 1, 30) } });
    expect(await ruleOf('地点')).toBeUndefined();
    await anHourLater();
    expect(await ruleOf('地点')).toMatchObject({ condition: { type: 'ONE_OF_RANGE' } });
    expect(await told('mended')).toEqual(['“地点”栏的下拉已补回']);
  });

  it('the native table, with the headers as staff named them and drop-downs for its choices', async () => {
    await school.staff.renameHeader('repairs', '故障情况', '坏了什么');
    revertTable(school, repairs);
    await anHourLater();
    const { headers } = await school.staff.see('repairs');
    expect((await tabNow())?.tables?.[0]?.columnProperties?.map((one) => one.columnName)).toEqual(
      headers,
    );
    expect(headers).toContain('坏了什么');
    expect(await ruleOf('状态')).toMatchObject({ condition: { type: 'ONE_OF_LIST' } });
    expect(await told('mended')).toContain('表格格式已补回');
  });

  it('the mark of a column', async () => {
    const filter = {
      developerMetadataLookup: { metadataKey: 'hq', metadataValue: 'repairs/fault' },
    };
    await requests({ deleteDeveloperMetadata: { dataFilter: filter } });
    await look();
    await school.staff.renameHeader('repairs', '故障情况', '坏了什么');
    await look();
    expect((await school.workbooks().read(['repairs'])).get('repairs')?.rows[0]?.values.fault).toBe(
      '甲',
    );
    expect(await told('mended')).toEqual(['“故障情况”栏的标记已补回']);
  });

  it('a header', async () => {
    await school.staff.edit('repairs', 0, '故障情况', undefined);
    await look();
    expect((await school.staff.see('repairs')).headers).toContain('故障情况');
    expect(await told('mended')).toEqual(['“故障情况”栏的表头已补回']);
  });

  it('nothing is written where nothing is gone', async () => {
    await anHourLater();
    const writes = school.localGoogle.counts.read().total.writes;
    await anHourLater();
    expect(school.localGoogle.counts.read().total.writes).toBe(writes);
  });
});

describe('a tab that staff arrange for themselves is judged like any other', () => {
  it('renamed, with a column moved and one of their own', async () => {
    await school.staff.renameTab('repairs', '报修登记');
    await school.staff.moveColumn('repairs', '状态', '地点');
    await school.staff.insertColumn('repairs', '故障情况', '楼层');
    await school.staff.edit('repairs', 1, '楼层', '三楼');
    await school.staff.edit('repairs', 1, '报修时间', 46_350);
    await school.staff.edit('repairs', 1, '状态', '等待');
    await look();
    const [row] = await rows();
    expect(row?.检查结果).toContain('等待');
    expect(row?.楼层).toBe('三楼');
  });

  it('copied: the copy is named, since what is typed there counts nowhere', async () => {
    await requests({ duplicateSheet: { sourceSheetId: sheetId, newSheetName: '报修 的副本' } });
    await look();
    expect(await matters()).toContain('“报修 的副本”是复制页，填了不算，移回后请删除');
    expect((await school.workbooks().read(['repairs'])).get('repairs')?.rows).toHaveLength(4);
  });
});

describe('a row keeps its id', () => {
  it('cut and pasted elsewhere, without its hidden cells', async () => {
    const id = await idOf('乙');
    const until = await visible();
    await requests({
      cutPaste: {
        source: cells(2, 1, until),
        destination: { sheetId, rowIndex: 8, columnIndex: 1 },
        pasteType: 'PASTE_NORMAL',
      },
    });
    await look();
    expect(await idOf('乙')).toBe(id);
    expect(await told('deleted')).toEqual([]);
    expect(await told('mended')).toEqual(['1行的行编号离开了原行，已放回']);
  });

  it('when what can be seen is sorted and its hidden cells are not', async () => {
    const before = await idsByFault();
    await requests({
      sortRange: {
        range: cells(1, 0, await visible(), 4),
        sortSpecs: [
          {
            dimensionIndex: (await school.staff.see('repairs')).headers.indexOf('故障情况'),
            sortOrder: 'DESCENDING',
          },
        ],
      },
    });
    await look();
    expect(await idsByFault()).toEqual(before);
    expect(await told('changed')).toEqual([]);
  });

  it('cleared and brought back', async () => {
    const id = await idOf('乙');
    const until = await visible();
    const before = cells(2, 1, until);
    await requests({ copyPaste: { source: before, destination: cells(20, 1, until) } });
    await look();
    await requests({ updateCells: { range: before, fields: 'userEnteredValue' } });
    await look();
    await requests({
      cutPaste: {
        source: cells(20, 1, until),
        destination: { sheetId, rowIndex: 2, columnIndex: 1 },
        pasteType: 'PASTE_NORMAL',
      },
    });
    await look();
    expect((await rows())[1]).toMatchObject({ 故障情况: '乙', 行编号: id });
  });
});

describe('a row is another', () => {
  it('typed where one was cleared', async () => {
    const id = await idOf('乙');
    await requests({
      updateCells: { range: cells(2, 1, await visible()), fields: 'userEnteredValue' },
    });
    await look();
    await school.staff.edit('repairs', 2, '故障情况', '戊');
    await look();
    expect(await idOf('戊')).toMatch(/^[0-9a-f-]{36}$/);
    expect(await idOf('戊')).not.toBe(id);
    expect(await told('deleted')).toEqual([expect.stringContaining('乙')]);
  });

  it('pasted over another with its id: the one beneath is told as deleted, the copy as new', async () => {
    const until = (await school.staff.see('repairs')).headers.length;
    await requests({ copyPaste: { source: cells(1, 0, until), destination: cells(3, 0, until) } });
    await look();
    const ids = (await rows()).map((row) => row.行编号);
    expect(new Set(ids).size).toBe(4);
    expect(await told('deleted')).toEqual([expect.stringContaining('丙')]);
  });

  it('copied with its id to a row above and changed there: the old one stays what it was', async () => {
    const id = await idOf('丙');
    const until = (await school.staff.see('repairs')).headers.length;
    await school.staff.insertRow('repairs', 1);
    await requests({ copyPaste: { source: cells(4, 0, until), destination: cells(1, 0, until) } });
    await school.staff.edit('repairs', 1, '故障情况', '丙二');
    await look();
    expect(await idOf('丙')).toBe(id);
    expect(await idOf('丙二')).not.toBe(id);
  });
});

describe('half of the columns sorted', () => {
  const sortPart = async (header: string) => {
    const index = (await school.staff.see('repairs')).headers.indexOf(header);
    await requests({
      sortRange: {
        range: cells(1, index, index + 1, 4),
        sortSpecs: [{ dimensionIndex: index, sortOrder: 'DESCENDING' }],
      },
    });
    await look();
  };

  it('is named, with what to do, and nothing is moved', async () => {
    const before = await rows();
    await sortPart('故障情况');
    expect(await matters()).toContain('“故障情况”栏单独排过序，4行错位，请撤销');
    expect((await rows()).map((row) => row.工时)).toEqual(before.map((row) => row.工时));
    await look();
    expect(await matters()).toContain('单独排过序');
  });

  it('is not named any more when it was undone', async () => {
    await sortPart('故障情况');
    const index = (await school.staff.see('repairs')).headers.indexOf('故障情况');
    await requests({
      updateCells: {
        start: { sheetId, rowIndex: 1, columnIndex: index },
        rows: ['甲', '乙', '丙', '丁'].map((stringValue) => ({
          values: [{ userEnteredValue: { stringValue } }],
        })),
        fields: 'userEnteredValue',
      },
    });
    await look();
    expect(await matters()).not.toContain('单独排过序');
  });

  it('is known also to a check that begins anew', async () => {
    await sortPart('故障情况');
    clock.advance(21_000);
    check = school.check();
    await look();
    expect(await matters()).toContain('单独排过序');
  });
});
