import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { GoogleFailure } from '#platform/google/index.ts';
import { ForeignHost, onlyHostOf } from '#platform/google/only-host.ts';
import { toFailure } from '#platform/google/to-failure.ts';
import { handClock } from '../../../local-google/hand-clock.ts';
import { googleAnswering, json, networkError, refused } from './answering.ts';

const someSheet = json({ spreadsheetId: 's1' });

async function failureOf(promise: Promise<unknown>): Promise<GoogleFailure> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof GoogleFailure) return error;
  throw new Error(`Not a GoogleFailure: ${String(error)}`);
}

describe('where calls go', () => {
  test('every service is called at the root, with the token, uploads too', async () => {
    const { google, requests, settled } = googleAnswering([
      json({}),
      json({ ids: ['f1'] }),
      json({ id: 'f1' }),
      json({ generation: '7' }),
      json({}),
      json({}),
      json({}),
    ]);
    const bytes = new TextEncoder().encode('后勤');
    await settled(google.sheets.get('s1'));
    await settled(google.drive.createFile({ name: '照片' }, { mimeType: 'image/png', bytes }));
    await settled(google.storage.write('b', 'o', bytes, { contentType: 'text/plain' }));
    await settled(google.gmail.send(bytes));
    await settled(google.gmail.send(new Uint8Array(3_000_000)));
    await settled(google.tasks.enqueue('projects/p/locations/l/queues/q', { url: 'x', body: 1 }));
    expect(requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`)).toEqual([
      'GET /v4/spreadsheets/s1',
      'GET /drive/v3/files/generateIds',
      'POST /upload/drive/v3/files',
      'POST /upload/storage/v1/b/b/o',
      'POST /gmail/v1/users/me/messages/send',
      'POST /upload/gmail/v1/users/me/messages/send',
      'POST /v2/projects/p/locations/l/queues/q/tasks',
    ]);
    for (const { url, headers } of requests) {
      expect(new URL(url).origin).toBe('http://google.local:9010');
      expect(headers.get('authorization')).toBe('Bearer service:check');
    }
  });

  test('an upload carries its metadata and its bytes', async () => {
    const { google, requests, settled } = googleAnswering([json({ generation: '7' })]);
    const bytes = new TextEncoder().encode('{"epoch":7}');
    await settled(google.storage.write('b', 'lease', bytes, { contentType: 'application/json' }));
    const [upload] = requests;
    expect(upload?.headers.get('content-type')).toMatch(/^multipart\/related; boundary=/);
    const body = await upload?.text();
    expect(body).toContain('"name":"lease"');
    expect(body).toContain('content-type: application/json\r\n\r\n{"epoch":7}\r\n');
  });

  test('another host is refused before anything is sent', async () => {
    const sent: unknown[] = [];
    const guarded = onlyHostOf('http://google.local:9010/', async (input) => {
      sent.push(input);
      return json({});
    });
    await expect(guarded('https://www.googleapis.com/upload/drive/v3/files')).rejects.toThrow(
      'Refused to call https://www.googleapis.com',
    );
    await expect(guarded('http://google.local:9011/')).rejects.toThrow('Refused to call');
    expect(sent).toEqual([]);
    await guarded('http://google.local:9010/v4/spreadsheets/s1');
    expect(sent).toHaveLength(1);
  });
});

describe('what is repeated', () => {
  test('a read, while Google is busy or its answer is lost', async () => {
    const { google, requests, settled } = googleAnswering([
      refused(503, 'The service is currently unavailable.'),
      networkError('ECONNRESET'),
      refused(429, 'Quota exceeded'),
      someSheet,
    ]);
    expect(await settled(google.sheets.get('s1'))).toEqual({ spreadsheetId: 's1' });
    expect(requests).toHaveLength(4);
  });

  test('with pauses that grow, and never shorter than Google asks', async () => {
    const { google, clock, lines, settled } = googleAnswering([
      refused(503, 'x'),
      refused(503, 'x'),
      json({ error: { code: 503, message: 'x' } }, 503, { 'retry-after': '20' }),
      someSheet,
    ]);
    await settled(google.sheets.get('s1'));
    const pauses = lines.map((line) => Number(JSON.parse(line).pauseSeconds));
    expect(pauses[0]).toBeGreaterThanOrEqual(0.25);
    expect(pauses[0]).toBeLessThan(0.75);
    expect(pauses[1]).toBeGreaterThanOrEqual(0.5);
    expect(pauses[1]).toBeLessThan(1.5);
    expect(pauses[2]).toBe(20);
    expect(clock.now().getTime()).toBeGreaterThan(Date.parse('2026-11-23T00:00:20Z'));
  });

  test('but not for ever', async () => {
    const { google, requests, settled } = googleAnswering(
      Array.from({ length: 9 }, () => refused(503, 'x')),
    );
    expect(await failureOf(settled(google.sheets.get('s1')))).toMatchObject({ kind: 'unclear' });
    expect(requests).toHaveLength(5);
  });

  test('a batch of writes never: its caller owns the commit token', async () => {
    const { google, requests, settled } = googleAnswering([refused(429, 'Quota exceeded')]);
    const batch = google.sheets.batchUpdate('s1', { requests: [] });
    expect(await failureOf(settled(batch))).toMatchObject({ kind: 'busy', status: 429 });
    expect(requests).toHaveLength(1);
  });

  test('a mail only when it surely did not go', async () => {
    const busy = googleAnswering([refused(429, 'x'), json({})]);
    await busy.settled(busy.google.gmail.send(new Uint8Array(1)));
    expect(busy.requests).toHaveLength(2);
    const unclear = googleAnswering([networkError('ECONNRESET')]);
    const mail = unclear.google.gmail.send(new Uint8Array(1));
    expect(await failureOf(unclear.settled(mail))).toMatchObject({ kind: 'unclear' });
    expect(unclear.requests).toHaveLength(1);
  });
});

describe('the pace of Sheets', () => {
  test('reads wait for their own bucket, writes for theirs', async () => {
    const { google, clock, requests } = googleAnswering([], {
      sheetsReads: { capacity: 1, perSecond: 1 },
      sheetsWrites: { capacity: 1, perSecond: 1 },
    });
    const calls = Promise.all([
      google.sheets.get('s1'),
      google.sheets.values('s1', 'A1:B2'),
      google.sheets.batchUpdate('s1', {}),
    ]);
    while (requests.length < 2) await clock.advance(0);
    expect(requests.map(({ method }) => method)).toEqual(['GET', 'POST']);
    await clock.advance(1000);
    await calls;
    expect(requests).toHaveLength(3);
  });

  test('after a 429 nothing more goes for a while', async () => {
    const { google, clock, requests, settled } = googleAnswering([refused(429, 'Quota exceeded')]);
    await failureOf(settled(google.sheets.batchUpdate('s1', {})));
    const next = google.sheets.batchUpdate('s1', {});
    await clock.advance(9000);
    expect(requests).toHaveLength(1);
    await settled(next);
    expect(requests).toHaveLength(2);
  });
});

describe('kinds of failure', () => {
  test.each([
    [refused(400, 'Invalid requests[0]'), { kind: 'refused', status: 400 }],
    [refused(409, 'exists'), { kind: 'refused', status: 409 }],
    [refused(401, 'no'), { kind: 'forbidden', status: 401 }],
    [refused(403, 'no', 'storageQuotaExceeded'), { kind: 'forbidden', status: 403 }],
    [refused(403, 'slow', 'userRateLimitExceeded'), { kind: 'busy', status: 403 }],
    [refused(404, 'no'), { kind: 'missing', status: 404 }],
    [refused(429, 'slow'), { kind: 'busy', status: 429 }],
    [refused(500, 'oh'), { kind: 'unclear', status: 500 }],
    [refused(503, 'oh'), { kind: 'unclear', status: 503 }],
    [networkError('ECONNRESET'), { kind: 'unclear' }],
    [networkError('ECONNREFUSED'), { kind: 'busy' }],
  ])('%# %o', async (answer, expected) => {
    const { google, settled } = googleAnswering([answer]);
    const failure = await failureOf(settled(google.sheets.batchUpdate('s1', {})));
    expect(failure).toMatchObject(expected);
    expect(failure.message).toMatch(/^sheets\.batchUpdate: /);
  });

  test('a failure carries Google’s words and nothing of what was sent', async () => {
    const { google, settled } = googleAnswering([refused(400, 'Invalid requests[3]')]);
    const batch = google.sheets.batchUpdate('s1', {
      requests: [{ updateCells: { fields: '13800138000' } }],
    });
    const failure = await failureOf(settled(batch));
    expect(failure.message).toBe('sheets.batchUpdate: Invalid requests[3]');
    expect(JSON.stringify({ ...failure, cause: failure.cause })).not.toMatch(
      /138001|service:check/,
    );
  });

  test('a page of a proxy is cut short', async () => {
    const page = new Response(`<html>${'x'.repeat(5000)}</html>`, { status: 502 });
    const { google, settled } = googleAnswering([page]);
    const failure = await failureOf(settled(google.sheets.batchUpdate('s1', {})));
    expect(failure.message.length).toBeLessThan(400);
  });

  test('no answer in time is unclear', async () => {
    const { google } = googleAnswering([], {
      timeoutSeconds: 0.05,
      fetchImplementation: () => new Promise(() => {}),
    });
    const failure = await failureOf(google.sheets.batchUpdate('s1', {}));
    expect(failure).toMatchObject({
      kind: 'unclear',
      message: 'sheets.batchUpdate: no answer within 0.05 seconds',
    });
  });

  test('a fault of ours is not dressed up as one of Google', () => {
    const fault = new TypeError('Converting circular structure to JSON');
    expect(() => toFailure('sheets.batchUpdate', fault, handClock())).toThrow(fault);
    const foreign = new Error('x', { cause: new ForeignHost('https://a', 'https://b') });
    expect(() => toFailure('drive.createFile', foreign, handClock())).toThrow(ForeignHost);
  });

  test.each([
    ['https://oauth2.googleapis.com/token', 400, 'forbidden'],
    ['https://oauth2.googleapis.com/token', 503, 'busy'],
    ['http://169.254.169.254/computeMetadata/v1/token', undefined, 'busy'],
    ['https://www.googleapis.com/oauth2/v4/token', 400, 'forbidden'],
    ['https://www.googleapis.com/drive/v3/files', 400, 'refused'],
  ])('%s answering %s is %s: without a token nothing was sent', (url, status, kind) => {
    const error = Object.assign(new Error('no'), {
      config: { url: new URL(url) },
      ...(status && { response: { status } }),
    });
    expect(toFailure('sheets.batchUpdate', error, handClock())).toMatchObject({ kind });
  });
});

test('nothing of googleapis is loaded before the first call', async () => {
  const program = `
    import { createRequire } from 'node:module';
    const loaded = () => Object.keys(createRequire(import.meta.url).cache)
      .filter((file) => file.includes('googleapis')).length;
    const { createGoogle } = await import('#platform/google/index.ts');
    const google = createGoogle({
      root: 'http://google.local', clock: { now: () => new Date(), sleep: async () => {} },
      log: { info() {}, warn() {}, error() {} },
      fetchImplementation: async () => Response.json({}),
    });
    const before = loaded();
    await google.sheets.get('s1');
    console.log(JSON.stringify({ before, some: loaded() > 0 }));
  `;
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--input-type=module',
    '--eval',
    program,
  ]);
  expect(JSON.parse(stdout)).toEqual({ before: 0, some: true });
});
