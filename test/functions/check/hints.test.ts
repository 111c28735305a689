import { beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '#platform/log/index.ts';
import { createTellCheck } from '#platform/tell-check.ts';
import { registers } from '#schema/registers/index.ts';
import { createFakeClock } from '../../school/fake-clock.ts';
import { openSchool, type School } from '../../school/open-school.ts';
import { fewRegisters, hookSecret, queue, signedRequest } from './hooks.ts';

let clock: ReturnType<typeof createFakeClock>;
let school: School;
let check: ReturnType<School['check']>;

beforeEach(async () => {
  clock = createFakeClock();
  school = await openSchool({
    clock,
    seed: 'hints',
    registers: fewRegisters(registers),
    outward: async () => new Response(),
  });
  school.localGoogle.stop();
  await school.google('owner').tasks.createQueue(queue);
  check = school.check({ hookSecret });
  await check.request('/check/sweep', { method: 'POST' });
});

const hint = async (spreadsheetId: string, at = clock.now()) =>
  check.request('/check/hint', signedRequest(at, { spreadsheetId }));

const writes = () => school.localGoogle.counts.read().total.writes;
const reads = () => school.localGoogle.counts.read().total.reads;

describe('a hint', () => {
  it('has its spreadsheet looked at', async () => {
    await school.staff.type('repairs', { 地点: '操场' });
    expect((await hint(school.spreadsheetId('service'))).status).toBe(200);
    expect((await school.staff.see('repairs')).rows[0]?.行编号).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('that comes twice changes nothing', async () => {
    await school.staff.type('repairs', { 地点: '操场' });
    await hint(school.spreadsheetId('service'));
    await hint(school.spreadsheetId('service'));
    const before = writes();
    await hint(school.spreadsheetId('service'));
    expect(writes()).toBe(before);
  });

  it('that comes late finds nothing to do: the check has seen the edit by itself', async () => {
    const sent = clock.now();
    await school.staff.type('repairs', { 地点: '操场' });
    await check.request('/check/poll', { method: 'POST' });
    await check.request('/check/poll', { method: 'POST' });
    clock.advance(120_000);
    await check.request('/check/poll', { method: 'POST' });
    const before = writes();
    expect((await hint(school.spreadsheetId('service'), sent)).status).toBe(200);
    expect(writes()).toBe(before);
  });

  it('that was lost is made good by the next look of the check’s own', async () => {
    await school.staff.type('repairs', { 地点: '操场' });
    await check.request('/check/poll', { method: 'POST' });
    expect((await school.staff.see('repairs')).rows[0]?.行编号).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('that is forged, or signed long ago, is refused without a call to Google', async () => {
    const id = school.spreadsheetId('service');
    const before = school.localGoogle.counts.read();
    const forged = { method: 'POST', body: JSON.stringify({ spreadsheetId: id }) };
    expect((await check.request('/check/hint', forged)).status).toBe(403);
    const replayed = new Date(clock.now().getTime() - 11 * 60_000);
    expect((await hint(id, replayed)).status).toBe(403);
    expect(school.localGoogle.counts.read()).toEqual(before);
  });

  it('about a spreadsheet that is not the school’s reads nothing of it', async () => {
    const before = reads();
    expect((await hint('somebody-elses')).status).toBe(200);
    expect(reads()).toBe(before);
  });

  it('that says nothing we know is refused with what is expected', async () => {
    const answer = await check.request('/check/hint', signedRequest(clock.now(), { id: 1 }));
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('spreadsheetId');
  });
});

describe('hints that go by tasks', () => {
  it('fold by name, a spreadsheet and a second, whoever sends them', async () => {
    const configuration = { queue, url: 'https://houqin.school.example', hookSecret };
    const tell = () =>
      createTellCheck({
        google: school.google('service:intake'),
        clock,
        log: createLog({ write: () => undefined }),
        configuration,
      });
    const id = school.spreadsheetId('service');
    await Promise.all([tell()(id), tell()(id), tell()(id)]);
    const names = [...(school.localGoogle.state.queues.get(queue)?.tasks.keys() ?? [])];
    expect(names).toHaveLength(1);
    expect(names[0]).toContain(`check-${id}-`);
  });
});
