import { expect, test } from 'vitest';
import { lostAnswer, onStandIn } from './on-stand-in.ts';

const bucket = 'houqin-school';
const contentType = 'application/json';
const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

async function withBucket() {
  const parts = onStandIn('service:check');
  const { storage } = parts.google;
  await parts.settled(storage.createBucket('houqin', bucket));
  return { ...parts, storage };
}

test('what is written is read, byte for byte, with its generation', async () => {
  const { storage, settled } = await withBucket();
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
  const { generation } = await settled(
    storage.write(bucket, 'photos/门.png', bytes, { contentType: 'image/png' }),
  );
  expect(await settled(storage.read(bucket, 'photos/门.png'))).toEqual({ bytes, generation });
});

test('an object that is not there is nothing', async () => {
  const { storage, settled } = await withBucket();
  expect(await settled(storage.read(bucket, 'none'))).toBeUndefined();
});

test('an empty object can be written', async () => {
  const { storage, settled } = await withBucket();
  await settled(storage.write(bucket, 'empty', new Uint8Array(), { contentType }));
  expect((await settled(storage.read(bucket, 'empty')))?.bytes).toEqual(new Uint8Array());
});

test('a lease is taken by one of two', async () => {
  const { storage, settled } = await withBucket();
  const take = (who: string) =>
    storage.write(bucket, 'lease', bytesOf(who), { contentType, ifGenerationMatch: '0' });
  await settled(take('first'));
  await expect(settled(take('second'))).rejects.toMatchObject({ kind: 'refused', status: 412 });
  expect(textOf((await settled(storage.read(bucket, 'lease')))?.bytes)).toBe('first');
});

test('a lease taken in a call whose answer was lost is known to be ours', async () => {
  const { storage, settled, faults } = await withBucket();
  faults.add(lostAnswer('storage.objects.insert'));
  const options = { contentType, ifGenerationMatch: '0' };
  const { generation } = await settled(storage.write(bucket, 'lease', bytesOf('me'), options));
  expect((await settled(storage.read(bucket, 'lease')))?.generation).toBe(generation);
});

test('even another holder with the very same content is told apart', async () => {
  const { storage, settled, faults } = await withBucket();
  const options = { contentType, ifGenerationMatch: '0' };
  await settled(storage.write(bucket, 'lease', bytesOf('same'), options));
  faults.add([{ match: { method: 'storage.objects.insert' }, kind: 'reset-before', times: 1 }]);
  const second = storage.write(bucket, 'lease', bytesOf('same'), options);
  await expect(settled(second)).rejects.toMatchObject({ status: 412 });
});

test('an unconditional write that may have been done is not repeated', async () => {
  const { storage, settled, faults } = await withBucket();
  faults.add(lostAnswer('storage.objects.insert'));
  const write = storage.write(bucket, 'note', bytesOf('a'), { contentType });
  await expect(settled(write)).rejects.toMatchObject({ kind: 'unclear' });
});

test('removing what is gone is done, removing what has changed is refused', async () => {
  const { storage, settled } = await withBucket();
  const { generation } = await settled(
    storage.write(bucket, 'lease', bytesOf('a'), { contentType }),
  );
  await settled(storage.write(bucket, 'lease', bytesOf('b'), { contentType }));
  const stale = storage.delete(bucket, 'lease', { ifGenerationMatch: generation });
  await expect(settled(stale)).rejects.toMatchObject({ status: 412 });
  await settled(storage.delete(bucket, 'lease'));
  await settled(storage.delete(bucket, 'lease'));
  expect(await settled(storage.read(bucket, 'lease'))).toBeUndefined();
});

test('a bucket that is there already is good', async () => {
  const { storage, settled } = await withBucket();
  await settled(storage.createBucket('houqin', bucket));
});

test('objects are listed by what their names begin with, in order', async () => {
  const { storage, settled } = await withBucket();
  for (const name of ['audit/2026-08', 'audit/2026-07', 'keys/2026-07'])
    await settled(storage.write(bucket, name, bytesOf(name), { contentType }));
  expect(await settled(storage.list(bucket, 'audit/'))).toEqual(['audit/2026-07', 'audit/2026-08']);
  expect(await settled(storage.list(bucket, 'photos/'))).toEqual([]);
});
