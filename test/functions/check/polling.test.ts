import { beforeEach, describe, expect, it } from 'vitest';
import { systemRandom, uuidFrom } from '#platform/random.ts';
import { registers } from '#schema/registers/index.ts';
import { rowId } from '#schema/values.ts';
import { createFakeClock } from '../../school/fake-clock.ts';
import { openSchool, type School } from '../../school/open-school.ts';
import { fewRegisters, hookSecret, queue, signedRequest } from './hooks.ts';

let clock: ReturnType<typeof createFakeClock>;
let school: School;
let check: ReturnType<School['check']>;

beforeEach(async () => {
  // Tuesday, ten in the morning at the school.
  clock = createFakeClock();
  school = await openSchool({
    clock,
    seed: 'polling',
    registers: fewRegisters(registers),
    outward: async () => new Response(),
  });
  // Nobody delivers the tasks: the tests do.
  school.localGoogle.stop();
  await school.google('owner').tasks.createQueue(queue);
  check = school.check({ queue, hookSecret });
});

/** Tasks that wait, by when they are due. */
const planned = () =>
  [...(school.localGoogle.state.queues.get(queue)?.tasks.values() ?? [])].map(
    ({ name, scheduleAt, body }) => ({
      name: name.slice(name.lastIndexOf('/') + 1),
      in: (scheduleAt - clock.now().getTime()) / 1000,
      body: JSON.parse(Buffer.from(body).toString()) as unknown,
    }),
  );

const poll = async () => check.request('/check/poll', { method: 'POST' });

/** What the newest task asks for, sent as it is. */
async function deliver(body: unknown): Promise<unknown> {
  const answer = await check.request('/check/hint/poll', signedRequest(clock.now(), body));
  expect(answer.status).toBe(200);
  return answer.json();
}

describe('looks between the minutes of the clock', () => {
  it('each look has the next one made, in working hours every ten seconds', async () => {
    await poll();
    const [next, ...more] = planned();
    expect(more).toEqual([]);
    expect(next?.in).toBeGreaterThan(0);
    expect(next?.in).toBeLessThanOrEqual(10);
    clock.advance(12_000);
    expect(await deliver(next?.body)).toEqual({ looked: true });
    expect(planned()).toHaveLength(2);
  });

  it('two who plan in one window plan one look', async () => {
    await poll();
    await poll();
    expect(planned()).toHaveLength(1);
  });

  it('a task that comes late or twice, when a look was made since, does nothing', async () => {
    await poll();
    const [next] = planned();
    clock.advance(12_000);
    await deliver(next?.body);
    const reads = school.localGoogle.counts.read().total.reads;
    expect(await deliver(next?.body)).toEqual({ looked: false });
    expect(school.localGoogle.counts.read().total.reads).toBe(reads);
  });

  it('one that was lost is made good by the next minute', async () => {
    await poll();
    clock.advance(60_000);
    const before = planned().length;
    await poll();
    expect(planned()).toHaveLength(before + 1);
  });

  it('one that lay in the queue for an hour is done with: looked at if nobody has, else passed over', async () => {
    await poll();
    const late = signedRequest(clock.now(), planned()[0]?.body);
    clock.advance(3_600_000);
    const after = school.check({ queue, hookSecret });
    for (const looked of [true, false]) {
      const answer = await after.request('/check/hint/poll', late);
      expect([answer.status, await answer.json()]).toEqual([200, { looked }]);
    }
  });

  it('a forged one is refused', async () => {
    const forged = { method: 'POST', body: JSON.stringify({ due: clock.now().getTime() }) };
    expect((await check.request('/check/hint/poll', forged)).status).toBe(403);
  });

  it('at night each minute, and for ten minutes after an edit as by day', async () => {
    clock.advance(12 * 3_600_000);
    // The first looks write what a new school needs; then it rests.
    for (let minute = 0; minute < 12; minute += 1) {
      await poll();
      clock.advance(60_000);
    }
    await poll();
    expect(planned().at(-1)?.in).toBeGreaterThan(10);
    await school.workbooks().submit({
      register: 'repairs',
      id: rowId.parse(uuidFrom(systemRandom)),
      values: { reported: '2026-11-24T22:00:00', place: '操场', fault: '灯不亮', state: 'waiting' },
    });
    clock.advance(60_000);
    await poll();
    expect(planned().at(-1)?.in).toBeLessThanOrEqual(10);
  });

  describe('at night, when nobody has done anything for long', () => {
    beforeEach(async () => {
      clock.advance(12 * 3_600_000);
      await school.workbooks().submit({
        register: 'repairs',
        id: rowId.parse(uuidFrom(systemRandom)),
        values: {
          reported: '2026-11-24T21:00:00',
          place: '操场',
          fault: '灯不亮',
          state: 'received',
        },
      });
      for (let minute = 0; minute < 13; minute += 1) {
        clock.advance(60_000);
        await poll();
      }
      expect(planned().at(-1)?.in).toBeGreaterThan(10);
    });

    it('a look that finds nothing writes nothing, though the lease ran out since the last', async () => {
      const before = school.localGoogle.counts.read().total.writes;
      clock.advance(60_000);
      await poll();
      expect(school.localGoogle.counts.read().total.writes).toBe(before);
    });

    it('an edit that changes no finding is activity too', async () => {
      await school.staff.edit('repairs', 1, '补充说明', '三楼东头');
      clock.advance(60_000);
      expect(await (await poll()).json()).toMatchObject({ changed: 1, writes: 0 });
      expect(planned().at(-1)?.in).toBeLessThanOrEqual(10);
    });

    it('a hint is activity, though the look finds nothing: the next look is seconds away', async () => {
      const hint = { spreadsheetId: school.spreadsheetId('service') };
      clock.advance(1_000);
      await check.request('/check/hint', signedRequest(clock.now(), hint));
      expect(planned().at(-1)?.in).toBeLessThanOrEqual(10);
    });
  });

  it('the first look of an instance asks Google little, so that it need not wait for the quota', async () => {
    await poll();
    clock.advance(21_000);
    const { reads, writes } = school.localGoogle.counts.read().total;
    await school.check({ queue, hookSecret }).request('/check/poll', { method: 'POST' });
    const after = school.localGoogle.counts.read().total;
    const workbooks = Object.keys(school.directory.spreadsheets).length;
    // The fence of each, and of the audit.
    expect(after.writes - writes).toBe(workbooks + 1);
    // Rows, audit, hidden tabs and unfinished closing of each; drop-downs and protections of one; the audit's tabs; hours.
    expect(after.reads - reads).toBeLessThanOrEqual(4 * workbooks + 5);
  });

  it('without a queue nothing is planned', async () => {
    const other = await openSchool({ clock, seed: 'no queue', registers: fewRegisters(registers) });
    expect((await other.check().request('/check/poll', { method: 'POST' })).status).toBe(200);
    expect(other.localGoogle.state.queues.size).toBe(0);
  });
});
