import { once } from 'node:events';
import { createServer, IncomingMessage } from 'node:http';
import { connect, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '#platform/log/index.ts';
import { readBody } from '#platform/serve/body.ts';
import { serve } from '#platform/serve.ts';
import { type RunningFunction, startFunction } from './framework.ts';

const source = 'test/functions/platform/serve/tiny-function.ts';
const twentyMegabytes = 20 * 1024 * 1024;
const english = { 'accept-language': 'en-GB' };

describe('a function under the functions framework', () => {
  let tiny: RunningFunction;
  beforeAll(async () => {
    tiny = await startFunction('tiny', source);
  });
  afterAll(async () => {
    tiny.signal('SIGTERM');
    await tiny.exited;
  });

  function post(path: string, body: string | ReadableStream, headers: Record<string, string> = {}) {
    return fetch(`${tiny.url}${path}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
      duplex: 'half',
    });
  }

  /** Sends bytes as they are and reads until the other side closes. */
  async function raw(request: string): Promise<string> {
    const socket = connect(tiny.port, '127.0.0.1');
    socket.write(request);
    return text(socket);
  }

  test('takes JSON and answers', async () => {
    const response = await post('/echo', JSON.stringify({ place: 'A-203', fault: '漏水' }));
    expect(await response.json()).toEqual({ received: { place: 'A-203', fault: '漏水' } });
  });

  test('answers JSON that is none with an error of ours, and keeps it out of the log', async () => {
    const response = await post('/echo', '{"phone": "13800138000", ', english);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: { code: 'badJson', message: 'The body is not valid JSON.' },
    });
    expect(tiny.output()).not.toContain('13800138000');
  });

  test('does so too where a handler asks Hono itself for the JSON', async () => {
    const response = await post('/json', '{"phone": ');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'badJson' } });
  });

  test('answers a form that cannot be read with 400', async () => {
    const response = await post('/form', 'no boundary here', {
      'content-type': 'multipart/form-data; boundary=x',
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'badRequest' } });
  });

  test('refuses a body of 20 MB whose length is told', async () => {
    const response = await post('/echo', 'x'.repeat(twentyMegabytes));
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({
      error: { code: 'tooLarge', message: '内容太大，请减小后重试' },
    });
    expect(tiny.output()).not.toContain('xxxx');
  });

  test('refuses it before it has arrived', async () => {
    const answer = await raw(
      `POST /echo HTTP/1.1\r\nHost: tiny\r\nContent-Length: ${twentyMegabytes}\r\n\r\nonly this much`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  test('refuses a body of 20 MB that comes in pieces without a length', async () => {
    const piece = new Uint8Array(64 * 1024).fill(120);
    let left = twentyMegabytes / piece.byteLength;
    const body = new ReadableStream({
      pull(controller) {
        if (left === 0) controller.close();
        else controller.enqueue(piece);
        left -= 1;
      },
    });
    const response = await post('/echo', body);
    expect(response.status).toBe(413);
  });

  test('gives up on a body that does not come', async () => {
    const answer = await raw(
      'POST /echo HTTP/1.1\r\nHost: tiny\r\nContent-Length: 100\r\n\r\n{"place":',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('"code":"incomplete"');
  });

  test('takes a photo that is larger than other bodies, up to its own bound', async () => {
    const put = (bytes: number) =>
      fetch(`${tiny.url}/photo`, {
        method: 'PUT',
        headers: { 'content-type': 'image/jpeg' },
        body: new Uint8Array(bytes),
      });
    expect(await (await put(3_000_000)).json()).toEqual({ bytes: 3_000_000 });
    expect((await put(5_000_000)).status).toBe(413);
  });

  test('cuts off a photo that comes a byte at a time, and says so', async () => {
    const socket = connect(tiny.port, '127.0.0.1');
    socket.write(
      'PUT /photo HTTP/1.1\r\nHost: tiny\r\nContent-Type: image/jpeg\r\nContent-Length: 100000\r\n\r\n',
    );
    const drip = setInterval(() => socket.write('x'), 100);
    const answer = await text(socket);
    clearInterval(drip);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('内容上传太慢，请检查网络后重试');
  });

  test('takes no more photos at once than it has room for, and asks for a moment', async () => {
    const head = (length: number) =>
      `PUT /photo HTTP/1.1\r\nHost: tiny\r\nContent-Type: image/jpeg\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n`;
    const first = connect(tiny.port, '127.0.0.1');
    first.write(head(4_000_000));
    await once(first, 'ready');
    await expect
      .poll(async () => (await raw(head(3_000_000))).split('\r\n')[0])
      .toBe('HTTP/1.1 503 Service Unavailable');
    first.destroy();
    await expect
      .poll(async () => {
        const answer = await fetch(`${tiny.url}/photo`, {
          method: 'PUT',
          headers: { 'content-type': 'image/jpeg' },
          body: new Uint8Array(3_000_000),
        });
        return answer.status;
      })
      .toBe(200);
  });

  test('answers an address that is none with an error of ours, not the page of the framework', async () => {
    const response = await fetch(`${tiny.url}/%E0%A4%A`, { headers: english });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code: 'notFound' } });
  });

  test('answers even /favicon.ico itself', async () => {
    const response = await fetch(`${tiny.url}/favicon.ico`);
    expect(await response.json()).toMatchObject({ error: { code: 'notFound' } });
  });

  test('logs a fault of ours and tells the caller nothing of it', async () => {
    const response = await fetch(`${tiny.url}/fault`, { headers: english });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('ledger');
    expect(tiny.output()).toContain('the ledger is upside down');
  });

  test('logs a request without its query and without the token in its path', async () => {
    const token = `k1.${'a'.repeat(80)}.${'b'.repeat(22)}`;
    await fetch(`${tiny.url}/f/${token}?phone=13900139000`);
    await tiny.wrote('"path":"/f/k1.a…"');
    expect(tiny.output()).not.toContain(token);
    expect(tiny.output()).not.toContain('13900139000');
  });
});

describe('other servers', () => {
  test('of the same process are left alone', async () => {
    const beside = await startFunction(
      'beside',
      'test/functions/platform/serve/beside-function.ts',
    );
    for (const round of ['before', 'after']) {
      const response = await fetch(`${beside.url}/ask?${round}`);
      expect(await response.json()).toEqual({ other: 'POST /hello with 2 bytes' });
    }
    beside.signal('SIGTERM');
    expect(await beside.exited).toBe(0);
  });

  test('two apps in one process are refused loudly, for one would never be reached', async () => {
    const pair = await startFunction('pair', 'test/functions/platform/serve/pair-function.ts');
    await expect(fetch(pair.url)).rejects.toThrow();
    expect(await pair.exited).not.toBe(0);
    expect(pair.output()).toContain('Two apps are served in one process');
  });

  test('take the function too, without any framework', async () => {
    const app = new Hono().post('/echo', async (c) => c.json(await c.req.json()));
    const server = createServer(serve(app, { log: createLog({ write: () => {} }) })).listen(0);
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('No port was given');
    const url = `http://127.0.0.1:${address.port}/echo`;
    expect(await (await fetch(url, { method: 'POST', body: '[1]' })).json()).toEqual([1]);
    const large = await fetch(url, { method: 'POST', body: 'x'.repeat(2_000_000) });
    expect(large.status).toBe(413);
    server.close();
  });
});

test('a body that a framework has read already is bounded too', async () => {
  const incoming = (rawBody: Buffer) =>
    Object.assign(new IncomingMessage(new Socket()), { rawBody });
  const limit = { bytes: 4, seconds: 1 };
  expect(await readBody(incoming(Buffer.from('1234')), limit)).toEqual(Buffer.from('1234'));
  expect(await readBody(incoming(Buffer.from('12345')), limit)).toBe('tooLarge');
});

describe('when the platform ends the process', () => {
  test('a request under way is answered, the function closes, and the process ends well', async () => {
    const tiny = await startFunction('tiny', source);
    const answer = fetch(`${tiny.url}/slow?milliseconds=800`);
    await tiny.wrote('slow.began');
    tiny.signal('SIGTERM');
    expect(await (await answer).json()).toEqual({ done: true });
    expect(await tiny.exited).toBe(0);
    expect(tiny.output()).toContain('tiny.closed');
  });

  test('nothing new is taken', async () => {
    const tiny = await startFunction('tiny', source);
    const answer = fetch(`${tiny.url}/slow?milliseconds=800`);
    await tiny.wrote('slow.began');
    tiny.signal('SIGTERM');
    await tiny.wrote('process.ending');
    await expect(fetch(`${tiny.url}/slow?milliseconds=1`)).rejects.toThrow();
    await answer;
    await tiny.exited;
  });

  test('a request that takes too long is given up, loudly', async () => {
    const tiny = await startFunction('tiny', source);
    const answer = fetch(`${tiny.url}/slow?milliseconds=60000`);
    await tiny.wrote('slow.began');
    tiny.signal('SIGTERM');
    await expect(answer).rejects.toThrow();
    expect(await tiny.exited).toBe(1);
    expect(tiny.output()).toContain('process.unfinished');
  });
});
