import { beforeAll, describe, expect, test } from 'vitest';
import { nameContains } from '#scripts/local-google/drive/query-terms.ts';
import { refusal, standIn } from './stand-in.ts';

const folder = 'application/vnd.google-apps.folder';

describe('files.list', () => {
  const { as, clock } = standIn();
  const { drive } = as('wang');
  const ids = new Map<string, string>();
  const make = async (name: string, more: object = {}) => {
    const { data } = await drive.files.create({ requestBody: { name, ...more } });
    ids.set(name, data.id ?? '');
    await clock.advance(60_000);
  };
  beforeAll(async () => {
    await make('Photos', { mimeType: folder });
    await make('报修 2026-11.txt', { mimeType: 'text/plain', parents: [ids.get('Photos')] });
    await make("Wang's list", { mimeType: 'text/plain', properties: { register: 'repairs' } });
    await make('Bin', { mimeType: folder });
    await make('in the bin', { mimeType: 'text/plain', parents: [ids.get('Bin')] });
    await drive.files.update({ fileId: ids.get('Bin') ?? '', requestBody: { trashed: true } });
  });

  const found = async (q: string) => {
    const { data } = await drive.files.list({ q, orderBy: 'createdTime' });
    return data.files?.map(({ name }) => name);
  };

  test.each([
    ["name = 'photos'", ['Photos']],
    ["name = 'Wang\\'s list'", ["Wang's list"]],
    ["name contains '2026'", ['报修 2026-11.txt']],
    ["mimeType = 'text/plain' and trashed = false", ['报修 2026-11.txt', "Wang's list"]],
    ['trashed=true', ['Bin', 'in the bin']],
    ["not mimeType='text/plain' and (name != 'Bin' or name contains 'nothing')", ['Photos']],
    ["properties has { key='register' and value='repairs' }", ["Wang's list"]],
    ["'wang@school.example' in owners and trashed = true", ['Bin', 'in the bin']],
    ["createdTime > '2026-11-23T00:02:30'", ['Bin', 'in the bin']],
    ["'root' in parents and not trashed = true", ['Photos', "Wang's list"]],
  ])('%s', async (q, names) => {
    expect(await found(q)).toEqual(names);
  });

  test('in a folder', async () => {
    expect(await found(`'${ids.get('Photos')}' in parents`)).toEqual(['报修 2026-11.txt']);
  });

  test.each([
    'name',
    "name = 'x' and",
    "colour = 'red'",
    "name ~ 'x'",
    '(trashed=true',
    "'x' in y",
  ])('%s is refused', async (q) => {
    expect(await refusal(drive.files.list({ q }))).toEqual({
      status: 400,
      message: 'Invalid Value',
    });
  });

  test('a term the stand-in does not search is named', async () => {
    expect((await refusal(drive.files.list({ q: "fullText contains 'x'" }))).status).toBe(501);
  });

  test('pages follow each other, the last changed first', async () => {
    const names: (string | null | undefined)[] = [];
    for (let pageToken: string | undefined = '', pages = 0; pageToken !== undefined; pages += 1) {
      const {
        data,
      }: { data: { files?: { name?: string | null }[]; nextPageToken?: string | null } } =
        await drive.files.list({ pageSize: 2, ...(pageToken !== '' && { pageToken }) });
      names.push(...(data.files ?? []).map(({ name }) => name));
      pageToken = data.nextPageToken ?? undefined;
      expect(pages).toBeLessThan(4);
    }
    expect(names).toEqual(['Bin', 'in the bin', "Wang's list", '报修 2026-11.txt', 'Photos']);
  });
});

test.each([
  ['HelloWorld', 'Hello', true],
  ['HelloWorld', 'World', false],
  ['hello world', 'WOR', true],
  ['校产登记簿', '登记', true],
  ['2026年', '年', true],
  ['报修2026', '2026', true],
])('%s contains %s: %s', (name, wanted, expected) => {
  expect(nameContains(name, wanted)).toBe(expected);
});
