import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type AuditLine, createAudit } from '#platform/audit/index.ts';
import { sheetIdOf } from '#platform/workbook/tabs.ts';
import { registers } from '#schema/registers/index.ts';
import type { WorkbookKey } from '#schema/workbooks.ts';
import { createFakeClock } from '../../school/fake-clock.ts';
import { openSchool, type School } from '../../school/open-school.ts';
import { fewRegisters } from './hooks.ts';

const day = 24 * 3_600_000;
const account = 'check@houqin.iam.gserviceaccount.com';
const outcome = z.looseObject({ problems: z.array(z.string()) });
let clock: ReturnType<typeof createFakeClock>;
let school: School;
let check: ReturnType<School['check']>;

beforeEach(async () => {
  clock = createFakeClock();
  school = await openSchool({ clock, seed: 'bad input', registers: fewRegisters(registers) });
  check = school.check();
  await school.staff.type('places', { 场所: '操场' });
  await look();
});

async function typeRepairs(count: number): Promise<void> {
  const { headers } = await school.staff.see('repairs');
  const start = headers.indexOf('地点');
  const sheetId = sheetIdOf('repairs');
  await school.staff.does('repairs', [
    { appendDimension: { sheetId, dimension: 'ROWS', length: count } },
    {
      pasteData: {
        coordinate: { sheetId, rowIndex: 1, columnIndex: start },
        data: Array.from({ length: count }, (_, index) => `操场\t第${index}盏灯`).join('\n'),
        delimiter: '\t',
        type: 'PASTE_VALUES',
      },
    },
  ]);
}

/** The ids of so many repairs, once they were looked at. */
async function repairsLookedAt(count: number) {
  await typeRepairs(count);
  await look();
  return idsByFault();
}

async function idsByFault(): Promise<Readonly<Record<string, string>>> {
  const { rows } = await school.staff.see('repairs');
  return Object.fromEntries(rows.map((row) => [row.故障情况 ?? '', row.行编号 ?? '']));
}

async function look() {
  const answer = await check.request('/check/poll', { method: 'POST' });
  expect(answer.status).toBe(200);
  return outcome.parse(await answer.json());
}

/** Another instance, when the lease of the one before has run out. */
function anotherCheck(): void {
  clock.advance(21_000);
  check = school.check();
}

async function audit(workbook: WorkbookKey = 'service'): Promise<readonly AuditLine[]> {
  const google = school.google('owner');
  const kept = createAudit({
    ...google,
    bucket: 'houqin-test',
    driveId: school.directory.auditDriveId ?? '',
  });
  const lines: AuditLine[] = [];
  for (const month of await kept.months()) {
    const read = await kept.read(workbook, month);
    expect(read.brokenAt).toBeUndefined();
    lines.push(...read.lines);
  }
  return lines;
}

const rows = async (register = 'repairs') =>
  (await school.staff.see(register)).rows.filter((row) => Object.values(row).some(Boolean));
const matters = async (workbook: WorkbookKey = 'service') =>
  (await school.staff.seeTab(workbook, '待办')).flat().join('\n');
const file = (workbook: WorkbookKey) => {
  const found = school.localGoogle.state.files.get(school.spreadsheetId(workbook));
  if (!found) throw new Error(`no file of ${workbook}`);
  return found;
};
const typeRepair = (fault: string, cells: object = {}) =>
  school.staff.type('repairs', { 报修时间: 46_350, 地点: '操场', 故障情况: fault, ...cells });

describe('between two looks', () => {
  it('two people edit one row: both edits stand, and both are told', async () => {
    await typeRepair('灯不亮');
    await look();
    await Promise.all([
      school.staff.edit('repairs', 1, '故障情况', '灯闪'),
      school.staff.edit('repairs', 1, '答复', '明天来'),
    ]);
    await look();
    expect((await rows())[0]).toMatchObject({ 故障情况: '灯闪', 答复: '明天来' });
    const changed = (await audit()).filter(({ what }) => what === 'changed');
    expect(changed.map(({ column, after }) => [column, after])).toEqual([
      ['fault', '"灯闪"'],
      ['answer', '"明天来"'],
    ]);
  });

  it('5,000 rows are pasted: each gets its id and its finding, in few calls', async () => {
    await typeRepairs(5_000);
    const before = school.localGoogle.counts.read().total.writes;
    expect(await look()).toMatchObject({ numbered: 5_000 });
    expect(school.localGoogle.counts.read().total.writes - before).toBeLessThan(20);
    const read = (await school.workbooks().read(['repairs'])).get('repairs');
    expect(read?.rows).toHaveLength(5_000);
    expect((await audit()).filter(({ what }) => what === 'added')).toHaveLength(5_000);
  });

  it('the ids of 3,000 rows are sorted alone: each gets its own back', async () => {
    const ids = await repairsLookedAt(3_000);
    const range = { sheetId: sheetIdOf('repairs'), startRowIndex: 1, endRowIndex: 3_001 };
    const { headers } = await school.staff.see('repairs');
    const columnIndex = headers.indexOf('行编号');
    const alone = { startColumnIndex: columnIndex, endColumnIndex: columnIndex + 1 };
    await school.staff.does('repairs', [
      {
        sortRange: {
          range: { ...range, ...alone },
          sortSpecs: [{ dimensionIndex: columnIndex, sortOrder: 'ASCENDING' }],
        },
      },
    ]);
    expect(await idsByFault()).not.toEqual(ids);
    await look();
    expect(await idsByFault()).toEqual(ids);
    // A look gives 500 rows their numbers, the next one the others.
    const changed = (await audit()).filter(({ what }) => what === 'changed');
    expect(new Set(changed.map(({ column }) => column))).toEqual(new Set(['number']));
  });

  it('a register is emptied: every row is kept whole in the audit', async () => {
    for (const fault of ['甲', '乙', '丙']) await typeRepair(fault);
    await look();
    await school.staff.does('repairs', [
      {
        deleteDimension: {
          range: { sheetId: sheetIdOf('repairs'), dimension: 'ROWS', startIndex: 1, endIndex: 4 },
        },
      },
    ]);
    await look();
    const deleted = (await audit()).filter(({ what }) => what === 'deleted');
    expect(deleted.map(({ before }) => JSON.parse(before).cells.fault).toSorted()).toEqual(
      ['甲', '乙', '丙'].toSorted(),
    );
    expect(await matters()).not.toContain('请');
    expect(await look()).toMatchObject({ writes: 0 });
  });

  it('a text as long as a cell can hold is typed: the check goes on, also one that begins anew', async () => {
    const { storage } = school.google('owner');
    const name = `snapshots/${school.spreadsheetId('service')}.json.gz`;
    await typeRepair('灯不亮');
    await look();
    const kept = await storage.read('houqin-test', name);
    await school.staff.edit('repairs', 1, '故障情况', '"'.repeat(49_990));
    await look();
    // As if it had died between the audit and the snapshot.
    await storage.write('houqin-test', name, kept?.bytes ?? new Uint8Array(), {
      contentType: 'application/gzip',
    });
    anotherCheck();
    await look();
    await school.staff.edit('repairs', 1, '故障情况', '灯又亮了');
    await look();
    expect((await audit()).at(-1)?.after).toBe('"灯又亮了"');
  });
});

describe('a spreadsheet that cannot be opened', () => {
  const runs = async () =>
    (await rows('runs')).map((row) => ({ outcome: row.结果, why: row.说明 ?? '' }));

  it.each([
    ['taken out of sharing', () => file('service').permissions.splice(0)],
    [
      'deleted',
      () => school.localGoogle.state.spreadsheets.delete(school.spreadsheetId('service')),
    ],
  ] as const)('%s: the others are looked at, and 运行记录 says so once', async (what, act) => {
    await typeRepair('灯不亮');
    await look();
    if (what === 'taken out of sharing') file('service').driveId = 'somebody-elses';
    act();
    await school.staff.type('places', { 楼栋: '一号楼' });
    const seen = await look();
    expect(seen.problems).toEqual([
      '“服务与安全”打不开，没有共享给系统或已删除；其余照常检查，请恢复',
    ]);
    expect((await rows('places'))[1]?.行编号).toMatch(/^[0-9a-f-]{36}$/);
    await look();
    expect((await runs()).filter(({ why }) => why.includes('打不开'))).toHaveLength(1);
  });

  it('is still known by what was seen of it last: names of its lists are not called wrong', async () => {
    await typeRepair('灯不亮');
    await look();
    clock.advance(90_000);
    await look();
    expect(await matters()).not.toContain('操场');
    const before = await matters();
    file('people').driveId = 'somebody-elses';
    await look();
    expect(await matters()).toBe(before);
    anotherCheck();
    await look();
    expect(await matters()).toBe(before);
  });

  it('is looked at again when it is shared again', async () => {
    const { driveId } = file('service');
    file('service').driveId = 'somebody-elses';
    await look();
    if (driveId) file('service').driveId = driveId;
    await typeRepair('灯不亮');
    expect(await look()).toMatchObject({ numbered: 1, problems: [] });
  });

  it('in the bin is named before Google deletes it', async () => {
    file('service').trashed = true;
    let problems: readonly string[] = [];
    for (let looks = 0; looks < 4; looks += 1) {
      clock.advance(1_800_000);
      problems = (await look()).problems;
    }
    expect(problems).toEqual(['“服务与安全”在回收站里，三十天后会被删除，请还原']);
    file('service').trashed = false;
  });
});

describe('what the check stands on', () => {
  it('the quota is used up by somebody else: a look waits or fails, and the next one tells all', async () => {
    await typeRepair('灯不亮');
    school.localGoogle.faults.add([
      {
        match: { method: 'sheets.spreadsheets.batchUpdate', user: account },
        kind: '429',
        times: 3,
      },
      { match: { method: 'sheets.spreadsheets.values', user: account }, kind: '429', times: 2 },
    ]);
    for (let looks = 0; looks < 5; looks += 1) {
      const answer = await check.request('/check/poll', { method: 'POST' });
      expect([200, 503]).toContain(answer.status);
      clock.advance(60_000);
    }
    school.localGoogle.faults.clear();
    await look();
    expect((await rows())[0]?.行编号).toMatch(/^[0-9a-f-]{36}$/);
    expect((await audit()).filter(({ what }) => what === 'added')).toHaveLength(1);
  });

  it('a snapshot of another version is made anew, and the audit says that it was blind', async () => {
    await typeRepair('灯不亮');
    await look();
    const { storage } = school.google('owner');
    const name = `snapshots/${school.spreadsheetId('service')}.json.gz`;
    await storage.write('houqin-test', name, gzipSync(JSON.stringify({ version: 2, rows: [] })), {
      contentType: 'application/gzip',
    });
    anotherCheck();
    await look();
    expect((await audit()).at(-1)).toMatchObject({ what: 'blind' });
    expect(await look()).toMatchObject({ writes: 0 });
  });

  it('the clock jumps a year ahead and back: rows keep their places in the order of events, audit and lease go on', async () => {
    const places = async () => {
      const read = (await school.workbooks().read(['repairs'])).get('repairs');
      return read?.rows.map(({ values, sequence }) => [values.fault, sequence]) ?? [];
    };
    await typeRepair('甲');
    await look();
    clock.advance(365 * day);
    await typeRepair('乙');
    await look();
    clock.advance(-365 * day);
    await typeRepair('丙');
    await look();
    const before = await places();
    expect(before.map(([fault]) => fault)).toEqual(['甲', '乙', '丙']);
    anotherCheck();
    await look();
    await typeRepair('丁');
    await look();
    expect((await places()).filter(([fault]) => fault !== '丁')).toEqual(before);
    expect((await audit()).filter(({ what }) => what === 'added')).toHaveLength(4);
    expect(await look()).toMatchObject({ writes: 0 });
  });
});
