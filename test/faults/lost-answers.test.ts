import { describe, expect, it } from 'vitest';
import { AuditOvertaken, createAudit, noHead } from '#platform/audit/index.ts';
import { createGoogle } from '#platform/google/index.ts';
import { createLog } from '#platform/log/index.ts';
import { systemRandom, uuidFrom } from '#platform/random.ts';
import { fencedSheets } from '#platform/workbook/fence.ts';
import { createWorkbooks } from '#platform/workbook/index.ts';
import { repairs } from '#schema/registers/service/repairs.ts';
import { localDateTime, type RowId, rowId } from '#schema/values.ts';
import { createFakeClock } from '../school/fake-clock.ts';
import { openSchool, type School } from '../school/open-school.ts';

const newId = (): RowId => rowId.parse(uuidFrom(systemRandom));
const repair = (fault: string) => ({ place: '教学楼 A201', fault, state: 'received' });
const write = 'sheets.spreadsheets.batchUpdate';
const open = () => openSchool({ clock: createFakeClock(), registers: [repairs] });
const look = (check: ReturnType<School['check']>) =>
  check.request('/check/poll', { method: 'POST' });

async function rowsOf(school: School, id: RowId) {
  const { rows } = await school.staff.see('repairs');
  return rows.filter((row) => row.行编号 === id);
}

describe('the answer to a row is lost', () => {
  it('what staff write beside the row meanwhile stays', async () => {
    const school = await open();
    const workbooks = school.workbooks();
    await workbooks.submit({ register: 'repairs', id: newId(), values: repair('先有一行') });
    school.localGoogle.faults.add([
      { match: { method: write, user: intake }, kind: 'reset-after', times: 1 },
    ]);
    const id = newId();
    // They write as the batch, which is in the sheet already, is sent again.
    school.beforeNext('developerMetadata:search', () =>
      school.staff.edit('repairs', 2, '补充说明', '下午来'),
    );
    expect(
      (await workbooks.submit({ register: 'repairs', id, values: repair('灯不亮') })).outcome,
    ).toBe('written');
    expect(await rowsOf(school, id)).toMatchObject([{ 故障情况: '灯不亮', 补充说明: '下午来' }]);
  });

  it('columns moved meanwhile: a batch that is sent again is not written under the wrong headers', async () => {
    const school = await open();
    const workbooks = school.workbooks();
    await workbooks.submit({ register: 'repairs', id: newId(), values: repair('先有一行') });
    school.localGoogle.faults.add([
      { match: { method: write, user: intake }, kind: 'reset-before', times: 1 },
    ]);
    school.beforeNext(':batchUpdate', () => school.staff.moveColumn('repairs', '状态', '地点'));
    const id = newId();
    expect(
      (await workbooks.submit({ register: 'repairs', id, values: repair('灯不亮') })).outcome,
    ).toBe('written');
    expect(await rowsOf(school, id)).toMatchObject([
      { 地点: '教学楼 A201', 故障情况: '灯不亮', 状态: '已受理' },
    ]);
  });

  it('a batch that was given up cannot come through after its rows were written again', async () => {
    const { school, workbooks, slow } = await openSlow();
    await workbooks.submit({ register: 'repairs', id: newId(), values: repair('先有一行') });
    const submission = { register: 'repairs', id: newId(), values: repair('灯不亮') };
    slow.hold();
    expect((await workbooks.submit(submission)).outcome).toBe('unavailable');
    slow.goOn();
    expect((await workbooks.submit(submission)).outcome).toBe('written');
    const late = await slow.arrive();
    expect(late.length).toBeGreaterThan(0);
    expect(late).toEqual(late.map(() => 400));
    expect(await rowsOf(school, submission.id)).toHaveLength(1);
  });

  it('one that comes through between look-up and write is found by looking again', async () => {
    const { school, workbooks, slow } = await openSlow();
    await workbooks.submit({ register: 'repairs', id: newId(), values: repair('先有一行') });
    const submission = { register: 'repairs', id: newId(), values: repair('灯不亮') };
    slow.hold();
    expect((await workbooks.submit(submission)).outcome).toBe('unavailable');
    slow.goOn(async () => {
      expect((await slow.arrive())[0]).toBe(200);
    });
    expect((await workbooks.submit(submission)).outcome).toBe('already');
    expect(await rowsOf(school, submission.id)).toHaveLength(1);
  });
});

/** A school with a writer whose batches can be kept on their way until it gives them up. */
async function openSlow() {
  const clock = createFakeClock();
  const school = await openSchool({ clock, registers: [repairs] });
  const log = createLog({ write: () => undefined });
  const held: (() => Promise<Response>)[] = [];
  let isHeld = false;
  let beforeWrite: (() => Promise<void>) | undefined;
  const fetchImplementation: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    if (!request.url.includes(':batchUpdate')) return school.localGoogle.fetch(request);
    if (!isHeld) {
      const first = beforeWrite;
      beforeWrite = undefined;
      await first?.();
      return school.localGoogle.fetch(request);
    }
    const { url, method, headers } = request;
    const body = await request.arrayBuffer();
    held.push(() => school.localGoogle.fetch(new Request(url, { method, headers, body })));
    return new Promise(() => {});
  };
  const google = createGoogle({
    root: 'http://google.local/',
    token: 'service:intake',
    timeoutSeconds: 0.05,
    fetchImplementation,
    clock,
    log,
  });
  return {
    school,
    workbooks: createWorkbooks({
      google,
      directory: () => Promise.resolve(school.directory),
      registers: school.registers,
      clock,
      random: systemRandom,
      log,
    }),
    slow: {
      hold: () => {
        isHeld = true;
      },
      /** @param first what happens as the next batch is on its way */
      goOn: (first?: () => Promise<void>) => {
        isHeld = false;
        beforeWrite = first;
      },
      /** Lets what was held arrive; the statuses that Google answers. */
      arrive: async () => {
        const statuses: number[] = [];
        for (const send of held.splice(0)) statuses.push((await send()).status);
        return statuses;
      },
    },
  };
}

describe('rows move while staff rows are given their ids', () => {
  it('a form row that came between the read and the write keeps its id', async () => {
    const school = await open();
    const workbooks = school.workbooks();
    const check = school.check();
    await workbooks.submit({ register: 'repairs', id: newId(), values: repair('先有一行') });
    await look(check);
    await school.staff.type('repairs', { 地点: '操场', 故障情况: '丙' });
    const id = newId();
    school.beforeNext(':batchUpdate', async () => {
      await workbooks.submit({ register: 'repairs', id, values: repair('乙') });
      // It changes places with the row that staff typed.
      await school.staff.sort('repairs', '故障情况', 'DESCENDING');
      await school.staff.sort('repairs', '地点', 'ASCENDING');
    });
    await look(check);
    await look(check);
    expect(await rowsOf(school, id)).toMatchObject([{ 故障情况: '乙' }]);
    const { rows } = await school.staff.see('repairs');
    expect(new Set(rows.map((row) => row.行编号)).size).toBe(3);
  });

  it('a check that died before it read back: the next one gives the row its own id again', async () => {
    const clock = createFakeClock();
    const school = await openSchool({ clock, registers: [repairs] });
    const workbooks = school.workbooks();
    const id = newId();
    await workbooks.submit({ register: 'repairs', id, values: repair('甲') });
    await look(school.check());
    clock.advance(60_000);
    // As a check leaves it that wrote the id of another row here, and died.
    await school.staff.edit('repairs', 1, '行编号', newId());
    await school.staff.edit('repairs', 1, '顺序号', '0mwtym0qt-aaaa-0000');
    expect((await workbooks.read(['repairs'])).get('repairs')?.rows.map((row) => row.id)).toEqual([
      id,
    ]);
    expect((await look(school.check())).status).toBe(200);
    expect(await rowsOf(school, id)).toMatchObject([{ 故障情况: '甲' }]);
  });

  it('of a submission that was written twice, the row whose id was overwritten is no new one', async () => {
    const clock = createFakeClock();
    const school = await openSchool({ clock, registers: [repairs] });
    const id = newId();
    // Two processes that knew nothing of each other.
    for (const workbooks of [school.workbooks(), school.workbooks()]) {
      await workbooks.submit({ register: 'repairs', id: newId(), values: repair('先有一行') });
      clock.advance(1000);
    }
    const [one, other] = [school.workbooks(), school.workbooks()];
    await Promise.all([one.read(['repairs']), other.read(['repairs'])]);
    school.beforeNext(':batchUpdate', async () => {
      await other.submit({ register: 'repairs', id, values: repair('灯不亮') });
    });
    await one.submit({ register: 'repairs', id, values: repair('灯不亮') });
    expect(await rowsOf(school, id)).toHaveLength(2);
    const { rows } = await school.staff.see('repairs');
    const place = rows.findIndex((row) => row.行编号 === id) + 1;
    await school.staff.edit('repairs', place, '行编号', newId());
    await school.staff.edit('repairs', place, '顺序号', '0mwtym0qt-aaaa-0000');
    const read = (await school.workbooks().read(['repairs'])).get('repairs');
    expect(read?.rows.filter((row) => row.values.fault === '灯不亮')).toHaveLength(1);
    expect((await look(school.check())).status).toBe(200);
    expect(await rowsOf(school, id)).toHaveLength(2);
  });

  it('a number that landed where no row is any more makes none', async () => {
    const school = await open();
    const check = school.check();
    await look(check);
    // As it stands where a check died after somebody had moved the row that was to have it.
    await school.staff.edit('repairs', 2, '维修单号', 'BX-1124-6552');
    await school.staff.edit('repairs', 2, '行编号', newId());
    expect(await (await look(check)).json()).toMatchObject({ findings: 0, numbered: 0 });
    expect((await school.workbooks().read(['repairs'])).get('repairs')?.rows).toEqual([]);
  });

  it('columns moved: nothing is written into a cell of another column', async () => {
    const school = await open();
    const check = school.check();
    await look(check);
    await school.staff.type('repairs', { 地点: '操场', 故障情况: '甲' });
    school.beforeNext(':batchUpdate', () => school.staff.moveColumn('repairs', '行编号', '地点'));
    await look(check);
    await look(check);
    const { rows } = await school.staff.see('repairs');
    expect(rows).toMatchObject([{ 地点: '操场', 故障情况: '甲', 补充说明: '' }]);
    expect(rows[0]?.行编号).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('the answer to the audit is lost', () => {
  it('its lines stand once, and the chain holds', async () => {
    const school = await open();
    const check = school.check();
    await look(check);
    const { outcome } = await school
      .workbooks()
      .submit({ register: 'repairs', id: newId(), values: repair('灯不亮') });
    expect(outcome).toBe('written');
    const google = school.google('service:check');
    const audit = createAudit({
      ...google,
      bucket: 'houqin-test',
      driveId: school.directory.auditDriveId ?? '',
    });
    school.localGoogle.faults.add([
      {
        match: { method: write, user: 'check@houqin.iam.gserviceaccount.com' },
        kind: 'reset-after',
        times: 1,
      },
    ]);
    expect((await look(check)).status).toBe(503);
    expect((await look(check)).status).toBe(200);
    const { lines, brokenAt } = await audit.read('service', '2026-11');
    expect(brokenAt).toBeUndefined();
    expect(lines.filter(({ what }) => what === 'added')).toHaveLength(1);
  });

  it('what a former holder of the lease begins late is not written beside, but read by the next', async () => {
    const school = await open();
    const { sheets, ...google } = school.google('service:check');
    const holder = (epoch: number) => {
      const fenced = fencedSheets(sheets, epoch);
      return createAudit({
        ...google,
        sheets: fenced,
        close: fenced.close,
        bucket: 'houqin-test',
        driveId: school.directory.auditDriveId ?? '',
      });
    };
    const seen = localDateTime.parse('2026-11-24T08:30:00');
    const line = { register: '', row: '', label: '', column: '', month: '', by: '', how: '系统' };
    const blind = { ...line, seen, what: 'blind', before: '', after: seen } as const;
    const [former, later, next] = [1, 2, 3].map(holder);
    expect(await later?.months()).toEqual([]);
    await former?.append('service', noHead, '2026-11', [blind]);
    await expect(later?.append('service', noHead, '2026-11', [blind])).rejects.toThrow(
      AuditOvertaken,
    );
    await expect(former?.append('service', noHead, '2026-11', [blind])).rejects.toThrow();
    expect(await next?.read('service', '2026-11')).toMatchObject({
      lines: [{ what: 'blind' }],
      brokenAt: undefined,
    });
  });

  it('a second file that Google made of a month is not written into', async () => {
    const clock = createFakeClock();
    const school = await openSchool({ clock, registers: [repairs] });
    const check = school.check();
    await look(check);
    await school.workbooks().submit({ register: 'repairs', id: newId(), values: repair('灯不亮') });
    await look(check);
    const google = school.google('service:check');
    const driveId = school.directory.auditDriveId ?? '';
    clock.advance(60_000);
    // As when the answer to the first was lost, and it came through later.
    await google.drive.createFile({
      name: '审计 2026-11',
      mimeType: 'application/vnd.google-apps.spreadsheet',
      parents: [driveId],
    });
    const audit = createAudit({ ...google, bucket: 'houqin-test', driveId });
    const { lines, brokenAt } = await audit.read('service', '2026-11');
    expect(brokenAt).toBeUndefined();
    expect(lines.filter(({ what }) => what === 'added')).toHaveLength(1);
  });
});

const intake = 'intake@houqin.iam.gserviceaccount.com';
