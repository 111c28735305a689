import { expect, test } from 'vitest';
import { refusal, standIn } from './stand-in.ts';

const bucket = 'houqin-state';

async function bucketed() {
  const parts = standIn();
  const { storage, way } = parts.as('service:check');
  await storage.buckets.insert({ project: 'houqin', requestBody: { name: bucket } });
  const put = async (name: string, body: string, more: object = {}) => {
    const media = { mimeType: 'text/plain', body };
    const { data } = await storage.objects.insert({ bucket, name, media, ...more }, way);
    return data;
  };
  return { ...parts, storage, way, put };
}

test('a bucket is made once', async () => {
  const { storage } = await bucketed();
  const again = storage.buckets.insert({ project: 'houqin', requestBody: { name: bucket } });
  expect((await refusal(again)).status).toBe(409);
  expect((await storage.buckets.get({ bucket })).data).toMatchObject({ name: bucket });
  expect((await refusal(storage.buckets.get({ bucket: 'other' }))).message).toBe(
    'The specified bucket does not exist.',
  );
});

test('content comes back as it was, with its generation', async () => {
  const { storage, put } = await bucketed();
  const { generation } = await put('photos/门.txt', '后勤');
  const object = { bucket, object: 'photos/门.txt' };
  const { data, headers } = await storage.objects.get({ ...object, alt: 'media' });
  expect(data).toBe('后勤');
  expect(headers).toMatchObject({ 'x-goog-generation': generation });
  expect((await storage.objects.get(object)).data).toMatchObject({
    generation,
    metageneration: '1',
    size: '6',
    contentType: 'text/plain',
  });
});

test('metadata can be sent along with the content', async () => {
  const { storage, way } = await bucketed();
  const requestBody = { name: 'lease', metadata: { epoch: '7' }, cacheControl: 'no-store' };
  const media = { mimeType: 'application/json', body: '{}' };
  const { data } = await storage.objects.insert({ bucket, requestBody, media }, way);
  expect(data).toMatchObject(requestBody);
});

test('of two who take a lease one gets it', async () => {
  const { put } = await bucketed();
  const { generation } = await put('lease', 'a', { ifGenerationMatch: '0' });
  expect((await refusal(put('lease', 'b', { ifGenerationMatch: '0' }))).status).toBe(412);
  const renewed = await put('lease', 'a', { ifGenerationMatch: generation });
  expect(BigInt(renewed.generation ?? 0)).toBeGreaterThan(BigInt(generation ?? 0));
  expect((await refusal(put('lease', 'b', { ifGenerationMatch: generation }))).status).toBe(412);
});

test('a lease is given back only by who still has it', async () => {
  const { storage, put } = await bucketed();
  const { generation } = await put('lease', 'a');
  await put('lease', 'b');
  const release = (ifGenerationMatch: string) =>
    storage.objects.delete({ bucket, object: 'lease', ifGenerationMatch });
  expect((await refusal(release(generation ?? ''))).status).toBe(412);
  const { data } = await storage.objects.get({ bucket, object: 'lease' });
  await release(data.generation ?? '');
  expect((await refusal(release('1'))).status).toBe(412);
  expect(await refusal(storage.objects.get({ bucket, object: 'lease' }))).toEqual({
    status: 404,
    message: `No such object: ${bucket}/lease`,
  });
});

test('a reader that has the content already is told so', async () => {
  const { storage, put } = await bucketed();
  const { generation } = await put('x', 'a');
  const known = { bucket, object: 'x', ifGenerationNotMatch: generation ?? '' };
  expect((await storage.objects.get(known)).status).toBe(304);
});

test('metadata has a count of its own', async () => {
  const { storage, put } = await bucketed();
  const { generation } = await put('x', 'a');
  const patch = (ifMetagenerationMatch: string) =>
    storage.objects.patch({
      bucket,
      object: 'x',
      ifMetagenerationMatch,
      requestBody: { metadata: { seen: 'yes' } },
    });
  expect((await patch('1')).data).toMatchObject({ generation, metageneration: '2' });
  expect((await refusal(patch('1'))).status).toBe(412);
});

test('objects are listed by name, by prefix, by folder and in pages', async () => {
  const { storage, put } = await bucketed();
  for (const name of ['b/2', 'a', 'b/1', 'b/c/3']) await put(name, name);
  const list = async (more: object) => {
    const { data } = await storage.objects.list({ bucket, ...more });
    return { names: data.items?.map(({ name }) => name), ...data };
  };
  expect((await list({})).names).toEqual(['a', 'b/1', 'b/2', 'b/c/3']);
  expect((await list({ prefix: 'b/', delimiter: '/' })).names).toEqual(['b/1', 'b/2']);
  expect((await list({ prefix: 'b/', delimiter: '/' })).prefixes).toEqual(['b/c/']);
  const page = await list({ maxResults: 3 });
  const rest = await list({ maxResults: 3, pageToken: page.nextPageToken });
  expect([page.names, rest.names]).toEqual([['a', 'b/1', 'b/2'], ['b/c/3']]);
});
