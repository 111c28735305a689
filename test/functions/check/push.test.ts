import { beforeEach, describe, expect, it } from 'vitest';
import { registers } from '#schema/registers/index.ts';
import { createFakeClock } from '../../school/fake-clock.ts';
import { openSchool, type School } from '../../school/open-school.ts';
import { fewRegisters, hookSecret, queue } from './hooks.ts';

const day = 24 * 3_600_000;
let clock: ReturnType<typeof createFakeClock>;
let school: School;
let check: ReturnType<School['check']>;
/** Pushes that Drive sent, to be delivered by the tests. */
let pushes: Request[];

beforeEach(async () => {
  clock = createFakeClock();
  pushes = [];
  school = await openSchool({
    clock,
    seed: 'push',
    registers: fewRegisters(registers),
    pushDelay: 180_000,
    outward: async (request) => {
      pushes.push(request);
      return new Response();
    },
  });
  await school.google('owner').tasks.createQueue(queue);
  check = school.check({ queue, hookSecret });
  await check.request('/check/sweep', { method: 'POST' });
});

const channels = () => [...school.localGoogle.state.channels.values()];

/** Google's headers, true to those of the channel that is open unless told otherwise. */
function pushed(own: Readonly<Record<string, string>> = {}): RequestInit {
  const [channel] = channels();
  return {
    method: 'POST',
    headers: {
      'x-goog-channel-id': channel?.id ?? '',
      'x-goog-channel-token': channel?.token ?? '',
      'x-goog-resource-state': 'change',
      'x-goog-message-number': '7',
      ...own,
    },
  };
}

const push = async (own?: Readonly<Record<string, string>>) => {
  const answer = await check.request('/check/push', pushed(own));
  return { status: answer.status, body: (await answer.json()) as unknown };
};

/** Spreadsheets that tasks were made for since the last time. */
const told = () =>
  pushes.splice(0).flatMap((request) => (request.url.endsWith('/check/hint') ? [request] : []));

const edit = () => school.staff.type('repairs', { 地点: '操场' });
/** Lets what waits in this process go on. */
const settled = async () => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

describe('the channel of the school’s shared drive', () => {
  it('is opened by the first scheduled run, one only, for a week', async () => {
    expect(channels()).toHaveLength(1);
    const [channel] = channels();
    expect(channel).toMatchObject({
      address: 'https://houqin.school.example/check/push',
      driveId: school.directory.driveId,
    });
    expect((channel?.expiration ?? 0) - clock.now().getTime()).toBeGreaterThan(6.9 * day);
    await check.request('/check/poll', { method: 'POST' });
    await school.check({ queue, hookSecret }).request('/check/sweep', { method: 'POST' });
    expect(channels()).toEqual([channel]);
  });

  it('is renewed before it ends, and the old one is stopped', async () => {
    const [old] = channels();
    clock.advance(6 * day + 60_000);
    await check.request('/check/poll', { method: 'POST' });
    expect(channels()).toHaveLength(1);
    expect(channels()[0]?.id).not.toBe(old?.id);
    expect((channels()[0]?.expiration ?? 0) - clock.now().getTime()).toBeGreaterThan(6.9 * day);
  });

  it('is not opened where no secret could tell a forged push', async () => {
    const open = await openSchool({ clock, seed: 'no secret', registers: fewRegisters(registers) });
    await open.check({ queue }).request('/check/sweep', { method: 'POST' });
    expect(open.localGoogle.state.channels.size).toBe(0);
  });

  it('that Google refuses stops nothing', async () => {
    const other = await openSchool({ clock, seed: 'refused', registers: fewRegisters(registers) });
    other.localGoogle.faults.add([{ match: { method: 'drive.changes.watch' }, kind: '500' }]);
    const answer = await other
      .check({ queue, hookSecret })
      .request('/check/sweep', { method: 'POST' });
    expect(answer.status).toBe(200);
    expect(other.logged.join()).toContain('no-push-channel');
  });
});

describe('a push', () => {
  it('has the spreadsheets looked at that changed, each by one task', async () => {
    await settled();
    await push();
    await settled();
    told();
    await edit();
    await edit();
    expect(await push()).toEqual({ status: 200, body: { told: 1 } });
    await settled();
    const [hint, ...more] = told();
    expect(more).toEqual([]);
    expect(await hint?.json()).toEqual({ spreadsheetId: school.spreadsheetId('service') });
  });

  it('that opens the channel only says so', async () => {
    expect(await push({ 'x-goog-resource-state': 'sync' })).toEqual({
      status: 200,
      body: { told: 0 },
    });
  });

  it('that comes twice finds nothing more', async () => {
    await push();
    await edit();
    expect((await push()).body).toEqual({ told: 1 });
    expect((await push()).body).toEqual({ told: 0 });
  });

  it('that was lost is made good by the next one', async () => {
    await push();
    await edit();
    await school.staff.type('places', { 名称: '新操场' });
    expect((await push()).body).toEqual({ told: 2 });
  });

  it('of a channel that has ended is late, and harmless', async () => {
    const late = pushed();
    clock.advance(8 * day);
    await check.request('/check/poll', { method: 'POST' });
    await push();
    await settled();
    expect((await check.request('/check/push', late)).status).toBe(200);
    expect(await school.staff.see('repairs')).toBeDefined();
  });

  it('that is forged is refused and causes no call to Google', async () => {
    const before = school.localGoogle.counts.read();
    for (const own of [
      { 'x-goog-channel-token': 'guessed' },
      { 'x-goog-channel-token': '' },
      { 'x-goog-channel-id': 'another' },
      { 'x-goog-channel-token': '0'.repeat(64) },
    ])
      expect((await push(own)).status).toBe(403);
    expect(school.localGoogle.counts.read()).toEqual(before);
  });

  it('whose page token Google has forgotten has everything looked at', async () => {
    const { storage } = school.google('owner');
    const name = `push/${school.directory.driveId}.json`;
    const kept = await storage.read('houqin-test', name);
    const channel: unknown = JSON.parse(new TextDecoder().decode(kept?.bytes));
    await storage.write(
      'houqin-test',
      name,
      new TextEncoder().encode(JSON.stringify({ ...Object(channel), pageToken: 'forgotten' })),
      { contentType: 'application/json' },
    );
    await edit();
    expect((await push()).status).toBe(200);
    expect((await school.staff.see('repairs')).rows[0]?.行编号).toMatch(/^[0-9a-f-]{36}$/);
    await push();
    await edit();
    expect((await push()).body).toEqual({ told: 1 });
  });

  it('whose notes are damaged has everything looked at, and a new channel is opened', async () => {
    const { storage } = school.google('owner');
    const [old] = channels();
    const name = `push/${school.directory.driveId}.json`;
    await storage.write('houqin-test', name, new TextEncoder().encode('{'), {
      contentType: 'application/json',
    });
    await edit();
    expect((await push()).status).toBe(200);
    expect((await school.staff.see('repairs')).rows[0]?.行编号).toMatch(/^[0-9a-f-]{36}$/);
    await check.request('/check/poll', { method: 'POST' });
    expect(channels().map(({ id }) => id)).not.toEqual([old?.id]);
  });
});
