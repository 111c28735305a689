import { beforeEach, describe, expect, it } from 'vitest';
import { createPhotos } from '#platform/photos/index.ts';
import { uuidFrom } from '#platform/random.ts';
import { registers } from '#schema/registers/index.ts';
import { repairs } from '#schema/registers/service/repairs.ts';
import { rowId } from '#schema/values.ts';
import { seededRandom } from '#scripts/local-google/seeded.ts';
import { createFakeClock } from '../../school/fake-clock.ts';
import { openSchool, type School } from '../../school/open-school.ts';
import { fewRegisters } from './hooks.ts';

const day = 24 * 3_600_000;
const random = seededRandom('photos');
const newId = () => rowId.parse(uuidFrom(random));
let clock: ReturnType<typeof createFakeClock>;
let school: School;

beforeEach(async () => {
  clock = createFakeClock();
  school = await openSchool({ clock, seed: 'photos', registers: fewRegisters(registers) });
});

const photos = () =>
  createPhotos({
    google: school.google('service:intake'),
    bucket: 'houqin-test',
    parent: async () => school.directory.driveId,
  });

async function upload(entry = newId()) {
  const of = { register: repairs, entry };
  const id = newId();
  await photos().store({
    ...of,
    id,
    month: '2026-11',
    type: 'image/jpeg',
    bytes: new Uint8Array(9),
  });
  return { ...of, id, link: (await photos().linkOf(id, of)) ?? '' };
}

const night = async () => {
  const answer = await school.check().request('/check/sweep', { method: 'POST' });
  return answer.json();
};

const inDrive = () =>
  school.google('owner').drive.listFiles("mimeType = 'image/jpeg' and trashed = false", 'id');

describe('photos whose row never came', () => {
  it('go into the bin after a week, and not before', async () => {
    await upload();
    await night();
    clock.advance(6 * day);
    await night();
    expect(await inDrive()).toHaveLength(1);
    clock.advance(2 * day);
    await night();
    expect(await inDrive()).toHaveLength(0);
  });

  it('may be sent once more after that, as new ones', async () => {
    const { id, entry, register } = await upload();
    clock.advance(8 * day);
    await night();
    expect(await photos().linkOf(id, { entry, register })).toBeUndefined();
    await photos().store({
      id,
      entry,
      register,
      month: '2026-12',
      type: 'image/jpeg',
      bytes: new Uint8Array(9),
    });
    expect(await photos().linkOf(id, { entry, register })).toContain('/file/d/');
  });
});

describe('photos that a row names', () => {
  it('stay for good, also when the row moves elsewhere later', async () => {
    const { link } = await upload();
    await school.staff.type('repairs', { 地点: '食堂', 故障情况: '漏水', 照片: link });
    await night();
    await school.staff.deleteRow('repairs', 1);
    clock.advance(30 * day);
    await night();
    expect(await inDrive()).toHaveLength(1);
  });

  it('are kept from the moment the form is written, without waiting for the night', async () => {
    const { link } = await upload();
    await photos().keep([link]);
    clock.advance(30 * day);
    await night();
    expect(await inDrive()).toHaveLength(1);
  });
});

it('a night on which Drive cannot be asked removes nothing and says so in 运行记录', async () => {
  await upload();
  clock.advance(8 * day);
  school.localGoogle.faults.add([
    { match: { method: 'drive.files.update' }, kind: '500', times: 60 },
  ]);
  expect(await night()).toMatchObject({
    problems: [expect.stringContaining('没用上的照片没有清理')],
  });
  school.localGoogle.faults.clear();
  expect(await inDrive()).toHaveLength(1);
});
