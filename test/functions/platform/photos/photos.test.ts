import { beforeEach, describe, expect, it } from 'vitest';
import { createPhotos, type NewPhoto } from '#platform/photos/index.ts';
import { repairs } from '#schema/registers/service/repairs.ts';
import { rowId } from '#schema/values.ts';
import { lostAnswer, onStandIn } from '../google/on-stand-in.ts';

const entry = rowId.parse('3f1b2c3d-0000-4000-8000-000000000001');
const photo: NewPhoto = {
  id: '9f1b2c3d-0000-4000-8000-000000000002',
  register: repairs,
  entry,
  month: '2026-11',
  type: 'image/jpeg',
  bytes: new Uint8Array([1, 2, 3]),
};
const of = { register: repairs, entry };

async function inSchool() {
  const parts = onStandIn('wang');
  const { google, settled } = parts;
  const { id: driveId } = await settled(google.drive.createDrive('drive', '青山中学后勤'));
  await settled(google.storage.createBucket('houqin', 'houqin-test'));
  const newPhotos = () =>
    createPhotos({ google, bucket: 'houqin-test', parent: async () => driveId ?? undefined });
  const files = () => settled(google.drive.listFiles("mimeType = 'image/jpeg'", 'id,name,parents'));
  return { ...parts, driveId, newPhotos, files };
}
let school: Awaited<ReturnType<typeof inSchool>>;
beforeEach(async () => {
  school = await inSchool();
});

describe('a photo', () => {
  it('lies in the folder of its register and month, and is nobody else’s to see', async () => {
    const { newPhotos, settled, google, files, driveId } = school;
    expect(await settled(newPhotos().store(photo))).toBe('stored');
    const [file] = await files();
    const names: string[] = [];
    for (let at = file?.parents?.[0]; at && at !== driveId; ) {
      const folder = await settled(google.drive.getFile(at, 'name,parents'));
      names.unshift(folder.name ?? '');
      at = folder.parents?.[0];
    }
    expect(names).toEqual(['照片', '报修', '2026-11']);
    expect(await settled(google.drive.members(file?.id ?? ''))).toEqual(
      await settled(google.drive.members(driveId ?? '')),
    );
  });

  it('sent twice with one id, at once, later and by another instance, is one file with one link', async () => {
    const { newPhotos, settled, files } = school;
    const photos = newPhotos();
    await settled(Promise.all([photos.store(photo), photos.store(photo)]));
    await settled(photos.store(photo));
    const other = newPhotos();
    await settled(other.store(photo));
    expect(await files()).toHaveLength(1);
    expect(await settled(other.linkOf(photo.id, of))).toBe(
      await settled(photos.linkOf(photo.id, of)),
    );
    expect(await settled(newPhotos().linkOf(photo.id, of))).toMatch(
      /^http:\/\/google\.local\/file\/d\/[\w-]+\/view$/,
    );
  });

  it.each(['drive.files.create', 'storage.objects.insert'])(
    'is one file although the answer to %s was lost',
    async (method) => {
      const { newPhotos, settled, faults, files } = school;
      faults.add(lostAnswer(method));
      await settled(newPhotos().store(photo));
      expect(await files()).toHaveLength(1);
    },
  );

  it('of another row is not given away, nor taken over', async () => {
    const { newPhotos, settled } = school;
    const photos = newPhotos();
    await settled(photos.store(photo));
    const elsewhere = { register: repairs, entry: rowId.parse(photo.id) };
    expect(await settled(photos.store({ ...photo, ...elsewhere }))).toBe('ofOther');
    for (const instance of [photos, newPhotos()])
      expect(await settled(instance.linkOf(photo.id, elsewhere))).toBeUndefined();
  });

  it('is opened by its link for its own entry, byte for byte, and for no other', async () => {
    const { newPhotos, settled } = school;
    const photos = newPhotos();
    await settled(photos.store(photo));
    const link = (await settled(photos.linkOf(photo.id, of))) ?? '';
    expect(await settled(photos.open(link, 'repairs', (one) => one === entry))).toEqual({
      type: 'image/jpeg',
      bytes: photo.bytes,
    });
    expect(await settled(photos.open(link, 'repairs', () => false))).toBeUndefined();
    expect(await settled(photos.open(link, 'hazards', () => true))).toBeUndefined();
  });

  it('that is no photo of ours is never opened, whatever link a row holds', async () => {
    const { newPhotos, settled, google, driveId } = school;
    const { id } = await settled(
      google.drive.createFile(
        { name: '工资表', parents: [driveId ?? ''] },
        { mimeType: 'text/plain', bytes: new Uint8Array([1]) },
      ),
    );
    const photos = newPhotos();
    for (const link of [
      `https://drive.google.com/file/d/${id}/view`,
      'https://drive.google.com/file/d/doesNotExist123/view',
      'https://example.org/1.jpg',
    ])
      expect(await settled(photos.open(link, 'repairs', () => true))).toBeUndefined();
  });

  it('that was thrown away is none: its id is free again once its claim is', async () => {
    const { newPhotos, settled, google, files } = school;
    await settled(newPhotos().store(photo));
    const [file] = await files();
    await settled(google.drive.updateFile(file?.id ?? '', { trashed: true }));
    expect(await settled(newPhotos().linkOf(photo.id, of))).toBeUndefined();
  });
});
