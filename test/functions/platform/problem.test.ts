import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { expect, test } from 'vitest';
import { GoogleFailure } from '#platform/google/failure.ts';
import { createLog } from '#platform/log/index.ts';
import { answerProblems, jsonBody, languageOf, Problem } from '#platform/problem.ts';
import { WorkbookFailure } from '#platform/workbook/port.ts';

function appWith(routes: (app: Hono) => void) {
  const lines: string[] = [];
  const app = answerProblems(new Hono(), { log: createLog({ write: (line) => lines.push(line) }) });
  routes(app);
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await app.request(path, init);
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
  return { ask, lines };
}

const english = { 'accept-language': 'en' };
const post = (body: string, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body,
  headers: { ...english, ...headers },
});

test('a problem is answered in the language of the reader, with its issues and headers', async () => {
  const { ask, lines } = appWith((app) =>
    app.get('/', () => {
      throw new Problem({
        status: 422,
        code: 'invalid',
        label: { zh: '有两处要改', en: 'Two fields need a change.' },
        issues: [{ field: 'phone', message: { zh: '请填手机号', en: 'Give a phone number.' } }],
        headers: { 'retry-after': '30' },
      });
    }),
  );
  const chinese = await ask('/');
  expect(chinese.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(chinese.body).toEqual({
    type: 'about:blank',
    title: '有两处要改',
    status: 422,
    detail: '有两处要改 请填手机号',
    code: 'invalid',
    error: { code: 'invalid', message: '有两处要改' },
    issues: [{ field: 'phone', message: '请填手机号' }],
  });
  expect(chinese.headers.get('content-language')).toBe('zh');
  const { status, body, headers } = await ask('/', { headers: english });
  expect(status).toBe(422);
  expect(body).toMatchObject({
    error: { code: 'invalid', message: 'Two fields need a change.' },
    issues: [{ field: 'phone', message: 'Give a phone number.' }],
  });
  expect(headers.get('retry-after')).toBe('30');
  expect(lines).toEqual([]);
});

test('a workbook that cannot be had is answered in its own words, as something that may pass', async () => {
  const { ask } = appWith((app) =>
    app.get('/', () => {
      throw new WorkbookFailure({ zh: '还没有安装', en: 'Nothing is set up yet' });
    }),
  );
  expect(await ask('/', { headers: english })).toMatchObject({
    status: 503,
    body: { error: { code: 'unreadable', message: 'Nothing is set up yet' } },
  });
});

test.each(['busy', 'unclear'] as const)(
  'a Google that is %s is answered as out for now, and logged',
  async (kind) => {
    const { ask, lines } = appWith((app) =>
      app.get('/', () => {
        throw new GoogleFailure({ kind, message: 'sheets.get: no answer' });
      }),
    );
    const { status, body, headers } = await ask('/', { headers: english });
    expect(status).toBe(503);
    expect(body).toMatchObject({
      error: { code: 'googleOut', message: 'Google cannot be reached now. Try again later.' },
    });
    expect(headers.get('retry-after')).toBe('60');
    expect(lines.join('')).toContain('sheets.get: no answer');
  },
);

test('a Google that refuses is a fault of ours', async () => {
  const { ask } = appWith((app) =>
    app.get('/', () => {
      throw new GoogleFailure({ kind: 'forbidden', message: 'sheets.get: not yours' });
    }),
  );
  expect(await ask('/')).toMatchObject({ status: 500, body: { error: { code: 'fault' } } });
});

test('an address that does not exist', async () => {
  const { ask } = appWith(() => {});
  expect(await ask('/nowhere', { headers: english })).toMatchObject({
    status: 404,
    body: { error: { code: 'notFound', message: 'There is nothing at this address.' } },
  });
});

test('a fault of ours is logged, and its words stay here', async () => {
  const { ask, lines } = appWith((app) =>
    app.get('/rows/:id', () => {
      throw new Error('row 7 has no balance');
    }),
  );
  const { status, body } = await ask('/rows/7', { headers: english });
  expect(status).toBe(500);
  expect(body).toMatchObject({ error: { code: 'fault' } });
  expect(JSON.stringify(body)).not.toContain('balance');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    severity: 'ERROR',
    message: 'request.fault',
    route: '/rows/:id',
    error: { message: 'row 7 has no balance' },
  });
});

test.each<[string, (app: Hono) => void, RequestInit, number, string]>([
  [
    'JSON read by jsonBody',
    (app) => app.post('/', async (c) => c.json([await jsonBody(c)])),
    post('{'),
    400,
    'badJson',
  ],
  [
    'JSON read by Hono',
    (app) => app.post('/', async (c) => c.json(await c.req.json())),
    post('{'),
    400,
    'badJson',
  ],
  [
    'a form read by Hono',
    (app) => app.post('/', async (c) => c.json(Object.keys(await c.req.parseBody()))),
    post('x', { 'content-type': 'multipart/form-data; boundary=b' }),
    400,
    'badRequest',
  ],
  [
    'a body that Hono’s own limit refuses',
    (app) => app.post('/', bodyLimit({ maxSize: 3 }), (c) => c.json('never')),
    post('12345', { 'content-length': '5' }),
    413,
    'tooLarge',
  ],
  [
    'an exception of Hono',
    (app) =>
      app.post('/', () => {
        throw new HTTPException(401);
      }),
    post('1'),
    401,
    'badRequest',
  ],
])('what cannot be read is the sender’s to mend: %s', async (_, routes, init, status, code) => {
  const { ask, lines } = appWith(routes);
  expect(await ask('/', init)).toMatchObject({ status, body: { error: { code } } });
  expect(lines).toEqual([]);
});

test.each<[string, () => unknown]>([
  ['bad JSON of our own', () => JSON.parse('{')],
  [
    'a TypeError of our own',
    () => {
      throw new TypeError('undefined is not a row');
    },
  ],
])('%s is a fault even when the request is fine', async (_, fail) => {
  const { ask } = appWith((app) => app.post('/', (c) => c.json(fail())));
  expect((await ask('/', post('{"fine":true}'))).status).toBe(500);
});

test.each([
  [undefined, 'zh'],
  ['', 'zh'],
  ['fr', 'zh'],
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['fr, en;q=0.5, zh;q=0.4', 'en'],
  ['en;q=0, zh-Hant;q=0.1', 'zh'],
  ['en;q=broken', 'zh'],
] as const)('Accept-Language: %s is answered in %s', (header, language) => {
  expect(languageOf(header)).toBe(language);
});
