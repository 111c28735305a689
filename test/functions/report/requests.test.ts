import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadAssets } from '#functions/intake/assets.ts';
import { createIntake } from '#functions/intake/create-intake.ts';
import { createAudit } from '#platform/audit/index.ts';
import { createLog } from '#platform/log/index.ts';
import { systemRandom } from '#platform/random.ts';
import { linkCode } from '#schema/links/link-code.ts';
import { leave } from '#schema/registers/people/leave.ts';
import { links } from '#schema/registers/school/links.ts';
import { purchaseRequests } from '#schema/registers/stock/purchase-requests.ts';
import { vehicleRequests } from '#schema/registers/vehicles/vehicle-requests.ts';
import { openReminderSchool, type ReminderSchool } from './reminder-school.ts';

const assets = await loadAssets();
let school: ReminderSchool;
let ask: (address: string, fields?: Readonly<Record<string, string>>) => Promise<Response>;

beforeEach(async () => {
  school = await openReminderSchool([leave, purchaseRequests, vehicleRequests, links]);
  const intake = createIntake({
    workbooks: school.workbooks(),
    links: school.links,
    clock: school.clock,
    random: systemRandom,
    log: createLog({ write: (line) => school.logged.push(line) }),
    baseUrl: 'https://forms.school.example',
    drawSecret: 'a secret of this test',
    assets,
  });
  ask = async (address, fields) => {
    school.clock.advance(6_000);
    const path = address.replace('https://forms.school.example', '');
    if (!fields) return intake.request(path);
    return intake.request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    });
  };
});

afterEach(() => school.close());

const askedLeave = {
  asked: '2026-11-24T06:50:00',
  person: '王大勇',
  kind: 'swap',
  from: '2026-11-27',
  to: '2026-11-27',
  cover: '赵永福',
  reason: '孩子家长会',
  state: 'asked',
};

/** The mails that came by now, each with its two links. */
async function mails() {
  await school.mailRequests();
  return (await school.mailbox.read()).map(({ to: addressees, subject = '', text = '' }) => {
    const to = [addressees ?? []]
      .flat()
      .map((one) => one.text)
      .join();
    const [, approve = ''] = /同意：(\S+choose=approve)/.exec(text) ?? [];
    const [, refuse = ''] = /不同意：(\S+choose=refuse)/.exec(text) ?? [];
    return { to, subject, text, approve, refuse };
  });
}

const requestNow = async (register = 'leave') => (await school.rowsIn(register)).at(-1)?.values;

describe('a request goes to whoever decides', () => {
  it('by mail, with what is asked, once', async () => {
    await school.add('leave', askedLeave);
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail?.to).toContain('zhoumin@example.edu.cn');
    expect(mail?.subject).toContain('请审批：请假换班');
    for (const said of ['周敏', '王大勇', '换班', '2026-11-27', '赵永福', '孩子家长会'])
      expect(mail?.text).toContain(said);
    expect(await mails()).toHaveLength(1);
    expect((await school.rowsIn('runs')).map(({ values }) => values.function)).toEqual([
      'requests',
    ]);
  });

  it('of its kind: 设置 names who decides, and whoever acts for them is told instead', async () => {
    await school.add('purchaseRequests', {
      asked: '2026-11-24T06:50:00',
      item: '硒鼓 388A',
      quantity: 2,
      neededBy: '2026-12-04',
      reason: '期末试卷印制',
      requester: '王大勇',
      state: 'asked',
    });
    await school.add('settings', { key: 'leave.deciders', name: '谁审批', value: '李国强' });
    await school.add('leave', askedLeave);
    const director = (await school.staff.see('people')).rows.findIndex(
      ({ 姓名 }) => 姓名 === '陈志远',
    );
    await school.staff.edit('people', director + 1, '代理人', '张桂兰');
    await school.staff.edit('people', director + 1, '代理开始', 46_349);
    await school.staff.edit('people', director + 1, '代理结束', 46_355);
    const sent = (await mails()).map(({ to, subject }) => `${to} ${subject}`).toSorted();
    expect(sent).toHaveLength(2);
    expect(sent[0]).toContain('li@example.edu.cn 请审批：请假换班');
    expect(sent[1]).toContain('zhang@example.edu.cn 请审批：申购');
  });

  it('never to the one who asks, and not in quiet hours', async () => {
    await school.add('leave', { ...askedLeave, person: '周敏' });
    school.clock.advance(-2 * 3_600_000);
    expect(await mails()).toEqual([]);
    school.clock.advance(2 * 3_600_000);
    expect((await mails()).map(({ to }) => to)).toEqual([
      expect.stringContaining('director@example.edu.cn'),
    ]);
  });
});

describe('the link in the mail', () => {
  it('decides nothing when it is opened, however often: a scanner of mails opens every link', async () => {
    await school.add('leave', askedLeave);
    const [mail] = await mails();
    for (const address of [mail?.approve ?? '', mail?.refuse ?? '']) {
      const answer = await ask(address);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('Referrer-Policy')).toBe('no-referrer');
    }
    expect(await requestNow()).toMatchObject({ state: 'asked' });
    const page = await (await ask(mail?.approve ?? '')).text();
    expect(page).toContain('确认同意');
    expect(page).toContain('这个链接发给周敏本人');
    expect(page).toContain('孩子家长会');
  });

  it('approves with one more touch: state, who, and when stand in the row, and in the audit by name', async () => {
    await school.add('leave', askedLeave);
    const check = school.check();
    await check.request('/check/poll', { method: 'POST' });
    const [mail] = await mails();
    const answer = await ask(mail?.approve ?? '', { decide: 'approve', why: '注意交接' });
    expect(answer.status).toBe(303);
    expect(await (await ask(answer.headers.get('location') ?? '')).text()).toContain(
      '已记下：同意（周敏）',
    );
    expect(await requestNow()).toMatchObject({
      state: 'approved',
      approver: '周敏',
      decision: expect.stringMatching(/^2026-11-24 \d\d:\d\d 周敏 同意（邮件）：注意交接$/),
    });
    await check.request('/check/poll', { method: 'POST' });
    const driveId = school.directory.auditDriveId ?? '';
    const { lines } = await createAudit({
      ...school.google('owner'),
      bucket: 'houqin-test',
      driveId,
    }).read('people', '2026-11');
    const told = lines.filter(({ register, what }) => register === 'leave' && what === 'changed');
    expect(told.map(({ column, how, by }) => `${column} ${how} ${by}`).toSorted()).toEqual([
      'approver 系统 周敏',
      'decision 系统 周敏',
      'state 系统 周敏',
    ]);
  });

  it('refuses a vehicle, with the day of the decision', async () => {
    await school.add('vehicleRequests', {
      name: '1127 接送教研员',
      asked: '2026-11-24T06:50:00',
      department: '教务处',
      applicant: '何立新',
      kind: 'event',
      to: '县教师进修学校',
      from: '2026-11-27T08:00:00',
      until: '2026-11-27T11:30:00',
      state: 'asked',
    });
    const [mail] = await mails();
    await ask(mail?.refuse ?? '', { decide: 'refuse', why: '' });
    expect(await requestNow('vehicleRequests')).toMatchObject({
      state: 'refused',
      approver: '周敏',
      decided: '2026-11-24',
    });
  });

  it('says that it was decided before, by mail or in the sheet, and changes nothing', async () => {
    await school.add('leave', askedLeave);
    const [mail] = await mails();
    await ask(mail?.approve ?? '', { decide: 'approve', why: '' });
    const again = await ask(mail?.refuse ?? '', { decide: 'refuse', why: '' });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain('已经审批过了：同意，审批人周敏');
    await school.staff.edit('leave', 1, '审批', '不同意');
    await school.staff.edit('leave', 1, '审批人', '陈志远');
    const page = await (await ask(mail?.approve ?? '')).text();
    expect(page).toContain('已经审批过了：不同意，审批人陈志远');
    expect(page).not.toContain('确认同意');
    expect(await requestNow()).toMatchObject({ state: 'refused', approver: '陈志远' });
  });

  it('finds its row while staff sort between our reading and writing', async () => {
    await school.add('leave', askedLeave);
    await school.add('leave', {
      ...askedLeave,
      person: '赵永福',
      from: '2026-11-25',
      cover: '王大勇',
    });
    const [mail] = (await mails()).filter(({ text }) => text.includes('顶班人：赵永福'));
    school.beforeNext(':batchUpdate', () => school.staff.sort('leave', '开始日期'));
    await ask(mail?.approve ?? '', { decide: 'approve', why: '' });
    const states = (await school.rowsIn('leave')).map(
      ({ values }) => `${values.person} ${values.state}`,
    );
    expect(states.toSorted()).toEqual(['王大勇 approved', '赵永福 asked']);
  });

  it('is of no use to whoever does not decide any more, nor altered, nor when it is old', async () => {
    await school.add('leave', askedLeave);
    const [mail] = await mails();
    const address = mail?.approve ?? '';
    expect((await ask(address.replace('?', 'x?'))).status).toBe(403);
    const { row, person } = claimsOf(address);
    const other = school.links.sign({ kind: 'decide', registers: ['leave'], row, person: row });
    const notOurs = await ask(`/intake/decide/${other}`, { decide: 'approve', why: '' });
    expect(notOurs.status).toBe(403);
    expect(await notOurs.text()).toContain('现在不由您审批');
    expect((await ask(`/intake/form/leave?t=${tokenOf(address)}`)).status).toBe(403);
    await school.add('settings', { key: 'leave.deciders', name: '谁审批', value: '李国强' });
    school.clock.advance(61_000);
    expect((await ask(address, { decide: 'approve', why: '' })).status).toBe(403);
    expect(person).not.toBe(row);
    school.clock.advance(15 * 86_400_000);
    const old = await ask(address, { decide: 'approve', why: '' });
    expect(old.status).toBe(403);
    expect(await old.text()).toContain('这个审批链接已过期');
    expect(await requestNow()).toMatchObject({ state: 'asked' });
  });

  function tokenOf(address: string): string {
    return new URL(address).pathname.split('/').at(-1) ?? '';
  }

  function claimsOf(address: string) {
    const verdict = school.links.verify(tokenOf(address));
    if (!verdict.ok) throw new Error('the link does not open');
    const { row = '', person = '' } = verdict.claims;
    return { row, person };
  }
});

describe('a personal link', () => {
  it('is mailed to whom it belongs, once, and its line says when', async () => {
    const id = await school.add('links', {
      name: '王大勇的链接',
      kind: 'personal',
      person: '王大勇',
      issued: '2026-11-24T06:50:00',
    });
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail?.to).toContain('wang@example.edu.cn');
    const [, path = ''] = /(\/intake\/\?t=\S+)/.exec(mail?.text ?? '') ?? [];
    expect((await ask(path)).status).toBe(200);
    expect((await school.rowsIn('links')).at(-1)?.values.mailed).toMatch(/^2026-11-24T07/);
    expect(await mails()).toHaveLength(1);
    const verdict = school.links.verify(decodeURIComponent(path.split('t=')[1] ?? ''));
    expect(verdict).toMatchObject({ ok: true, claims: { listed: linkCode(id) } });
  });
});
