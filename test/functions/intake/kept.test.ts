import { beforeEach, describe, expect, it } from 'vitest';
import { createIntake } from '#functions/intake/create-intake.ts';
import { createLater } from '#functions/intake/later.ts';
import { createLinks } from '#platform/links/index.ts';
import { createLog } from '#platform/log/index.ts';
import { systemRandom, uuidFrom } from '#platform/random.ts';
import { repairs } from '#schema/registers/service/repairs.ts';
import { createFakeClock } from '../../school/fake-clock.ts';
import { openSchool, type School } from '../../school/open-school.ts';

const queue = 'projects/houqin/locations/local/queues/later';
const url = 'https://forms.school.example';
const none = '';
const assets = {
  script: none,
  sheetScript: none,
  apiScript: none,
  worker: none,
  style: none,
  sheetStyle: none,
  printStyle: none,
};
const values = { place: '教学楼 A201', fault: '灯不亮' };
const write = 'sheets.spreadsheets.batchUpdate';

let school: School;
let intake: ReturnType<typeof createIntake>;
let token: string;

beforeEach(async () => {
  const clock = createFakeClock();
  school = await openSchool({ clock, registers: [repairs], outward: async () => Response.error() });
  school.localGoogle.stop();
  const google = school.google('service:intake');
  await google.tasks.createQueue(queue);
  const links = createLinks({ keys: [{ id: 'k1', secret: new Uint8Array(32).fill(7) }], clock });
  token = links.sign({ kind: 'public', registers: ['repairs'] });
  const log = createLog({ write: (line) => school.logged.push(line) });
  intake = createIntake({
    workbooks: school.workbooks(),
    links,
    // A person's patience is not what is tried here: the writer gives up by itself.
    clock: { now: clock.now, sleep: () => new Promise(() => {}) },
    random: systemRandom,
    log,
    baseUrl: url,
    drawSecret: 'a secret of this test',
    assets,
    later: createLater({
      tasks: () => Promise.resolve(google.tasks),
      clock,
      log,
      url,
      queue,
      hookSecret: 'a secret of the hooks',
    }),
  });
});

const send = (id: string, more: object = {}, language = 'zh') =>
  intake.request(`/intake/api/repairs?t=${token}&lang=${language}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id, values: { ...values, ...more } }),
  });

/** The tasks that wait, as Cloud Tasks delivers them. */
const tasks = () =>
  [...(school.localGoogle.state.queues.get(queue)?.tasks.values() ?? [])].map((task) => ({
    path: task.url.slice(url.length),
    init: { method: 'POST', headers: task.headers, body: Buffer.from(task.body).toString() },
  }));

const outage = () => school.localGoogle.faults.add([{ match: { method: write }, kind: '503' }]);

describe('Google is out for long', () => {
  it('answers 202 in words that say what happens, once Cloud Tasks has it', async () => {
    outage();
    const id = uuidFrom(systemRandom);
    const answer = await send(id);
    expect(answer.status).toBe(202);
    expect(await answer.json()).toMatchObject({
      id,
      message: '已收到并保存。表格暂时连不上，恢复后会自动登记，不用再填。',
      receipt: expect.stringContaining('/intake/receipt/'),
    });
    expect(tasks()).toHaveLength(1);
  });

  it('writes it once when it is handed back, however often', async () => {
    outage();
    const id = uuidFrom(systemRandom);
    await send(id);
    const [task] = tasks();
    if (!task) throw new Error('nothing was kept');
    expect((await intake.request(task.path, task.init)).status).toBe(503);
    school.localGoogle.faults.clear();
    const statuses = [];
    for (let times = 0; times < 3; times += 1)
      statuses.push((await intake.request(task.path, task.init)).status);
    expect(statuses).toEqual([200, 200, 200]);
    expect((await send(id)).status).toBe(200);
    const { rows } = await school.staff.see('repairs');
    expect(rows).toMatchObject([{ 行编号: id, 故障情况: '灯不亮' }]);
  });

  it('what had the id of something else stands beside it, and is not lost', async () => {
    outage();
    const id = uuidFrom(systemRandom);
    await send(id);
    const [task] = tasks();
    if (!task) throw new Error('nothing was kept');
    school.localGoogle.faults.clear();
    await send(id, { fault: '水管漏水' });
    for (let times = 0; times < 2; times += 1)
      expect((await intake.request(task.path, task.init)).status).toBe(200);
    const { rows } = await school.staff.see('repairs');
    expect(rows.map((row) => row.故障情况).toSorted()).toEqual(['水管漏水', '灯不亮']);
  });

  it('keeps both of two things that were sent under one id', async () => {
    outage();
    const id = uuidFrom(systemRandom);
    expect((await send(id)).status).toBe(202);
    expect((await send(id, { fault: '水管漏水' })).status).toBe(202);
    school.localGoogle.faults.clear();
    for (const { path, init } of tasks())
      expect((await intake.request(path, init)).status).toBe(200);
    const { rows } = await school.staff.see('repairs');
    expect(rows.map((row) => row.故障情况).toSorted()).toEqual(['水管漏水', '灯不亮']);
  });

  it('answers a page without JavaScript by a page that says so', async () => {
    outage();
    const fields = new URLSearchParams({ _id: uuidFrom(systemRandom), ...values });
    const answer = await intake.request(`/intake/form/repairs?t=${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: fields.toString(),
    });
    expect(answer.status).toBe(202);
    expect(await answer.text()).toContain('恢复后会自动登记');
  });

  it('answers 503 with Retry-After where Cloud Tasks is out too: nobody is told what is not so', async () => {
    outage();
    school.localGoogle.faults.add([{ match: { method: 'cloudtasks.' }, kind: '503' }]);
    const answer = await send(uuidFrom(systemRandom));
    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('takes no row from whoever does not know the secret', async () => {
    outage();
    await send(uuidFrom(systemRandom));
    const [task] = tasks();
    if (!task) throw new Error('nothing was kept');
    school.localGoogle.faults.clear();
    const body = task.init.body.replace('灯不亮', '是我写的');
    expect((await intake.request(task.path, { ...task.init, body })).status).toBe(404);
    expect((await intake.request(task.path, { ...task.init, headers: {} })).status).toBe(404);
    expect((await school.staff.see('repairs')).rows).toEqual([]);
  });
});

describe('what a program may get wrong', () => {
  it.each([
    '',
    '42',
    'not-a-uuid',
    '6f0c1d1c-58c6-4c46-9f1e',
    'ZZZZZZZZ-58c6-4c46-9f1e-3d9f3b1f3a6e',
  ])('an id that is no UUID is refused at its field: %j', async (id) => {
    const answer = await send(id);
    expect(answer.status).toBe(422);
    expect(JSON.stringify(await answer.json())).toContain('"column":"id"');
  });

  it('a form from before the register changed: names the field that is no more, and keeps the rest unsaid', async () => {
    const answer = await send(uuidFrom(systemRandom), { floor: '三楼' });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ issues: [{ column: 'floor' }] });
    expect((await school.staff.see('repairs')).rows).toEqual([]);
  });

  it('the clock of a phone is not asked: the row has the moment at which it came', async () => {
    const answer = await send(uuidFrom(systemRandom));
    expect(answer.status).toBe(201);
    const { rows } = await school.staff.see('repairs');
    expect(rows[0]?.报修时间).toContain('2026');
  });
});
