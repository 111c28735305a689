import { expect, test } from 'vitest';
import { lostAnswer, onStandIn } from './on-stand-in.ts';

const parent = 'projects/houqin/locations/asia-east1';
const queue = `${parent}/queues/checks`;
const url = 'http://127.0.0.1:8080/check/hint';
const scheduleTime = new Date('2026-11-24T00:00:00Z');

async function withQueue() {
  const parts = onStandIn('service:intake');
  const { queues } = parts.bare.tasks.projects.locations;
  await queues.create({ parent, requestBody: { name: queue } });
  const waiting = async () =>
    (await queues.tasks.list({ parent: queue, responseView: 'FULL' })).data.tasks ?? [];
  return { ...parts, waiting };
}

test('a task holds its request', async () => {
  const { google, settled, waiting } = await withQueue();
  const headers = { 'x-houqin-timestamp': '1' };
  await settled(
    google.tasks.enqueue(queue, { url, body: { workbook: '食堂' }, scheduleTime, headers }),
  );
  const [task] = await waiting();
  expect(task).toMatchObject({
    scheduleTime: expect.stringMatching(/^2026-11-24T00:00:00/),
    httpRequest: { url, httpMethod: 'POST', headers },
  });
  const body = Buffer.from(task?.httpRequest?.body ?? '', 'base64').toString('utf8');
  expect(JSON.parse(body)).toEqual({ workbook: '食堂' });
});

test('a second task of the same name is folded into the first', async () => {
  const { google, settled, waiting } = await withQueue();
  const task = { name: 'service-29340', url, body: {}, scheduleTime };
  expect(await settled(google.tasks.enqueue(queue, task))).toBe('enqueued');
  expect(await settled(google.tasks.enqueue(queue, task))).toBe('folded');
  expect(await waiting()).toHaveLength(1);
});

test('a task without a name is there once, even if the answer was lost', async () => {
  const { google, settled, waiting, faults } = await withQueue();
  faults.add(lostAnswer('cloudtasks.projects.locations.queues.tasks.create'));
  expect(await settled(google.tasks.enqueue(queue, { url, body: {}, scheduleTime }))).toBe(
    'enqueued',
  );
  expect(await waiting()).toHaveLength(1);
});

test.each([100, 3_000_000])('a message of %s bytes is sent as it is', async (length) => {
  const { google, settled, bare } = onStandIn('service:report');
  const message = `To: head@school.example\r\nSubject: plan\r\n\r\n${'x'.repeat(length)}`;
  await settled(google.gmail.send(new TextEncoder().encode(message)));
  const { data } = await bare.gmail.users.messages.list({ userId: 'me' });
  const [sent] = data.messages ?? [];
  const got = await bare.gmail.users.messages.get({
    userId: 'me',
    id: sent?.id ?? '',
    format: 'raw',
  });
  expect(Buffer.from(got.data.raw ?? '', 'base64url').toString('latin1')).toBe(message);
});

test('a message that may have gone is not sent again', async () => {
  const { google, settled, bare, faults } = onStandIn('service:report');
  faults.add(lostAnswer('gmail.users.messages.send'));
  const mail = google.gmail.send(
    new TextEncoder().encode('To: head@school.example\r\nSubject: plan\r\n\r\nx'),
  );
  await expect(settled(mail)).rejects.toMatchObject({ kind: 'unclear' });
  expect((await bare.gmail.users.messages.list({ userId: 'me' })).data.messages).toHaveLength(1);
});
