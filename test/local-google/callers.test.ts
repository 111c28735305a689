import { expect, test } from 'vitest';
import { standIn } from './stand-in.ts';

const path = 'http://google.local/drive/v3/files';

test('without a token nobody may call', async () => {
  const { google } = standIn();
  const response = await google.fetch(new Request(path));
  expect([response.status, await response.json()]).toEqual([
    401,
    {
      error: {
        code: 401,
        message: expect.stringContaining('missing required authentication credential'),
        errors: [{ message: expect.any(String), domain: 'global', reason: 'required' }],
      },
    },
  ]);
});

test('with a list of users, only they may', async () => {
  const { google } = standIn({ users: [{ token: 't1', email: 'wang@school.cn', kind: 'user' }] });
  const status = async (token: string) => {
    const headers = { authorization: `Bearer ${token}` };
    return (await google.fetch(new Request(path, { headers }))).status;
  };
  expect([await status('t1'), await status('t2')]).toEqual([200, 401]);
});

test.each([
  ['wang', 'wang@school.example', 'owner'],
  ['wang@school.cn', 'wang@school.cn', 'owner'],
  ['service:plan', 'plan@houqin.iam.gserviceaccount.com', 'owner'],
])('the token %s is %s', async (token, emailAddress, role) => {
  const { drive } = standIn().as(token);
  const mimeType = 'application/vnd.google-apps.folder';
  const made = await drive.files.create({ requestBody: { mimeType }, fields: 'permissions' });
  expect(made.data.permissions).toMatchObject([{ emailAddress, role }]);
});

test.each([
  ['/v4/nothing', 404, 'NOT_FOUND'],
  ['/v4/spreadsheets/S/developerMetadata/x', 400, 'INVALID_ARGUMENT'],
  ['/v2/projects/p/locations/l/queues', 501, 'UNIMPLEMENTED'],
])('%s is answered %i in the words of Google', async (where, code, status) => {
  const { google } = standIn();
  const url = `http://google.local${where}`;
  const response = await google.fetch(
    new Request(url, { headers: { authorization: 'Bearer wang' } }),
  );
  expect(response.headers.get('content-type')).toBe('application/json; charset=UTF-8');
  expect(await response.json()).toMatchObject({
    error: { code, status, message: expect.any(String) },
  });
});

test('a body that is no JSON is refused', async () => {
  const { google } = standIn();
  const response = await google.fetch(
    new Request(path, { method: 'POST', headers: { authorization: 'Bearer wang' }, body: '{' }),
  );
  expect([response.status, await response.json()]).toMatchObject([
    400,
    { error: { message: expect.stringContaining('Invalid JSON payload received.') } },
  ]);
});
