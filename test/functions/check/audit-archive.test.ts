import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { createAudit } from '#platform/audit/index.ts';
import { systemRandom, uuidFrom } from '#platform/random.ts';
import { createSeals } from '#platform/seals/index.ts';
import { visitors } from '#schema/registers/gate/visitors.ts';
import { runs } from '#schema/registers/plan/runs.ts';
import { settings } from '#schema/registers/school/settings.ts';
import { repairs } from '#schema/registers/service/repairs.ts';
import { type RowId, rowId } from '#schema/values.ts';
import { tellAudit } from '#scripts/audit/tell-audit.ts';
import { prepareRestore } from '#scripts/restore/restore.ts';
import { createFakeClock } from '../../school/fake-clock.ts';
import { openSchool, type School } from '../../school/open-school.ts';
import { alterAudit } from './alter-audit.ts';

const bucket = 'houqin-test';
const registers = [repairs, visitors, settings, runs];
const compressed = 'audit/2026-07.jsonl.gz';
let clock: ReturnType<typeof createFakeClock>;
let school: School;
let check: ReturnType<School['check']>;

beforeEach(async () => {
  clock = createFakeClock(new Date('2026-07-10T02:00:00Z'));
  school = await openSchool({ clock, seed: 'archive', registers });
  check = school.check();
  await post('/check/poll');
});

async function post(path: string) {
  const answer = await check.request(path, { method: 'POST' });
  expect(answer.status).toBe(200);
  return answer.json();
}

/** Another instance begins, in a later month. */
function monthsLater(months: number): void {
  const now = clock.now();
  const then = new Date(now);
  then.setUTCMonth(now.getUTCMonth() + months);
  clock.advance(then.getTime() - now.getTime());
  check = school.check();
}

async function add(register: string, values: Record<string, string>): Promise<RowId> {
  const id = rowId.parse(uuidFrom(systemRandom));
  await school.workbooks().submit({ register, id, values });
  await post('/check/poll');
  return id;
}

const addRepair = (fault: string) =>
  add('repairs', { reported: '2026-07-10T08:00:00', place: '操场', fault, state: 'received' });

const auditOf = () =>
  createAudit({
    ...school.google('service:check'),
    bucket,
    driveId: school.directory.auditDriveId ?? '',
  });

const spreadsheetsOf = async () =>
  (await school.google('owner').drive.listFiles("name contains '审计' and trashed = false", 'name'))
    .map(({ name }) => name)
    .toSorted();

const idOf = async (name: string) =>
  (await school.google('owner').drive.listFiles(`name = '${name}' and trashed = false`, 'id'))[0]
    ?.id;

async function told(question: { row?: string; month?: string; verify?: boolean } = {}) {
  const lines: string[] = [];
  const asked = { verify: true, ...question };
  for await (const { text } of tellAudit(
    auditOf(),
    ['service', 'gate', 'people'],
    registers,
    asked,
  ))
    lines.push(text);
  return lines;
}

const altered = async () => (await told()).filter((line) => line.includes('被改动过'));
const textOf = async (): Promise<string> => {
  const found = await school.google('owner').storage.read(bucket, compressed);
  return gunzipSync(found?.bytes ?? new Uint8Array()).toString();
};
const replace = (bytes: Uint8Array) =>
  school.google('owner').storage.write(bucket, compressed, bytes, {
    contentType: 'application/gzip',
  });
const whyOfLastRun = async () => (await school.staff.see('runs')).rows.at(-1)?.说明 ?? '';

describe('a month of the audit that is past its age', () => {
  it('is moved into a compressed file by the sweep, found there, and the chain goes on', async () => {
    const id = await addRepair('灯不亮');
    await school.staff.edit('repairs', 1, '故障情况', '灯闪');
    await post('/check/poll');
    monthsLater(3);
    await post('/check/sweep');
    expect(await spreadsheetsOf()).toContain('审计 2026-07');
    monthsLater(1);
    await post('/check/sweep');
    expect(await spreadsheetsOf()).not.toContain('审计 2026-07');
    expect(await auditOf().months()).toEqual(['2026-07', '2026-11']);

    await school.staff.edit('repairs', 1, '故障情况', '灯又不亮');
    await post('/check/poll');
    const story = await told({ row: id, verify: false });
    expect(story).toHaveLength(3);
    expect(story[1]).toContain('"灯不亮" → "灯闪"');
    expect(story[2]).toContain('"灯闪" → "灯又不亮"');
    expect(await told({ month: '2026-07', verify: false })).toHaveLength(5);
    expect(await altered()).toEqual([]);
    expect(
      (await told()).some((line) => line.startsWith(`${compressed} service：3 行，完整`)),
    ).toBe(true);
  });

  it('stays as long as 设置 says', async () => {
    await addRepair('灯不亮');
    await add('settings', { key: 'auditMonths', value: '12' });
    monthsLater(10);
    await post('/check/sweep');
    expect(await spreadsheetsOf()).toContain('审计 2026-07');
    monthsLater(3);
    await post('/check/sweep');
    expect(await spreadsheetsOf()).not.toContain('审计 2026-07');
  });

  it('gives back a row that was deleted then', async () => {
    const id = await addRepair('灯不亮');
    await school.staff.deleteRow('repairs', 1);
    await post('/check/poll');
    monthsLater(4);
    await post('/check/sweep');
    expect(await spreadsheetsOf()).not.toContain('审计 2026-07');
    const prepared = await prepareRestore(
      {
        google: school.google('owner'),
        bucket,
        directory: school.directory,
        rowPage: () => () => undefined,
      },
      registers,
      { register: repairs, row: id },
    );
    await prepared.write();
    expect((await school.staff.see('repairs')).rows).toEqual([
      expect.objectContaining({ 故障情况: '灯不亮' }),
    ]);
  });

  it('keeps personal cells sealed, and when their key is destroyed nobody reads them and the chain holds', async () => {
    await add('visitors', {
      arrived: '2026-07-10T09:00:00',
      kind: 'visitor',
      name: '林先生',
      phone: '13800002468',
      reason: 'parent',
      host: '七年级组',
    });
    monthsLater(4);
    await post('/check/sweep');
    const text = await textOf();
    expect(text).not.toMatch(/林先生|13800002468/);
    const line = text.split('\n').find((one) => one.includes('visitors')) ?? '[]';
    const whole: unknown = JSON.parse(line)[9];
    const sealed: string = JSON.parse(String(whole)).cells.name;
    const { storage } = school.google('owner');
    const seals = () => createSeals({ storage, bucket, random: systemRandom });
    const place = { register: 'visitors', column: 'name', month: '2026-07' };
    expect(await seals().open(place, sealed)).toBe('"林先生"');
    await post('/check/erase');
    expect(await seals().open(place, sealed)).toBeUndefined();
    expect(await altered()).toEqual([]);
  });
});

describe('a move that is interrupted', () => {
  it.each([
    ['before the copy is written', async () => 'ifGenerationMatch=0'],
    ['before the copy is read back', async () => encodeURIComponent(compressed)],
    [
      'before the spreadsheet is deleted',
      async () => `/drive/v3/files/${await idOf('审计 2026-07')}`,
    ],
  ])('%s is done again, and no line is lost or doubled', async (_, call) => {
    await addRepair('灯不亮');
    await post('/check/poll');
    const before = await told({ month: '2026-07', verify: false });
    monthsLater(4);
    await post('/check/poll');
    const interrupted = await call();
    // As often as a call is tried.
    for (let attempt = 0; attempt < 5; attempt += 1)
      school.beforeNext(interrupted, () => Promise.reject(new Error('no network')));
    await post('/check/sweep');
    expect(await whyOfLastRun()).toContain('压缩旧审计没有做完');
    expect(await spreadsheetsOf()).toContain('审计 2026-07');
    expect(await told({ month: '2026-07', verify: false })).toEqual(before);
    clock.advance(21_000);
    check = school.check();
    await post('/check/sweep');
    expect(await spreadsheetsOf()).not.toContain('审计 2026-07');
    expect(await told({ month: '2026-07', verify: false })).toEqual(before);
    expect(await altered()).toEqual([]);
  });

  it('replaces a copy that says something else than the spreadsheet', async () => {
    await addRepair('灯不亮');
    await replace(gzipSync('["service","of","another","making"]\n'));
    monthsLater(4);
    await post('/check/sweep');
    expect(await spreadsheetsOf()).not.toContain('审计 2026-07');
    expect(await altered()).toEqual([]);
    expect(await textOf()).toContain('灯不亮');
  });
});

describe('what somebody altered is found and named', () => {
  const moved = async () => {
    await addRepair('灯不亮');
    await addRepair('门坏');
    monthsLater(4);
    await post('/check/sweep');
  };

  it('a line of a compressed file', async () => {
    await moved();
    await replace(gzipSync((await textOf()).replace('门坏', '门没坏')));
    expect(await altered()).toEqual([
      expect.stringMatching(/^audit\/2026-07\.jsonl\.gz service：第 3 行/),
    ]);
  });

  it('a line taken off the end of a compressed file: the next month does not follow', async () => {
    await moved();
    await school.staff.edit('repairs', 1, '故障情况', '灯闪');
    await post('/check/poll');
    const lines = (await textOf()).trimEnd().split('\n');
    const last = lines.findLastIndex((line) => line.startsWith('["service"'));
    await replace(gzipSync(`${lines.toSpliced(last, 1).join('\n')}\n`));
    expect(await altered()).toEqual([expect.stringMatching(/^审计 2026-11 service：第 1 行/)]);
  });

  it('a compressed file that cannot be read', async () => {
    await moved();
    await replace(new TextEncoder().encode('nothing of ours'));
    expect(await altered()).toContainEqual(
      expect.stringMatching(/^audit\/2026-07\.jsonl\.gz service：第 1 行/),
    );
  });

  it('a month that was altered while it was a spreadsheet stays one, and 运行记录 says so', async () => {
    await addRepair('灯不亮');
    await alterAudit(school, '2026-07');
    monthsLater(4);
    await post('/check/sweep');
    expect(await spreadsheetsOf()).toContain('审计 2026-07');
    expect(await whyOfLastRun()).toContain('审计 2026-07 的“service”第 2 行被改动过');
  });
});

describe('a clock that was ahead for a while', () => {
  it('leaves lines behind the latest, and the chain holds', async () => {
    await addRepair('灯不亮');
    monthsLater(12);
    await post('/check/sweep');
    clock.advance(-300 * 86_400_000);
    check = school.check();
    await addRepair('门坏');
    const lines = await told();
    expect(lines.filter((line) => line.includes('被改动过'))).toEqual([]);
    expect(await told({ month: '2026-07', verify: false })).not.toEqual([]);
  });
});
