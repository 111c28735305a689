import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '#platform/clock.ts';
import { systemRandom } from '#platform/random.ts';
import { createLocalGoogle } from '#scripts/local-google/create-local-google.ts';
import { listen } from '#scripts/local-google/server.ts';
import { findSpreadsheet } from '#scripts/local-google/sheets/kept.ts';
import { clientsOf, inProcess } from './clients.ts';
import { refusal, standIn } from './stand-in.ts';

const folder = 'application/vnd.google-apps.folder';
const spreadsheet = 'application/vnd.google-apps.spreadsheet';

describe.each(['over a socket', 'in process'])('files %s', (way) => {
  const google = createLocalGoogle({
    clock: systemClock,
    random: systemRandom,
    checkAnswers: true,
  });
  let server: Awaited<ReturnType<typeof listen>>;
  beforeAll(async () => {
    server = await listen(google, 0);
  });
  afterAll(() => server.close());
  const as = (token: string) =>
    clientsOf(token, way === 'in process' ? inProcess(google) : { rootUrl: server.url });

  test('a folder is made, found, renamed, put into the bin and deleted', async () => {
    const { drive } = as('wang');
    const made = await drive.files.create({ requestBody: { name: '照片', mimeType: folder } });
    expect(made.data).toEqual({
      kind: 'drive#file',
      id: expect.stringMatching(/^1[\w-]{43}$/),
      name: '照片',
      mimeType: folder,
    });
    const fileId = made.data.id ?? '';
    await drive.files.update({
      fileId,
      requestBody: { name: '图片', properties: { year: '2026' } },
    });
    await drive.files.update({ fileId, requestBody: { trashed: true } });
    const got = await drive.files.get({ fileId, fields: '*' });
    expect(got.data).toMatchObject({
      name: '图片',
      trashed: true,
      properties: { year: '2026' },
      ownedByMe: true,
      lastModifyingUser: { emailAddress: 'wang@school.example', me: true },
      version: '3',
    });
    await drive.files.delete({ fileId });
    expect(await refusal(drive.files.get({ fileId }))).toEqual({
      status: 404,
      message: `File not found: ${fileId}.`,
    });
  });

  test('content goes up in one request and comes down as it was', async () => {
    const { drive, way: root } = as('wang');
    const bytes = Buffer.from([0, 13, 10, 45, 45, 255, 13, 10]);
    const made = await drive.files.create(
      {
        requestBody: { name: '门.jpg' },
        media: { mimeType: 'image/jpeg', body: Readable.from([bytes]) },
        fields: 'id,size,mimeType,fileExtension,md5Checksum',
      },
      root,
    );
    expect(made.data).toMatchObject({ size: '8', mimeType: 'image/jpeg', fileExtension: 'jpg' });
    const got = await drive.files.get(
      { fileId: made.data.id ?? '', alt: 'media' },
      { responseType: 'arraybuffer' },
    );
    expect(Buffer.from(new Uint8Array(Object(got.data)))).toEqual(bytes);
  });

  test('a large upload can be resumed', async () => {
    const { rootUrl, fetchImplementation = fetch } = as('wang').way;
    const authorization = 'Bearer wang';
    const begun = await fetchImplementation(
      `${rootUrl}upload/drive/v3/files?uploadType=resumable&fields=id,size,name`,
      {
        method: 'POST',
        headers: { authorization, 'x-upload-content-type': 'text/plain' },
        body: JSON.stringify({ name: 'a.txt' }),
      },
    );
    const location = begun.headers.get('location') ?? '';
    const put = (range: string, body: string) =>
      fetchImplementation(location, { method: 'PUT', headers: { 'content-range': range }, body });
    const first = await put('bytes 0-3/8', '登');
    expect(first.status).toBe(400);
    const taken = await put('bytes 0-2/6', '登');
    expect([taken.status, taken.headers.get('range')]).toEqual([308, 'bytes=0-2']);
    expect((await put('bytes */6', '')).status).toBe(308);
    const done = await put('bytes 3-5/6', '记');
    expect(await done.json()).toEqual({ id: expect.any(String), size: '6', name: 'a.txt' });
  });
});

test('a spreadsheet made through Drive is one for Sheets too, and is copied with its content', async () => {
  const { google, as } = standIn();
  const { drive } = as('wang');
  const made = await drive.files.create({ requestBody: { name: '库房', mimeType: spreadsheet } });
  const id = made.data.id ?? '';
  expect(findSpreadsheet(google.state, id)?.properties.title).toBe('库房');
  const copy = await drive.files.copy({ fileId: id, requestBody: { name: '库房 2027' } });
  const copied = findSpreadsheet(google.state, copy.data.id ?? '');
  expect(copied).toMatchObject({ spreadsheetId: copy.data.id, properties: { title: '库房 2027' } });
  await drive.files.update({ fileId: id, requestBody: { name: '旧库房' } });
  expect(findSpreadsheet(google.state, id)?.properties.title).toBe('旧库房');
  await drive.files.delete({ fileId: id });
  expect(google.state.spreadsheets.has(id)).toBe(false);
});

describe('a service account', () => {
  test('owns no storage: outside a shared drive it makes folders, not files', async () => {
    const { drive } = standIn().as('service:intake');
    expect(
      await refusal(drive.files.create({ requestBody: { name: 'x', mimeType: spreadsheet } })),
    ).toMatchObject({ status: 403, message: expect.stringContaining('do not have storage quota') });
    await drive.files.create({ requestBody: { name: 'x', mimeType: folder } });
  });

  test('sees what is shared with it, and nothing else', async () => {
    const { as } = standIn();
    const { drive } = as('wang');
    const made = await drive.files.create({ requestBody: { name: '值班', mimeType: folder } });
    const fileId = made.data.id ?? '';
    const inner = await drive.files.create({ requestBody: { name: '11月', parents: [fileId] } });
    const robot = as('service:plan').drive;
    const rename = () =>
      robot.files.update({ fileId: inner.data.id ?? '', requestBody: { name: '12月' } });
    expect((await refusal(rename())).status).toBe(404);
    const emailAddress = 'plan@houqin.iam.gserviceaccount.com';
    const share = (role: string) =>
      drive.permissions.create({ fileId, requestBody: { type: 'user', role, emailAddress } });
    await share('reader');
    expect((await refusal(rename())).status).toBe(403);
    await share('writer');
    expect((await rename()).data.name).toBe('12月');
    const { data } = await drive.permissions.list({
      fileId,
      fields: 'permissions(role,emailAddress)',
    });
    expect(data.permissions).toEqual([
      { role: 'owner', emailAddress: 'wang@school.example' },
      { role: 'writer', emailAddress },
    ]);
  });

  test('cannot delete or trash what another owns', async () => {
    const { as } = standIn();
    const { drive } = as('wang');
    const { data } = await drive.files.create({ requestBody: { name: 'x', mimeType: folder } });
    const fileId = data.id ?? '';
    await drive.permissions.create({ fileId, requestBody: { type: 'anyone', role: 'writer' } });
    const robot = as('service:plan').drive;
    expect((await refusal(robot.files.delete({ fileId }))).status).toBe(403);
    const bin = robot.files.update({ fileId, requestBody: { trashed: true } });
    expect((await refusal(bin)).status).toBe(403);
  });
});

test('a file is moved by naming the old folder and the new', async () => {
  const { drive } = standIn().as('wang');
  const make = async (name: string, parents?: string[]) => {
    const requestBody = { name, mimeType: folder, ...(parents && { parents }) };
    return (await drive.files.create({ requestBody })).data.id ?? '';
  };
  const [from, to] = [await make('a'), await make('b')];
  const fileId = await make('x', [from]);
  expect(await refusal(drive.files.update({ fileId, addParents: to }))).toEqual({
    status: 403,
    message: 'Increasing the number of parents is not allowed',
  });
  const moved = await drive.files.update({
    fileId,
    addParents: to,
    removeParents: from,
    fields: 'parents',
  });
  expect(moved.data.parents).toEqual([to]);
  expect(
    (await refusal(drive.files.update({ fileId, requestBody: { parents: [from] } }))).message,
  ).toContain('not directly writable');
  await drive.files.delete({ fileId: to });
  expect((await refusal(drive.files.get({ fileId }))).status).toBe(404);
});

test('ids made beforehand make a repeated request harmless', async () => {
  const { drive } = standIn().as('wang');
  const { data } = await drive.files.generateIds({ count: 1 });
  const requestBody = { id: data.ids?.[0] ?? '', name: 'x', mimeType: folder };
  await drive.files.create({ requestBody });
  expect(await refusal(drive.files.create({ requestBody }))).toEqual({
    status: 409,
    message: 'A file already exists with the provided ID.',
  });
});

test('what the stand-in would not keep is refused, not dropped', async () => {
  const { drive } = standIn().as('wang');
  const coloured = drive.files.create({ requestBody: { name: 'x', folderColorRgb: '#ff0000' } });
  expect(await refusal(coloured)).toEqual({
    status: 501,
    message:
      'The embedded stand-in for Google does not keep "folderColorRgb" in drive.files.create.',
  });
  expect((await refusal(drive.about.get({ fields: 'user' }))).message).toContain('drive.about.get');
});
