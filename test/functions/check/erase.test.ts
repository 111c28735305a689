import { gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { createAudit } from '#platform/audit/index.ts';
import { createPhotos } from '#platform/photos/index.ts';
import { systemRandom, uuidFrom } from '#platform/random.ts';
import { createSeals } from '#platform/seals/index.ts';
import { accidents } from '#schema/registers/safety/accidents.ts';
import { rowId } from '#schema/values.ts';
import { createFakeClock } from '../../school/fake-clock.ts';
import { openSchool, type School } from '../../school/open-school.ts';

const day = 86_400_000;
let clock: ReturnType<typeof createFakeClock>;
let school: School;
let check: ReturnType<School['check']>;

beforeEach(async () => {
  clock = createFakeClock();
  school = await openSchool({ clock, seed: 'erase' });
  check = school.check();
  await post('/check/poll');
});

async function post(path: string) {
  const answer = await check.request(path, { method: 'POST' });
  expect(answer.status).toBe(200);
  return answer.json();
}

async function visit(name: string): Promise<void> {
  await school.workbooks().submit({
    register: 'visitors',
    id: rowId.parse(uuidFrom(systemRandom)),
    values: {
      arrived: '2026-11-24T09:00:00',
      kind: 'visitor',
      name,
      phone: '13800002468',
      reason: 'parent',
      host: '七年级组',
    },
  });
}

const visitors = async () => (await school.staff.see('visitors')).rows;

describe('when a visitor’s time is over', () => {
  it('name and number go from the sheet; that somebody came, when and to whom stays', async () => {
    await visit('林先生');
    await post('/check/poll');
    clock.advance(20 * day);
    expect(await post('/check/erase')).toEqual({ cells: 0, keys: 0 });
    clock.advance(20 * day);
    expect(await post('/check/erase')).toMatchObject({ cells: 2 });
    expect(await visitors()).toEqual([
      expect.objectContaining({
        来访人: '',
        电话: '',
        找谁: '七年级组',
        进校时间: '2026-11-24 09:00',
      }),
    ]);
    expect(await post('/check/erase')).toMatchObject({ cells: 0 });
  });

  it('a photo of somebody goes into the bin with its cell; a link to elsewhere is nobody’s to throw away', async () => {
    const id = rowId.parse(uuidFrom(systemRandom));
    const google = school.google('service:intake');
    const photos = createPhotos({
      google,
      bucket: 'houqin-test',
      parent: async () => school.directory.driveId,
    });
    const of = { register: accidents, entry: id };
    const bytes = new Uint8Array(9);
    await photos.store({ ...of, id, month: '2026-11', type: 'image/jpeg', bytes });
    const link = await photos.linkOf(id, of);
    const other = await google.drive.createFile(
      { name: '制度.pdf', parents: [school.directory.driveId ?? ''] },
      { mimeType: 'application/pdf', bytes },
    );
    await school.workbooks().submit({
      register: 'accidents',
      id,
      values: {
        happened: '2026-11-24T09:00:00',
        photo: `${link}\n${other.webViewLink?.split('?')[0]}`,
      },
    });
    clock.advance(3 * 366 * day);
    await post('/check/erase');
    expect((await school.staff.see('accidents')).rows[0]).toMatchObject({ 照片: '' });
    const left = await google.drive.listFiles(
      "(mimeType = 'image/jpeg' or mimeType = 'application/pdf') and trashed = false",
      'name',
    );
    expect(left).toEqual([{ name: '制度.pdf' }]);
  });

  it('no copy can be read in audit or snapshot, and the chain of the audit holds', async () => {
    await visit('林先生');
    await post('/check/poll');
    const google = school.google('service:check');
    const { storage } = google;
    const driveId = school.directory.auditDriveId ?? '';
    const audit = createAudit({ ...google, bucket: 'houqin-test', driveId });
    const seals = () => createSeals({ storage, bucket: 'houqin-test', random: systemRandom });
    const [line] = (await audit.read('gate', '2026-11')).lines.filter(
      ({ what }) => what === 'added',
    );
    const sealed: string = JSON.parse(line?.after ?? '{}').cells.name;
    const place = { register: 'visitors', column: 'name', month: '2026-11' };
    expect(await seals().open(place, sealed)).toBe('"林先生"');

    clock.advance(45 * day);
    expect(await post('/check/erase')).toMatchObject({ cells: 2, keys: 2 });
    expect(await seals().open(place, sealed)).toBeUndefined();
    for (const month of await audit.months())
      expect((await audit.read('gate', month)).brokenAt).toBeUndefined();
    const snapshot = await storage.read(
      'houqin-test',
      `snapshots/${school.spreadsheetId('gate')}.json.gz`,
    );
    expect(gunzipSync(snapshot?.bytes ?? new Uint8Array()).toString()).not.toContain('林先生');
  });

  it('of a row that staff deleted before its time the copy goes too', async () => {
    await visit('林先生');
    await post('/check/poll');
    await school.staff.deleteRow('visitors', 1);
    await post('/check/poll');
    clock.advance(45 * day);
    expect(await post('/check/erase')).toMatchObject({ cells: 0, keys: 2 });
  });
});
