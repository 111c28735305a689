import { beforeEach, describe, expect, it } from 'vitest';
import { type AuditLine, createAudit } from '#platform/audit/index.ts';
import { systemRandom, uuidFrom } from '#platform/random.ts';
import { createSeals, isSealed } from '#platform/seals/index.ts';
import { type RowId, rowId } from '#schema/values.ts';
import { createFakeClock } from '../../school/fake-clock.ts';
import { openSchool, type School } from '../../school/open-school.ts';
import { alterAudit } from './alter-audit.ts';

const newId = (): RowId => rowId.parse(uuidFrom(systemRandom));
const clock = createFakeClock();
let school: School;
let check: ReturnType<School['check']>;

beforeEach(async () => {
  school = await openSchool({ clock, seed: 'audit' });
  check = school.check();
  await poll();
});

async function poll(by = check) {
  const answer = await by.request('/check/poll', { method: 'POST' });
  expect(answer.status).toBe(200);
  return answer.json();
}

function auditOf() {
  const google = school.google('service:check');
  return createAudit({
    ...google,
    bucket: 'houqin-test',
    driveId: school.directory.auditDriveId ?? '',
  });
}

/** The story of a workbook, but for the beginning of the audit. */
async function story(workbook = 'service'): Promise<readonly AuditLine[]> {
  const { lines, brokenAt } = await auditOf().read(workbook, '2026-11');
  expect(brokenAt).toBeUndefined();
  return lines.filter(({ what }) => what !== 'blind');
}

const told = (lines: readonly AuditLine[]) =>
  lines.map(({ register, what, column, before, after, how }) => [
    register,
    what,
    column,
    before,
    what === 'changed' ? after : after === '' ? '' : 'a whole row',
    how,
  ]);

async function addRepair(values: object = {}): Promise<RowId> {
  const id = newId();
  const row = {
    reported: '2026-11-24T08:00:00',
    place: '操场',
    fault: '灯不亮',
    state: 'received',
  };
  await school.workbooks().submit({ register: 'repairs', id, values: { ...row, ...values } });
  return id;
}

describe('each change is told, cell by cell', () => {
  it('a row from a form, what staff change in it, and its end with all that it held', async () => {
    const id = await addRepair();
    await poll();
    await school.staff.edit('repairs', 1, '故障情况', '灯闪');
    await school.staff.edit('repairs', 1, '答复', '明天来');
    await poll();
    await school.staff.deleteRow('repairs', 1);
    await poll();
    const lines = await story();
    expect(told(lines)).toEqual([
      ['repairs', 'added', '', '', 'a whole row', '表单'],
      ['repairs', 'changed', 'fault', '"灯不亮"', '"灯闪"', '表格'],
      ['repairs', 'changed', 'answer', '', '"明天来"', '表格'],
      ['repairs', 'deleted', '', expect.stringContaining('"灯闪"'), '', '表格'],
    ]);
    expect(new Set(lines.map(({ row }) => row))).toEqual(new Set([id]));
    expect(lines.every(({ seen }) => seen.startsWith('2026-11-24T'))).toBe(true);
  });

  it('a row that staff type has its id in the audit', async () => {
    await school.staff.type('repairs', { 地点: '操场', 故障情况: '门坏' });
    await poll();
    const [line] = await story();
    expect(line).toMatchObject({ what: 'added', how: '表格' });
    expect(line?.row).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('nothing is told of a sort, nor when nothing changed', async () => {
    await addRepair({ fault: 'a' });
    await addRepair({ fault: 'b' });
    await poll();
    await poll();
    const before = await story();
    await school.staff.sort('repairs', '故障情况', 'DESCENDING');
    const writes = school.localGoogle.counts.read().total.writes;
    await poll();
    expect(await story()).toEqual(before);
    expect(school.localGoogle.counts.read().total.writes).toBe(writes);
  });

  it('text in a number column is kept as it was typed', async () => {
    await addRepair();
    await poll();
    await school.staff.edit('repairs', 1, '工时', '半天');
    await poll();
    expect((await story()).at(-1)).toMatchObject({
      column: 'labour',
      after: '{"unreadable":"半天"}',
    });
  });

  it('personal cells that have an end are only there sealed', async () => {
    await addRepair({ phone: '13800002468' });
    await poll();
    await school.staff.edit('repairs', 1, '联系电话', '13900001357');
    await poll();
    const lines = await story();
    expect(JSON.stringify(lines)).not.toMatch(/13800002468|13900001357/);
    const changed = lines.at(-1);
    expect(isSealed(changed?.after ?? '')).toBe(false);
    const sealed: unknown = JSON.parse(changed?.after ?? '""');
    const seals = createSeals({
      storage: school.google('service:check').storage,
      bucket: 'houqin-test',
      random: systemRandom,
    });
    const place = { register: 'repairs', column: 'phone', month: changed?.month ?? '' };
    expect(await seals.open(place, String(sealed))).toBe('"13900001357"');
  });

  it('says who changed the file last as far as Drive tells, and else that it is not known', async () => {
    await addRepair();
    await poll();
    await school.staff.edit('repairs', 1, '故障情况', '灯闪');
    await poll();
    expect((await story()).at(-1)?.by).not.toBe('');
  });
});

describe('a check that begins anew', () => {
  const next = async () => {
    clock.advance(21_000);
    return school.check();
  };

  it('tells what changed while none looked, once', async () => {
    await addRepair();
    await poll();
    await school.staff.edit('repairs', 1, '故障情况', '灯闪');
    await poll(await next());
    await poll(await next());
    expect(told(await story()).at(-1)).toEqual([
      'repairs',
      'changed',
      'fault',
      '"灯不亮"',
      '"灯闪"',
      '表格',
    ]);
    expect(await story()).toHaveLength(2);
  });

  it('goes on from the audit when the last one died before it kept its snapshot', async () => {
    await addRepair();
    await poll();
    const { storage } = school.google('service:check');
    const name = `snapshots/${school.spreadsheetId('service')}.json.gz`;
    const before = await storage.read('houqin-test', name);
    await school.staff.edit('repairs', 1, '故障情况', '灯闪');
    await poll();
    // As if it had died between the audit and the snapshot.
    await storage.write('houqin-test', name, before?.bytes ?? new Uint8Array(), {
      contentType: 'application/gzip',
    });
    await school.staff.edit('repairs', 1, '故障情况', '灯不亮也不闪');
    await poll(await next());
    expect(told(await story()).slice(1)).toEqual([
      ['repairs', 'changed', 'fault', '"灯不亮"', '"灯闪"', '表格'],
      ['repairs', 'changed', 'fault', '"灯闪"', '"灯不亮也不闪"', '表格'],
    ]);
  });

  it('goes on after a snapshot that it had given up came through late', async () => {
    await addRepair();
    await poll();
    const { storage } = school.google('service:check');
    const name = `snapshots/${school.spreadsheetId('service')}.json.gz`;
    const kept = await storage.read('houqin-test', name);
    await storage.write('houqin-test', name, kept?.bytes ?? new Uint8Array(), {
      contentType: 'application/gzip',
    });
    await school.staff.edit('repairs', 1, '故障情况', '灯闪');
    expect((await check.request('/check/poll', { method: 'POST' })).status).toBe(500);
    await poll();
    await school.staff.edit('repairs', 1, '故障情况', '灯不亮也不闪');
    await poll();
    expect(told(await story()).slice(1)).toEqual([
      ['repairs', 'changed', 'fault', '"灯不亮"', '"灯闪"', '表格'],
      ['repairs', 'changed', 'fault', '"灯闪"', '"灯不亮也不闪"', '表格'],
    ]);
  });

  it('that finds no snapshot says from when to when it was blind', async () => {
    await addRepair();
    await poll();
    const { storage } = school.google('service:check');
    await storage.delete('houqin-test', `snapshots/${school.spreadsheetId('service')}.json.gz`);
    await school.staff.edit('repairs', 1, '故障情况', '没人看见的改动');
    clock.advance(3_600_000);
    await poll(school.check());
    const { lines, brokenAt } = await auditOf().read('service', '2026-11');
    expect(brokenAt).toBeUndefined();
    const blind = lines.at(-1);
    expect(blind).toMatchObject({ what: 'blind' });
    expect((blind?.before ?? '') < (blind?.after ?? '')).toBe(true);
  });

  it('takes a damaged snapshot for a lost one', async () => {
    const { storage } = school.google('service:check');
    const name = `snapshots/${school.spreadsheetId('service')}.json.gz`;
    await storage.write('houqin-test', name, new TextEncoder().encode('not a snapshot'), {
      contentType: 'application/gzip',
    });
    await poll(await next());
    const { lines } = await auditOf().read('service', '2026-11');
    expect(lines.filter(({ what }) => what === 'blind')).toHaveLength(2);
  });
});

describe('the audit itself', () => {
  it('shows where somebody changed it', async () => {
    await addRepair();
    await addRepair();
    await poll();
    await alterAudit(school, '2026-11');
    expect((await auditOf().read('service', '2026-11')).brokenAt).toBe(2);
  });

  it('is read on from its last line when that fills its tab to the last row', async () => {
    const audit = auditOf();
    const { head } = await audit.read('service', '2026-11');
    const line: AuditLine = {
      seen: '2026-11-24T10:00:00',
      register: 'repairs',
      row: newId(),
      label: '',
      what: 'changed',
      column: 'fault',
      month: '2026-11',
      before: '',
      after: '"灯闪"',
      by: '',
      how: '表格',
    };
    // A new tab has a thousand rows, the header's among them.
    const lines = Array.from({ length: 999 - head.lines }, () => line);
    const full = await audit.append('service', head, '2026-11', lines);
    expect(full.lines).toBe(999);
    expect(await auditOf().since('service', full)).toEqual({ lines: [], head: full });
    const more = await audit.append('service', full, '2026-11', [line]);
    expect(await auditOf().since('service', full)).toEqual({ lines: [line], head: more });
  });

  it('cannot be opened by staff', async () => {
    const { drive } = school.google('staff');
    const members = await drive.members(school.directory.auditDriveId ?? '');
    expect(members.every((member) => !member.includes('staff'))).toBe(true);
  });
});
