import { beforeAll, describe, expect, it } from 'vitest';
import { type IntakeSchool, jsonOf, openIntakeSchool, sendJson } from './intake-school.ts';

let school: IntakeSchool;
beforeAll(async () => {
  school = await openIntakeSchool();
});

const fault = { place: '教学楼 A201', fault: '后排第三盏灯不亮' };
const newLink = () => school.link({ registers: ['repairs'] });

describe('POST /intake/api/<register> writes one row', () => {
  it('answers 201 with the id and the address of the receipt', async () => {
    const id = school.newId();
    const answer = await sendJson(school.intake, 'repairs', newLink(), { id, values: fault });
    expect(answer.status).toBe(201);
    const body = await jsonOf(answer);
    expect(body.id).toBe(id);
    expect(body.receipt).toMatch(/^https:\/\/forms\.school\.example\/intake\/receipt\/k1\./);
    const { rows } = await school.staff.see('repairs');
    expect(rows.at(-1)).toMatchObject({
      地点: '教学楼 A201',
      故障情况: '后排第三盏灯不亮',
      状态: '已受理',
      行编号: id,
    });
    expect(rows.at(-1)?.报修时间).toContain('10:00');
  });

  it('answers 200 with the same receipt when the same id comes again, even a minute later', async () => {
    const submission = { id: school.newId(), values: fault };
    const first = await sendJson(school.intake, 'repairs', newLink(), submission);
    await school.clock.advance(60_000);
    const second = await sendJson(school.intake, 'repairs', newLink(), {
      ...submission,
      retry: true,
    });
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(await jsonOf(second)).toEqual(await jsonOf(first));
    const { rows } = await school.staff.see('repairs');
    expect(rows.filter((row) => row.行编号 === submission.id)).toHaveLength(1);
  });

  it('answers 200 to a repeat after a restart, when nothing of the first time is remembered', async () => {
    const submission = { id: school.newId(), values: fault };
    await sendJson(school.intake, 'repairs', newLink(), submission);
    await school.clock.advance(90_000);
    const again = { ...submission, retry: true };
    const restarted = await sendJson(school.newIntake(), 'repairs', newLink(), again);
    expect(restarted.status).toBe(200);
    const { rows } = await school.staff.see('repairs');
    expect(rows.filter((row) => row.行编号 === submission.id)).toHaveLength(1);
  });

  it('writes one row when the same is sent five times at once', async () => {
    const submission = { id: school.newId(), values: fault };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => sendJson(school.intake, 'repairs', newLink(), submission)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 201]);
    const { rows } = await school.staff.see('repairs');
    expect(rows.filter((row) => row.行编号 === submission.id)).toHaveLength(1);
  });

  it('reads an id without regard to its case', async () => {
    const id = school.newId();
    const values = fault;
    await sendJson(school.intake, 'repairs', newLink(), { id, values });
    const again = await sendJson(school.intake, 'repairs', newLink(), {
      id: id.toUpperCase(),
      values,
    });
    expect(again.status).toBe(200);
  });

  it('answers 409 when the same id comes with other values; the first stand', async () => {
    const id = school.newId();
    await sendJson(school.intake, 'repairs', newLink(), { id, values: fault });
    const other = { ...fault, fault: '门坏了' };
    const answer = await sendJson(school.intake, 'repairs', newLink(), { id, values: other });
    expect(answer.status).toBe(409);
    const { rows } = await school.staff.see('repairs');
    expect(rows.find((row) => row.行编号 === id)?.故障情况).toBe('后排第三盏灯不亮');
  });

  it('tells the check which spreadsheet has a new row', async () => {
    school.told.length = 0;
    await sendJson(school.intake, 'repairs', newLink(), { id: school.newId(), values: fault });
    await school.clock.advance(0);
    expect(school.told).toEqual([school.spreadsheetId('service')]);
  });
});

describe('values that do not hold are answered with 422 at their column', () => {
  const issuesOf = async (values: unknown, language = 'zh') => {
    const id = school.newId();
    const answer = await sendJson(
      school.intake,
      'repairs',
      newLink(),
      { id, values },
      { 'Accept-Language': language },
    );
    expect(answer.status).toBe(422);
    return (await jsonOf(answer)).issues;
  };

  it('a required column that is missing', async () => {
    expect(await issuesOf({ place: '食堂' })).toEqual([
      { column: 'fault', message: '请填写故障情况' },
    ]);
  });

  it('in the language of whoever asks', async () => {
    expect(await issuesOf({ place: '食堂' }, 'en-GB,en;q=0.9')).toEqual([
      { column: 'fault', message: 'Please fill in: Fault' },
    ]);
  });

  it('a column that the form does not ask, known to the register or not', async () => {
    const issues = await issuesOf({ ...fault, state: 'done', nonsense: 1 });
    expect(issues.map(({ column }) => column)).toEqual(['state', 'nonsense']);
  });

  it('a place that is not on the list', async () => {
    expect(await issuesOf({ ...fault, place: '月球' })).toEqual([
      { column: 'place', message: '名单里没有“月球”，请从名单中选' },
    ]);
  });

  it('a telephone number that is none, and a value that is no text', async () => {
    expect(await issuesOf({ ...fault, phone: '打我电话' })).toHaveLength(1);
    expect(await issuesOf({ ...fault, fault: { $ne: 1 } })).toHaveLength(1);
  });

  it('an id that is no UUID, values that are no object, a retry that is no boolean', async () => {
    const answer = await sendJson(school.intake, 'repairs', newLink(), {
      id: '1',
      values: [],
      retry: 'yes',
    });
    expect(answer.status).toBe(422);
    const { issues } = await jsonOf(answer);
    expect(issues.map(({ column }) => column)).toEqual(['id', 'values', 'retry']);
  });
});

describe('requests that cannot be served say why', () => {
  const send = (token: string, register = 'repairs') =>
    sendJson(school.intake, register, token, { id: school.newId(), values: fault });

  it('401 without a token', async () => {
    const answer = await send('');
    expect(answer.status).toBe(401);
    expect((await jsonOf(answer)).error).toEqual({
      code: 'noLink',
      message: '缺少链接里的凭证。请重新扫码，或从收到的链接打开。',
    });
  });

  it('403 with a token that was altered, has expired, or is for another form', async () => {
    const token = newLink();
    expect((await send(`${token.slice(0, -1)}x`)).status).toBe(403);
    expect((await send(school.link({ expires: '2026-11-01T00:00:00Z' }))).status).toBe(403);
    expect((await send(school.link({ registers: ['everyKind'] }))).status).toBe(403);
  });

  it('403 when a public link or a receipt asks for a form of staff; a post link opens it', async () => {
    const ask = (token: string) =>
      sendJson(school.intake, 'staffOnly', token, {
        id: school.newId(),
        values: { worker: '周敏' },
      });
    expect((await ask(school.link())).status).toBe(403);
    expect((await ask(school.link({ kind: 'track', registers: ['staffOnly'] }))).status).toBe(403);
    expect((await ask(school.link({ kind: 'post' }))).status).toBe(201);
  });

  it('404 for a register that is not there or has no form', async () => {
    expect((await send(school.link(), 'nothing')).status).toBe(404);
    expect((await send(school.link(), 'places')).status).toBe(404);
  });

  it('400 for what is not JSON, or not UTF-8', async () => {
    expect((await sendJson(school.intake, 'repairs', newLink(), '{"id":')).status).toBe(400);
    expect((await sendJson(school.intake, 'repairs', newLink(), '[]')).status).toBe(400);
    const broken = await school.intake.request(`/intake/api/repairs?t=${newLink()}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: new Uint8Array([0x7b, 0xff, 0x7d]),
    });
    expect(broken.status).toBe(400);
  });

  it('405 for another method, with what is allowed', async () => {
    const answer = await school.intake.request(`/intake/api/repairs?t=${newLink()}`);
    expect(answer.status).toBe(405);
    expect(answer.headers.get('Allow')).toBe('POST');
  });

  it('413 for more than a mebibyte, declared or not', async () => {
    const large = JSON.stringify({ id: school.newId(), values: { fault: 'x'.repeat(1_100_000) } });
    expect((await sendJson(school.intake, 'repairs', newLink(), large)).status).toBe(413);
    const declared = { 'Content-Length': String(large.length) };
    expect((await sendJson(school.intake, 'repairs', newLink(), large, declared)).status).toBe(413);
  });

  it('415 for another content type or character set', async () => {
    const send = (type: string) =>
      sendJson(
        school.intake,
        'repairs',
        newLink(),
        { id: school.newId(), values: fault },
        { 'Content-Type': type },
      );
    expect((await send('text/plain')).status).toBe(415);
    expect((await send('application/json; charset=gbk')).status).toBe(415);
    expect((await send('application/json; charset=utf-8')).status).toBe(201);
  });

  it('503 with Retry-After while Google is out; sent again later it is written once', async () => {
    const submission = { id: school.newId(), values: fault };
    school.googleIsOut();
    const out = await school.waitedFor(sendJson(school.intake, 'repairs', newLink(), submission));
    expect(out.status).toBe(503);
    expect(Number(out.headers.get('Retry-After'))).toBeGreaterThan(0);
    school.googleIsOut(false);
    const again = await sendJson(school.intake, 'repairs', newLink(), {
      ...submission,
      retry: true,
    });
    expect(again.status).toBe(201);
    const { rows } = await school.staff.see('repairs');
    expect(rows.filter((row) => row.行编号 === submission.id)).toHaveLength(1);
  });
});

describe('logs', () => {
  it('hold neither what people typed nor a token', async () => {
    const token = newLink();
    const values = { ...fault, reporter: '欧阳小明', phone: '13711112222' };
    await sendJson(school.intake, 'repairs', token, { id: school.newId(), values });
    const logged = school.logged.join('');
    expect(logged).toContain('intake.submitted');
    for (const secret of ['欧阳小明', '13711112222', '后排第三盏灯', token])
      expect(logged).not.toContain(secret);
  });
});
