import { expect, test } from 'vitest';
import { refusal, standIn } from './stand-in.ts';

const parent = 'projects/houqin/locations/asia-east1';
const queue = `${parent}/queues/checks`;
const url = 'http://127.0.0.1:8080/check';

/** A stand-in with a queue; `answers` are the statuses its deliveries get, 200 after the last. */
async function queued(answers: (number | 'reset')[] = [], retryConfig: object = {}) {
  const delivered: { at: string; request: Request; body: string }[] = [];
  const parts = standIn({
    log: () => {},
    outward: async (request) => {
      const at = parts.clock.now().toISOString();
      delivered.push({ at, request, body: await request.clone().text() });
      const answer = answers.shift() ?? 200;
      if (answer === 'reset') throw new TypeError('fetch failed');
      return new Response(null, { status: answer });
    },
  });
  const { queues } = parts.as('service:intake').tasks.projects.locations;
  await queues.create({ parent, requestBody: { name: queue, retryConfig } });
  const create = (task: object) =>
    queues.tasks.create({
      parent: queue,
      requestBody: { task: { httpRequest: { url, body: btoa('{"id":1}') }, ...task } },
    });
  return { ...parts, queues, create, delivered };
}

test('a task is delivered at once, with what Cloud Tasks adds', async () => {
  const { create, clock, delivered, queues } = await queued();
  const { data } = await create({ name: `${queue}/tasks/t1` });
  expect(data).toMatchObject({ name: `${queue}/tasks/t1`, view: 'BASIC' });
  expect(data.httpRequest?.body).toBeUndefined();
  await clock.advance(0);
  expect(delivered.map(({ body }) => body)).toEqual(['{"id":1}']);
  expect(Object.fromEntries(delivered[0]?.request.headers ?? [])).toMatchObject({
    'x-cloudtasks-queuename': 'checks',
    'x-cloudtasks-taskname': 't1',
    'x-cloudtasks-taskretrycount': '0',
    'content-type': 'application/octet-stream',
  });
  expect((await refusal(queues.tasks.get({ name: `${queue}/tasks/t1` }))).status).toBe(404);
});

test('a task for later waits', async () => {
  const { create, clock, delivered, queues } = await queued();
  const { data } = await create({ scheduleTime: '2026-11-23T02:00:00Z' });
  expect((await queues.tasks.list({ parent: queue })).data.tasks).toHaveLength(1);
  const full = await queues.tasks.get({ name: data.name ?? '', responseView: 'FULL' });
  expect(full.data.httpRequest?.body).toBe(btoa('{"id":1}'));
  await clock.advance(2 * 3_600_000 - 1);
  expect(delivered).toEqual([]);
  await clock.advance(1);
  expect(delivered.map(({ at }) => at)).toEqual(['2026-11-23T02:00:00.000Z']);
});

test('the same name is refused while the task waits, and after it is done', async () => {
  const { create, clock } = await queued();
  const scheduleTime = '2026-11-23T00:00:10Z';
  const named = () => create({ name: `${queue}/tasks/window-7`, scheduleTime });
  await named();
  expect(await refusal(named())).toEqual({
    status: 409,
    message: 'Requested entity already exists',
  });
  await clock.advance(10_000);
  const late = await refusal(named());
  expect([late.status, late.message]).toEqual([409, expect.stringContaining('too recently')]);
  await clock.advance(25 * 3_600_000);
  expect((await named()).status).toBe(200);
});

test('a failed delivery is repeated, later and later, until it succeeds', async () => {
  const { create, clock, delivered } = await queued([500, 'reset', 503], {
    minBackoff: '1s',
    maxBackoff: '3s',
  });
  await create({});
  await clock.advance(60_000);
  expect(delivered.map(({ at }) => at.slice(17, 19))).toEqual(['00', '01', '03', '06']);
  expect(
    delivered.map(({ request }) => [
      request.headers.get('x-cloudtasks-taskretrycount'),
      request.headers.get('x-cloudtasks-taskexecutioncount'),
    ]),
  ).toEqual([
    ['0', '0'],
    ['1', '1'],
    ['2', '1'],
    ['3', '2'],
  ]);
});

test('after the last attempt it is given up', async () => {
  const { create, clock, delivered, queues } = await queued([500, 500, 500], { maxAttempts: 2 });
  await create({});
  await clock.advance(60_000);
  expect(delivered).toHaveLength(2);
  expect((await queues.tasks.list({ parent: queue })).data.tasks).toEqual([]);
});

test('a deleted task is not delivered', async () => {
  const { create, clock, delivered, queues } = await queued();
  const { data } = await create({ scheduleTime: '2026-11-23T00:01:00Z' });
  await queues.tasks.delete({ name: data.name ?? '' });
  await clock.advance(120_000);
  expect(delivered).toEqual([]);
});

test.each([
  [{ httpRequest: { url: 'ftp://x' } }, 'HttpRequest.url must start with http:// or https://.'],
  [{ name: 'window-7' }, /Task name must be formatted/],
  [{ scheduleTime: '2027-01-01T00:00:00Z' }, /too far in the future/],
  [{ httpRequest: null }, /Task.httpRequest is required/],
])('%j is refused', async (task, message) => {
  const { create } = await queued();
  const { status, message: told } = await refusal(create(task));
  expect(status).toBe(400);
  expect(told).toMatch(message);
});

test('a task for a queue that does not exist is refused', async () => {
  const { queues } = await queued();
  const create = queues.tasks.create({
    parent: `${parent}/queues/other`,
    requestBody: { task: { httpRequest: { url } } },
  });
  expect((await refusal(create)).status).toBe(404);
});
