import { Hono } from 'hono';
import { beforeEach, describe, expect, it } from 'vitest';
import { doWork } from '#functions/intake/browser/work.ts';
import type { IntakeEnv } from '#functions/intake/desk.ts';
import { clientAddress, hostOf, networkOf } from '#functions/intake/limits/client-address.ts';
import type { LinkClaims } from '#platform/links/index.ts';
import { hiddenField, jsonOf, sendForm } from './intake-school.ts';
import { type LinkSchool, oldKey, openLinkSchool } from './link-school.ts';

let school: LinkSchool;
let intake: Hono<IntakeEnv>;
beforeEach(async () => {
  school = await openLinkSchool();
  intake = school.newIntake(undefined, { clientAddress: (c) => c.req.header('X-Test-Address') });
});

const token = (claims: Partial<LinkClaims> = {}) =>
  school.linksOf(oldKey).sign({ kind: 'public', registers: ['repairs'], ...claims });

const values = { place: '图书馆', fault: '灯不亮' };

async function send(
  by: string,
  headers: Readonly<Record<string, string>> = {},
  id = school.newId(),
) {
  return intake.request(`/intake/api/repairs?t=${by}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ id, values }),
  });
}

/** Sets a limit in 设置, which intake reads before the next submission. */
async function setLimit(key: string, most: number) {
  await school.add('settings', { key, name: key, value: String(most) });
  school.clock.advance(26_000);
  await send(token({ kind: 'post' }));
}

const repairsThere = async () =>
  (await school.staff.see('repairs')).rows.filter(({ 地点 }) => 地点 !== '').length;

describe('by default', () => {
  it('5,000 submissions of a minute from one address by one link pass', async () => {
    const by = token();
    const statuses = new Set<number>();
    for (let count = 0; count < 5_000; count += 1) {
      const answer = await intake.request(`/intake/api/repairs?t=${by}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Test-Address': '203.0.113.7' },
        body: '{}',
      });
      statuses.add(answer.status);
    }
    expect([...statuses]).toEqual([422]);
  });
});

describe('above the limit of a link', () => {
  beforeEach(() => setLimit('linkPerMinute', 2));

  it('a program is asked to wait, and gets through when it has', async () => {
    const by = token({ kind: 'post' });
    for (let count = 0; count < 2; count += 1) await send(by);
    const answer = await send(by);
    expect(answer.status).toBe(429);
    const seconds = Number(answer.headers.get('Retry-After'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect((await jsonOf(answer)).error?.code).toBe('tooMany');
    expect(answer.headers.get('X-Work-Set')).toBeNull();
    expect((await send(token())).status).toBe(201);
    school.clock.advance(seconds * 1000);
    expect((await send(by)).status).toBe(201);
  });

  it('the script of a public page gets through by a small piece of work, once', async () => {
    const by = token();
    for (let count = 0; count < 2; count += 1) await send(by);
    const set = (await send(by)).headers.get('X-Work-Set') ?? '';
    expect(set).toMatch(/ 14$/);
    const work = (await doWork(set)) ?? '';
    expect((await send(token({ prefill: { place: '食堂' } }), { 'X-Work': work })).status).toBe(
      201,
    );
    expect((await send(by, { 'X-Work': work })).status).toBe(201);
    expect((await send(by, { 'X-Work': work })).status).toBe(429);
    const [challenge] = set.split(' ');
    for (const made of [`${challenge}.0`, work.replace(/.$/, ''), 'x', `${'0'.repeat(80)}.1`])
      expect((await send(by, { 'X-Work': made })).status).toBe(429);
    const later = (await send(by)).headers.get('X-Work-Set') ?? '';
    const late = (await doWork(later)) ?? '';
    school.clock.advance(121_000);
    for (let count = 0; count < 2; count += 1) await send(by);
    expect((await send(by, { 'X-Work': late })).status).toBe(429);
  });

  it('a page without JavaScript comes back with what was typed, and is taken once later', async () => {
    const path = `/intake/form/repairs?t=${token()}`;
    const id = hiddenField(await (await intake.request(path)).text(), '_id');
    for (let count = 0; count < 2; count += 1) await send(token());
    const before = await repairsThere();
    const answer = await sendForm(intake, path, { _id: id, ...values });
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
    const page = await answer.text();
    expect(page).toContain('现在提交的人太多，还没有收下');
    expect(page).toContain('灯不亮');
    expect(hiddenField(page, '_id')).toBe(id);
    school.clock.advance(60_000);
    expect((await sendForm(intake, path, { _id: id, ...values })).status).toBe(303);
    expect(await repairsThere()).toBe(before + 1);
  });
});

describe('above the limit of an address or a network', () => {
  it('others go on', async () => {
    await setLimit('addressPerMinute', 2);
    const from = (address: string) => send(token({ kind: 'post' }), { 'X-Test-Address': address });
    for (let count = 0; count < 2; count += 1) expect((await from('203.0.113.7')).status).toBe(201);
    expect((await from('203.0.113.7')).status).toBe(429);
    expect((await from('203.0.113.8')).status).toBe(201);
    await setLimit('networkPerMinute', 2);
    school.clock.advance(60_000);
    for (const last of [1, 2]) await from(`198.51.100.${last}`);
    expect((await from('198.51.100.9')).status).toBe(429);
    expect((await from('192.0.2.9')).status).toBe(201);
  });

  it('looking at pages counts a tenth', async () => {
    await setLimit('addressPerMinute', 3);
    const look = () =>
      intake.request(`/intake/form/repairs?t=${token()}`, {
        headers: { 'X-Test-Address': '203.0.113.7' },
      });
    for (let count = 0; count < 30; count += 1) expect((await look()).status).toBe(200);
    const refused = await look();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  });
});

describe('the field that nobody sees', () => {
  it('filled in by a program: nothing is written, however it is sent', async () => {
    const path = `/intake/form/repairs?t=${token()}`;
    const page = await (await intake.request(path)).text();
    expect(page).toMatch(/<div class="unseen" aria-hidden="true">.*name="_website" tabindex="-1"/);
    const before = await repairsThere();
    const answer = await sendForm(intake, path, {
      _id: hiddenField(page, '_id'),
      _website: 'https://spam.example',
      ...values,
    });
    expect(answer.status).toBe(422);
    const json = await intake.request(`/intake/api/repairs?t=${token()}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ id: school.newId(), values, website: 'https://spam.example' }),
    });
    expect(json.status).toBe(422);
    expect((await jsonOf(json)).error?.code).toBe('trapped');
    expect(await repairsThere()).toBe(before);
    // Whoever's browser did it has it blank again, with all that was typed, and presses once more.
    const again = await answer.text();
    expect(again).toContain('请再按一次“提交”');
    expect(again).not.toContain('spam.example');
    expect(again).toContain('灯不亮');
    const sent = await sendForm(intake, path, {
      _id: hiddenField(again, '_id'),
      _website: '',
      ...values,
    });
    expect(sent.status).toBe(303);
  });
});

describe('from where a request came', () => {
  const app = new Hono();
  app.get('/:proxies', (c) =>
    c.text(clientAddress(c, Number(c.req.param('proxies'))) ?? 'unknown'),
  );
  const from = async (proxies: number, forwarded: string) =>
    (await app.request(`/${proxies}`, { headers: { 'X-Forwarded-For': forwarded } })).text();

  it('is what our own proxies say, never what the sender writes', async () => {
    expect(await from(1, '1.1.1.1, 203.0.113.7')).toBe('203.0.113.7');
    expect(await from(2, '1.1.1.1, 203.0.113.7, 35.191.0.1')).toBe('203.0.113.7');
    expect(await from(0, '1.1.1.1')).toBe('unknown');
    expect(await from(1, '<script>')).toBe('unknown');
    expect(await from(1, '::ffff:203.0.113.7')).toBe('203.0.113.7');
  });

  it('counts a household’s addresses as one, and knows its network', () => {
    expect(hostOf('203.0.113.7')).toBe('203.0.113.7');
    expect(networkOf('203.0.113.7')).toBe('203.0.113');
    expect(hostOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2');
    expect(hostOf('2001:db8::6')).toBe(hostOf('2001:DB8:0:0:9::'));
    expect(networkOf('2001:db8:1:2::')).toBe('2001:db8:1');
  });
});
