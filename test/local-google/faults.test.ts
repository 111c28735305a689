import { expect, test } from 'vitest';
import type { Fault } from '#scripts/local-google/faults.ts';
import { refusal, standIn } from './stand-in.ts';

const folder = 'application/vnd.google-apps.folder';

function troubled(...faults: Fault[]) {
  const parts = standIn();
  parts.google.faults.add(faults);
  const { drive } = parts.as('wang');
  const create = () => drive.files.create({ requestBody: { name: 'x', mimeType: folder } });
  const made = () => parts.google.state.files.size;
  return { ...parts, drive, create, made };
}

test.each([
  ['429', 429],
  ['500', 500],
  ['503', 503],
] as const)('%s is answered, and nothing done', async (kind, status) => {
  const { create, made } = troubled({ kind, times: 1 });
  expect((await refusal(create())).status).toBe(status);
  expect(made()).toBe(0);
  await create();
  expect(made()).toBe(1);
});

test.each([
  ['reset-before', 0],
  ['reset-after', 1],
] as const)('%s: the connection drops, %i files were made', async (kind, files) => {
  const { create, made } = troubled({ kind });
  const reset = await create().catch((error: unknown) => error);
  expect(reset).toMatchObject({ cause: { name: 'TypeError', cause: { code: 'ECONNRESET' } } });
  expect(made()).toBe(files);
});

test.each([
  ['stall', 0],
  ['late', 1],
] as const)(
  '%s: the answer takes its time, meanwhile %i files were made',
  async (kind, meanwhile) => {
    const { create, made, clock } = troubled({ kind, milliseconds: 5000 });
    let answered = false;
    const waiting = create().then(() => {
      answered = true;
    });
    await clock.advance(4999);
    expect([made(), answered]).toEqual([meanwhile, false]);
    await clock.advance(1);
    await waiting;
    expect(made()).toBe(1);
  },
);

test('a refusal can be lost on its way back, too', async () => {
  const { drive } = troubled({ kind: 'reset-after', times: 1 });
  const remove = () => drive.files.delete({ fileId: 'none' });
  await expect(remove()).rejects.toThrow('fetch failed');
  expect((await refusal(remove())).status).toBe(404);
});

test('a caller that gives up hears nothing more; the request goes on', async () => {
  const { google, clock, made } = troubled({ kind: 'stall', milliseconds: 5000 });
  const giveUp = new AbortController();
  const waiting = google.fetch(
    new Request('http://google.local/drive/v3/files', {
      method: 'POST',
      headers: { authorization: 'Bearer wang' },
      body: JSON.stringify({ mimeType: folder }),
      signal: giveUp.signal,
    }),
  );
  giveUp.abort();
  await expect(waiting).rejects.toThrow('aborted');
  await clock.advance(5000);
  expect(made()).toBe(1);
});

test('a fault can be for one method, one caller, each n-th request', async () => {
  const { create, drive, as } = troubled({
    kind: '500',
    match: { method: 'drive.files.create', user: 'wang@school.example' },
    every: 2,
    times: 2,
  });
  const statusOf = (call: Promise<unknown>) =>
    call.then(
      () => 200,
      (error: unknown) => Number(Object(error).status),
    );
  await drive.files.list({});
  await as('li').drive.files.create({ requestBody: { mimeType: folder } });
  const statuses: number[] = [];
  for (let turn = 0; turn < 7; turn += 1) statuses.push(await statusOf(create()));
  expect(statuses).toEqual([200, 500, 200, 500, 200, 200, 200]);
});

test('faults are set, shown and cleared over HTTP', async () => {
  const { google } = standIn();
  const ask = async (method: string, body?: unknown) => {
    const request = new Request('http://google.local/__faults', {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const response = await google.fetch(request);
    return { status: response.status, json: await response.json() };
  };
  expect((await ask('POST', [{ kind: '503', times: 3 }])).json).toMatchObject([
    { kind: '503', times: 3, seen: 0, hits: 0 },
  ]);
  expect((await ask('GET')).json).toHaveLength(1);
  expect((await ask('DELETE')).json).toEqual([]);
  const wrong = await ask('POST', [{ kind: 'fire' }]);
  expect([wrong.status, wrong.json]).toEqual([400, { error: expect.stringContaining('kind') }]);
});
