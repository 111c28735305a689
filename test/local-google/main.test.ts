import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { clientsOf } from './clients.ts';

const main = join(import.meta.dirname, '../../scripts/local-google/main.ts');
const ready = z.object({ port: z.number(), url: z.string() });

let folder: string;
let children: ChildProcess[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), '后勤 '));
  children = [];
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

function start(...args: string[]): ChildProcess {
  const child = fork(main, args, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], execArgv: [] });
  children.push(child);
  return child;
}

async function started(...args: string[]) {
  const child = start('--port', '0', ...args);
  const died = once(child, 'exit').then(([code]) => {
    throw new Error(`it ended with ${code} instead of listening`);
  });
  const [message] = await Promise.race([once(child, 'message'), died]);
  died.catch(() => undefined);
  return { child, ...ready.parse(message) };
}

async function ended(child: ChildProcess) {
  let said = '';
  child.stdout?.on('data', (chunk) => {
    said += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  const [code] = await once(child, 'close');
  return { code, said };
}

test('kill -9 in mid-stream loses nothing that was answered and half-does nothing', async () => {
  const state = join(folder, 'google.state');
  const answered = new Map<string, string>();
  for (let round = 0; round < 3; round += 1) {
    const { child, url } = await started('--state', state);
    const { drive } = clientsOf('wang', { rootUrl: url });
    let next = 0;
    const worker = async () => {
      for (;;) {
        const name = `${round}-${next++}`;
        const { data } = await drive.files.create({ requestBody: { name } });
        answered.set(data.id ?? '', name);
        if (answered.size === (round + 1) * 100) child.kill('SIGKILL');
      }
    };
    await Promise.allSettled(Array.from({ length: 8 }, worker));
  }
  const { url } = await started('--state', state);
  const { drive } = clientsOf('wang', { rootUrl: url });
  const kept = new Map<string, string>();
  for (let pageToken = '', more = true; more; ) {
    const { data } = await drive.files.list({
      pageSize: 1000,
      ...(pageToken !== '' && { pageToken }),
    });
    for (const { id, name } of data.files ?? []) kept.set(id ?? '', name ?? '');
    pageToken = data.nextPageToken ?? '';
    more = pageToken !== '';
  }
  for (const [id, name] of answered) expect(kept.get(id)).toBe(name);
  // At most the requests under way at each kill may be there without having been answered.
  expect(kept.size - answered.size).toBeLessThanOrEqual(3 * 8);
});

test('it ends with its parent, and keeps its state', async () => {
  const state = join(folder, 'google.state');
  const { child, url } = await started('--state', state);
  await clientsOf('wang', { rootUrl: url }).drive.files.create({ requestBody: { name: 'x' } });
  child.disconnect();
  expect((await once(child, 'exit'))[0]).toBe(0);
  const again = await started('--state', state);
  const { drive } = clientsOf('wang', { rootUrl: again.url });
  expect((await drive.files.list({})).data.files).toMatchObject([{ name: 'x' }]);
});

describe('it says what is wrong', () => {
  test('with a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const { code, said } = await ended(start('--port', port));
    other.close();
    expect(code).toBe(1);
    expect(said).toContain(`Port ${port} is in use by another program.`);
  });

  test('with a state file of something else', async () => {
    const state = join(folder, 'letter.txt');
    writeFileSync(state, 'a letter');
    const { code, said } = await ended(start('--state', state));
    expect(code).toBe(1);
    expect(said).toContain('Move it away to start empty.');
  });

  test('with its options, and how to use it', async () => {
    const { code, said } = await ended(start('--prot', '1'));
    expect(code).toBe(2);
    expect(said).toContain("Unknown option '--prot'");
    expect(said).toContain('Usage:');
  });
});

test('a dropped connection is a reset socket', async () => {
  const { url } = await started();
  await fetch(`${url}__faults`, {
    method: 'POST',
    body: JSON.stringify([{ kind: 'reset-after', times: 1 }]),
  });
  const create = () =>
    fetch(`${url}drive/v3/files`, {
      method: 'POST',
      headers: { authorization: 'Bearer wang' },
      body: '{}',
    });
  await expect(create()).rejects.toThrow('fetch failed');
  const counts: unknown = await (await fetch(`${url}__counts`)).json();
  expect(counts).toMatchObject({ total: { methods: { 'drive.files.create': 1 } } });
  expect((await create()).status).toBe(200);
});
