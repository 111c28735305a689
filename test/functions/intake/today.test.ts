import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadAssets } from '#functions/intake/assets.ts';
import { createIntake } from '#functions/intake/create-intake.ts';
import type { LinkClaims } from '#platform/links/index.ts';
import { createLog } from '#platform/log/index.ts';
import { systemRandom, uuidFrom } from '#platform/random.ts';
import { openReminderSchool, type ReminderSchool } from '../report/reminder-school.ts';

const assets = await loadAssets();
let school: ReminderSchool;
let ask: (address: string, init?: RequestInit) => Promise<Response>;

beforeAll(async () => {
  school = await openReminderSchool();
  for (let count = 1; count <= 12; count += 1)
    await school.add('repairs', {
      reported: '2026-11-22T15:00:00',
      place: '教学楼 A201',
      fault: `第${count}盏灯不亮`,
      scale: 'minor',
      state: 'working',
      worker: '王大勇',
      number: `WX-${count}`,
      reporter: '王老师',
      phone: '13800001234',
    });
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
  ask = async (address, init) => intake.request(address, init);
});

afterAll(() => school.close());

/** The link that a person gets with each mail. */
async function linkOf(name: string, claims: Partial<LinkClaims> = {}): Promise<string> {
  const person = (await school.rowsIn('people')).find(({ values }) => values.name === name);
  if (!person) throw new Error(`there is no ${name}`);
  const token = school.links.sign({ kind: 'personal', row: person.id, ...claims });
  return `/intake/today?t=${encodeURIComponent(token)}`;
}

async function pageOf(name: string, claims: Partial<LinkClaims> = {}): Promise<string> {
  const answer = await ask(await linkOf(name, claims));
  expect(answer.status).toBe(200);
  return answer.text();
}

async function choose(name: string, choice: string): Promise<Response> {
  return ask(await linkOf(name), {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ id: uuidFrom(systemRandom), choose: choice }).toString(),
  });
}

const mattersIn = (page: string): number => page.split('class="which"').length - 1;

describe('the page of today', () => {
  it('shows all of a person’s open matters, not ten lines of them, with a way to each row', async () => {
    const page = await pageOf('王大勇');
    expect(mattersIn(page)).toBe(12);
    expect(page).toContain('第12盏灯不亮');
    expect(page).toContain('已超“小修不过夜”');
    const [, address = ''] = /href="(\/intake\/open\/repairs\/[^"]+)"/.exec(page) ?? [];
    const opened = await ask(address);
    expect(opened.status).toBe(302);
    expect(opened.headers.get('location')).toContain('#gid=');
  });

  it('shows a person nothing of others', async () => {
    const page = await pageOf('张桂兰');
    expect(mattersIn(page)).toBe(0);
    expect(page).toContain('没有要办的事');
  });

  it('has the day’s text for a group, without names and numbers', async () => {
    const page = await pageOf('张桂兰');
    const [, text = ''] = /<textarea[^>]*>([^<]*)</.exec(page) ?? [];
    expect(text).toContain('报修：已超时12件');
    expect([...text].length).toBeLessThanOrEqual(300);
    expect(page).not.toMatch(/王老师|13800001234/);
    expect(page).toContain('data-copy="day-text"');
  });

  it('is in the language of the link', async () => {
    expect(await pageOf('王大勇', { language: 'en' })).toContain('Open in the sheet');
  });

  it('is what the mail leads to', async () => {
    await school.remind();
    const mails = await school.mailbox.read();
    const [, address = ''] =
      /https:\/\/forms\.school\.example(\/intake\/today\?t=\S+)/.exec(mails[0]?.text ?? '') ?? [];
    expect((await ask(address)).status).toBe(200);
    // It opens nothing else: it may have been passed on.
    expect(await (await ask(address.replace('/today', '/'))).text()).not.toContain('/intake/form/');
  });

  it.each([
    ['without a link', async () => '/intake/today', 401],
    [
      'with a code of a wall',
      async () => `/intake/today?t=${school.links.sign({ kind: 'public' })}`,
      403,
    ],
    [
      'with the link of a post',
      async () => `/intake/today?t=${school.links.sign({ kind: 'post' })}`,
      403,
    ],
    ['with a receipt', async () => await linkOf('王大勇', { kind: 'track' }), 403],
    [
      'with a link about nobody',
      async () => linkOf('王大勇', { row: uuidFrom(systemRandom) }),
      403,
    ],
    ['with an old link', async () => linkOf('王大勇', { expires: '2026-11-23T00:00:00Z' }), 403],
  ])('stays shut %s', async (_how, link, status) => {
    expect((await ask(await link())).status).toBe(status);
  });
});

describe('the link in the header of a mail', () => {
  const stopLinkOf = async (name: string) =>
    (await linkOf(name, { registers: ['unsubscribe'] })).replace('/today', '/unsubscribe');
  const lastChoice = async () => (await school.rowsIn('reminders')).at(-1)?.values;
  const post = async (address: string, body: URLSearchParams | FormData) =>
    ask(address, { method: 'POST', body });

  it('asks once more before it stops the mail, so that a scanner that follows links stops nothing', async () => {
    await choose('王大勇', 'daily');
    const address = await stopLinkOf('王大勇');
    const asked = await (await ask(address)).text();
    expect(asked).toContain('真的不要了吗');
    expect(await lastChoice()).toMatchObject({ mail: 'daily' });
    const stopped = await post(address, new URLSearchParams({ stop: 'yes' }));
    expect(await stopped.text()).toContain('已停，以后不再发邮件');
    expect(await lastChoice()).toMatchObject({ person: '王大勇', mail: 'none', language: 'zh' });
  });

  it.each([
    [
      'as a form with parts',
      () => {
        const form = new FormData();
        form.set('List-Unsubscribe', 'One-Click');
        return form;
      },
    ],
    ['as an encoded form', () => new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })],
  ])('takes the one click of a mail program %s, once however often it is sent', async (_, body) => {
    await choose('王大勇', 'daily');
    const before = (await school.rowsIn('reminders')).length;
    const address = await stopLinkOf('王大勇');
    expect((await post(address, body())).status).toBe(200);
    expect((await post(address, body())).status).toBe(200);
    expect((await school.rowsIn('reminders')).length - before).toBe(1);
    expect(await lastChoice()).toMatchObject({ mail: 'none' });
  });

  it('stops nothing when something else is posted, and not for those who answer for others', async () => {
    await choose('王大勇', 'daily');
    expect((await post(await stopLinkOf('王大勇'), new URLSearchParams({ a: 'b' }))).status).toBe(
      200,
    );
    expect(await lastChoice()).toMatchObject({ mail: 'daily' });
    expect((await ask(await stopLinkOf('李国强'))).status).toBe(403);
    const click = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    expect((await post(await stopLinkOf('李国强'), click)).status).toBe(403);
  });

  it('opens nothing else, nor does the link of today stop the mail in one click', async () => {
    const stops = await stopLinkOf('王大勇');
    expect((await ask(stops.replace('/unsubscribe', '/today'))).status).toBe(403);
    const today = await linkOf('王大勇', { registers: ['today'] });
    const click = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    expect((await post(today.replace('/today', '/unsubscribe'), click)).status).toBe(403);
  });
});

describe('the choice about the mail', () => {
  it('becomes a row of 提醒订阅, once', async () => {
    const before = (await school.rowsIn('reminders')).length;
    const address = await linkOf('王大勇');
    const body = new URLSearchParams({ id: uuidFrom(systemRandom), choose: 'none' }).toString();
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const first = await ask(address, { method: 'POST', headers, body });
    expect(first.status).toBe(303);
    expect((await ask(address, { method: 'POST', headers, body })).status).toBe(303);
    const rows = await school.rowsIn('reminders');
    expect(rows.length - before).toBe(1);
    expect(rows.at(-1)?.values).toMatchObject({ person: '王大勇', mail: 'none', language: 'zh' });
    expect(await pageOf('王大勇')).toContain('恢复发邮件');
  });

  it('keeps what else was chosen', async () => {
    await choose('王大勇', 'en');
    expect((await school.rowsIn('reminders')).at(-1)?.values).toMatchObject({
      mail: 'none',
      language: 'en',
    });
    await choose('王大勇', 'daily');
    expect((await school.rowsIn('reminders')).at(-1)?.values).toMatchObject({
      mail: 'daily',
      language: 'en',
    });
  });

  it('is not offered to those who answer for others, and refused when it is sent all the same', async () => {
    expect(await pageOf('李国强')).not.toContain('不再发邮件');
    expect((await choose('李国强', 'none')).status).toBe(403);
  });
});
