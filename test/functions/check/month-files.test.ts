import { beforeEach, describe, expect, it } from 'vitest';
import { createAudit } from '#platform/audit/index.ts';
import { systemRandom, uuidFrom } from '#platform/random.ts';
import type { Since, Submission, Workbooks } from '#platform/workbook/index.ts';
import { matterColumn } from '#platform/workbook/matter-lines.ts';
import { openMattersTab, sheetIdOf } from '#platform/workbook/tabs.ts';
import { departures } from '#schema/registers/gate/departures.ts';
import { hosts } from '#schema/registers/gate/hosts.ts';
import { parcels } from '#schema/registers/gate/parcels.ts';
import { regulars } from '#schema/registers/gate/regulars.ts';
import { visitingVehicles } from '#schema/registers/gate/visiting-vehicles.ts';
import { visitors } from '#schema/registers/gate/visitors.ts';
import { runs } from '#schema/registers/plan/runs.ts';
import { settings } from '#schema/registers/school/settings.ts';
import { localDate, rowId } from '#schema/values.ts';
import { createFakeClock } from '../../school/fake-clock.ts';
import { openSchool, type School } from '../../school/open-school.ts';
import { createStaff, type Staff } from '../../school/staff.ts';

const registers = [
  visitors,
  visitingVehicles,
  departures,
  regulars,
  parcels,
  hosts,
  settings,
  runs,
];
const day = 86_400_000;
const sinceTerm: Since = () => localDate.parse('2026-09-01');
let clock: ReturnType<typeof createFakeClock>;
let school: School;
let check: ReturnType<School['check']>;
let forms: Workbooks;

/** Tuesday 24 November 2026, ten in the morning. */
beforeEach(async () => {
  clock = createFakeClock();
  school = await openSchool({ clock, seed: 'months', registers });
  check = school.check();
  forms = school.workbooks();
  await post('/check/poll');
});

async function post(path: string) {
  const answer = await check.request(path, { method: 'POST' });
  expect(answer.status).toBe(200);
  return answer.json();
}

/** The clock goes to a moment of the school. */
const until = (moment: string): void =>
  clock.advance(Date.parse(`${moment}+08:00`) - clock.now().getTime());

async function fileOf(month: string): Promise<string> {
  const id = (await school.directoryNow()).monthFiles?.gate?.[month];
  if (id === undefined) throw new Error(`there is no file for ${month}`);
  return id;
}

/** Staff in a month's file. */
async function at(month: string): Promise<Staff> {
  const id = await fileOf(month);
  return createStaff({ google: school.google('staff'), registers, spreadsheetId: () => id });
}

const namesIn = async (month: string): Promise<string[]> =>
  (await (await at(month)).see('visitors')).rows.map((row) => row.来访人 ?? '').toSorted();

function visit(name: string, values: Record<string, string> = {}): Submission {
  return {
    register: 'visitors',
    id: rowId.parse(uuidFrom(systemRandom)),
    values: {
      arrived: clock.now().toISOString().slice(0, 19),
      kind: 'visitor',
      name,
      phone: '13800002468',
      reason: 'parent',
      host: '七年级组',
      ...values,
    },
    origin: { how: 'form' },
  };
}

const send = async (submission: Submission, by = forms): Promise<string> =>
  (await by.submit(submission)).outcome;

const arrived = (moment: string) => ({ arrived: moment });
const leave = (badge: string, left: string): Submission => ({
  register: 'departures',
  id: rowId.parse(uuidFrom(systemRandom)),
  values: { left, badge },
});

/** The last night of November: next month's file was made, and the month is about to turn. */
async function lastNight(): Promise<void> {
  until('2026-11-25T02:30:00');
  check = school.check();
  await post('/check/sweep');
  until('2026-11-30T23:50:00');
  check = school.check();
  await post('/check/poll');
}

async function turn(): Promise<void> {
  until('2026-12-01T00:01:00');
  check = school.check();
  await post('/check/poll');
}

describe('the file of a month', () => {
  it('is made ahead from the twentieth on, laid out as set-up does it, with its form links', async () => {
    expect(Object.keys((await school.directoryNow()).monthFiles?.gate ?? {})).toEqual(['2026-11']);
    await post('/check/sweep');
    const id = await fileOf('2026-12');
    const { drive, sheets } = school.google('owner');
    expect((await drive.getFile(id, 'name')).name).toBe('青山中学·门卫 2026-12');
    const { values = [] } = await sheets.values(id, '首页!A1:D20', {
      valueRenderOption: 'FORMULA',
    });
    const line = values?.find(([title]) => title === '来访登记') ?? [];
    expect(line[3]).toContain('http://127.0.0.1/intake/form/visitors');
    expect((await (await at('2026-12')).see('visitors')).headers).toContain('来访人');
    await post('/check/sweep');
    expect(Object.keys((await school.directoryNow()).monthFiles?.gate ?? {})).toHaveLength(2);
  });

  it('changes at midnight by the clock, for forms that nobody told', async () => {
    await send(visit('旧月来的', arrived('2026-11-24T09:00:00')));
    await lastNight();
    expect(await send(visit('零点前', arrived('2026-11-30T23:50:00')))).toBe('written');
    until('2026-12-01T00:00:10');
    expect(await send(visit('零点后', arrived('2026-12-01T00:00:05')))).toBe('written');
    expect(await namesIn('2026-11')).toEqual(['旧月来的', '零点前']);
    expect(await namesIn('2026-12')).toEqual(['零点后']);
  });

  it('takes along what is not over and all lists, and nothing else, with the same ids', async () => {
    await send(visit('还在里面', { ...arrived('2026-11-24T09:00:00'), badge: '1' }));
    await send(
      visit('自己登记走', { ...arrived('2026-11-24T09:00:00'), left: '2026-11-24T10:00:00' }),
    );
    await send(visit('交牌走', { ...arrived('2026-11-24T09:00:00'), badge: '2' }));
    await send(leave('2', '2026-11-24T11:00:00'));
    await send({
      register: 'hosts',
      id: rowId.parse(uuidFrom(systemRandom)),
      values: { name: '七年级组', room: 'A201', stopped: false },
    });
    await lastNight();
    await turn();
    expect(await namesIn('2026-12')).toEqual(['还在里面']);
    const next = await at('2026-12');
    expect(
      (await next.see('hosts')).rows.map((row) => row.名称 ?? Object.values(row)[1]),
    ).toHaveLength(1);
    expect((await next.see('departures')).rows).toEqual([]);
    const rows = async (since?: Since) =>
      (await school.workbooks('service:report').read(['visitors'], since)).get('visitors')?.rows;
    expect((await rows(sinceTerm))?.map(({ values }) => values.name)).toEqual([
      '还在里面',
      '自己登记走',
      '交牌走',
    ]);
    expect((await rows())?.[0]?.id).toBe((await rows(sinceTerm))?.[0]?.id);
    await send(leave('1', '2026-12-01T07:00:00'));
    await post('/check/poll');
    expect((await next.see('visitors')).rows[0]?.检查结果 ?? '').not.toContain('没登记离校');
  });

  it('is closed to staff when the next begins, and its 首页 leads there', async () => {
    await send(visit('旧月来的', arrived('2026-11-24T09:00:00')));
    await lastNight();
    await turn();
    const before = await at('2026-11');
    await expect(before.edit('visitors', 1, '备注', '补一句')).rejects.toThrow(/protected/);
    await expect(
      before.does('visitors', [
        {
          updateCells: {
            start: {
              sheetId: sheetIdOf(openMattersTab.key),
              rowIndex: 1,
              columnIndex: matterColumn('reason'),
            },
            rows: [{ values: [{ userEnteredValue: { stringValue: '不用改' } }] }],
            fields: 'userEnteredValue',
          },
        },
      ]),
    ).rejects.toThrow(/protected/);
    const lines = await before.seeTab('gate', '首页');
    expect(lines.flat()).toContain('本月已结束，请到新的一月登记：点这里打开');
    const { values = [] } = await school
      .google('owner')
      .sheets.values(await fileOf('2026-11'), '首页!A4', { valueRenderOption: 'FORMULA' });
    expect(values?.[0]?.[0]).toContain(await fileOf('2026-12'));
    await (await at('2026-12')).edit('visitors', 1, '备注', '新表可以写');
  });

  it('has its last changes in the audit, whose chain goes on in the next', async () => {
    await send(visit('旧月来的', arrived('2026-11-24T09:00:00')));
    await lastNight();
    await (await at('2026-11')).edit('visitors', 1, '人数', 3);
    until('2026-12-01T00:00:30');
    await send(visit('零点后', arrived('2026-12-01T00:00:20')));
    await turn();
    const audit = createAudit({
      ...school.google('service:check'),
      bucket: 'houqin-test',
      driveId: school.directory.auditDriveId ?? '',
    });
    const lines = [];
    for await (const month of audit.story('gate')) {
      expect(month.brokenAt).toBeUndefined();
      lines.push(...month.lines);
    }
    expect(lines.filter(({ what }) => what === 'blind')).toHaveLength(1);
    expect(lines.filter(({ column }) => column === 'people')).toHaveLength(1);
    // The row that went on, and the one that came since midnight.
    expect(lines.filter(({ what, seen }) => what === 'added' && seen >= '2026-12')).toHaveLength(2);
  });

  it('while none was made ahead and nobody looks, forms go on in the one there is', async () => {
    until('2026-12-01T00:00:10');
    expect(await send(visit('零点后', arrived('2026-12-01T00:00:05')))).toBe('written');
    expect(await namesIn('2026-11')).toEqual(['零点后']);
    await turn();
    expect(await namesIn('2026-12')).toEqual(['零点后']);
    clock.advance(60_000);
    expect(await send(visit('再晚些', arrived('2026-12-01T00:02:00')))).toBe('written');
    expect(await namesIn('2026-12')).toEqual(['再晚些', '零点后']);
  });
});

describe('a form that is sent while the month turns', () => {
  const all = async () => [...(await namesIn('2026-11')), ...(await namesIn('2026-12'))];

  it.each([
    ['by the same instance', () => forms],
    ['by another', () => school.workbooks()],
  ])('and again after midnight %s stands once', async (_, other) => {
    await lastNight();
    const submission = visit('跨零点', arrived('2026-11-30T23:59:00'));
    await send(submission);
    until('2026-12-01T00:00:10');
    expect(await send({ ...submission, retry: true }, other())).toBe('already');
    expect(await send({ ...submission, retry: true, sent: { other: 'words' } }, other())).toBe(
      'different',
    );
    expect(await all()).toEqual(['跨零点']);
  });

  it('and again while its first write is still under way stands once', async () => {
    await lastNight();
    await send(visit('先来的', { ...arrived('2026-11-30T23:50:00'), left: '2026-11-30T23:55:00' }));
    const submission = visit('跨零点', arrived('2026-11-30T23:59:00'));
    let again: Promise<string> | undefined;
    school.beforeNext(':batchUpdate', async () => {
      until('2026-12-01T00:00:10');
      again = send({ ...submission, retry: true });
      await new Promise((resolve) => setImmediate(resolve));
    });
    expect(await send(submission)).toBe('written');
    expect(await again).toBe('already');
    expect(await all()).toEqual(['先来的', '跨零点']);
  });

  it('and again when it went on into the next file stands once', async () => {
    await lastNight();
    const submission = visit('跨零点', arrived('2026-11-30T23:59:00'));
    await send(submission);
    await turn();
    expect(await send({ ...submission, retry: true }, school.workbooks())).toBe('already');
    expect(await namesIn('2026-12')).toEqual(['跨零点']);
  });

  it('into the old file by a clock that is slow is taken along in the night', async () => {
    await lastNight();
    const slow = school.workbooks();
    await slow.read(['visitors']);
    await turn();
    const now = clock.now().getTime();
    until('2026-11-30T23:59:59');
    await send(visit('钟慢了', arrived('2026-12-01T00:00:30')), slow);
    clock.advance(now - clock.now().getTime());
    expect(await namesIn('2026-12')).toEqual([]);
    await post('/check/sweep');
    expect(await namesIn('2026-12')).toEqual(['钟慢了']);
  });
});

describe('a turn that is interrupted', () => {
  it.each([
    ['before the old file is ended', ':batchUpdate', 1],
    ['before what is open is copied', ':batchUpdate', 4],
    ['before the directory says so', 'ifGenerationMatch', 2],
  ])('%s is done again, and nothing is lost or doubled', async (_, call, times) => {
    await send(visit('还在里面', arrived('2026-11-24T09:00:00')));
    await lastNight();
    until('2026-12-01T00:01:00');
    check = school.check();
    for (let tried = 0; tried < times * 5; tried += 1)
      school.beforeNext(call, () => Promise.reject(new Error('no network')));
    await check.request('/check/poll', { method: 'POST' });
    expect(school.logged.join('')).toContain('month-not-turned');
    for (let looks = 0; looks < 4; looks += 1) {
      clock.advance(21_000);
      check = school.check();
      await check.request('/check/poll', { method: 'POST' });
    }
    expect(await namesIn('2026-12')).toEqual(['还在里面']);
    expect((await school.directoryNow()).spreadsheets.gate).toBe(await fileOf('2026-12'));
  });
});

describe('when the time of a month’s visitors is over', () => {
  const later = async (moment: string, path: string) => {
    until(moment);
    check = school.check();
    return post(path);
  };

  it('its file goes for good with its history; what is not personal stays for the term’s paper', async () => {
    await send(visit('早走的', { ...arrived('2026-11-24T09:00:00'), left: '2026-11-24T10:00:00' }));
    await lastNight();
    await turn();
    const id = await fileOf('2026-11');
    expect(await later('2026-12-25T03:00:00', '/check/erase')).toMatchObject({ cells: 2 });
    expect(await namesIn('2026-11')).toEqual(['']);
    await later('2026-12-31T03:00:00', '/check/erase');
    const { drive } = school.google('owner');
    await expect(drive.getFile(id, 'id')).rejects.toMatchObject({ kind: 'missing' });
    const directory = await school.directoryNow();
    expect(Object.keys(directory.monthFiles?.gate ?? {})).not.toContain('2026-11');
    const read = await school.workbooks('service:report').read(['visitors'], sinceTerm);
    const rows = read.get('visitors')?.rows ?? [];
    expect(rows.map(({ values }) => values)).toEqual([
      expect.objectContaining({ host: '七年级组', reason: 'parent' }),
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/早走的|13800002468/);
  });

  it('whoever is still inside keeps standing in the file that is in use', async () => {
    await send(visit('还在里面', arrived('2026-11-24T09:00:00')));
    await lastNight();
    await turn();
    await later('2026-12-31T03:00:00', '/check/erase');
    expect((await (await at('2026-12')).see('visitors')).rows).toHaveLength(1);
  });

  it('an answer to a form of that month is still right when it is sent again weeks later', async () => {
    const submission = visit('早走的', {
      ...arrived('2026-11-24T09:00:00'),
      left: '2026-11-24T10:00:00',
    });
    await send(submission);
    await lastNight();
    await turn();
    await later('2026-12-31T03:00:00', '/check/erase');
    expect(await send({ ...submission, retry: true }, school.workbooks())).toBe('already');
    clock.advance(day);
  });
});
