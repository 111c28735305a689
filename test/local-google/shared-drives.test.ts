import { expect, test } from 'vitest';
import { refusal, standIn } from './stand-in.ts';

const folder = 'application/vnd.google-apps.folder';
const spreadsheet = 'application/vnd.google-apps.spreadsheet';
const robotEmail = 'setup@houqin.iam.gserviceaccount.com';

async function schoolDrive(role?: string) {
  const { as, google, clock } = standIn();
  const { drive } = as('wang');
  const { data } = await drive.drives.create({ requestId: 'r1', requestBody: { name: '后勤' } });
  const driveId = data.id ?? '';
  if (role !== undefined) {
    await drive.permissions.create({
      fileId: driveId,
      supportsAllDrives: true,
      requestBody: { type: 'user', role, emailAddress: robotEmail },
    });
  }
  return { drive, robot: as('service:setup').drive, driveId, google, clock };
}

test('the same request never makes a second drive', async () => {
  const { drive } = await schoolDrive();
  const again = drive.drives.create({ requestId: 'r1', requestBody: { name: '后勤' } });
  expect((await refusal(again)).status).toBe(409);
  expect((await drive.drives.list({})).data.drives).toHaveLength(1);
});

test('a service account that is a member makes spreadsheets there', async () => {
  const { robot, driveId } = await schoolDrive('fileOrganizer');
  const requestBody = { name: '库房', mimeType: spreadsheet, parents: [driveId] };
  expect((await refusal(robot.files.create({ requestBody }))).status).toBe(404);
  const { data } = await robot.files.create({
    supportsAllDrives: true,
    requestBody,
    fields: 'driveId,parents,owners',
  });
  expect(data).toEqual({ driveId, parents: [driveId] });
});

test('one that is no member sees neither the drive nor its files', async () => {
  const { drive, robot, driveId } = await schoolDrive();
  const made = await drive.files.create({
    supportsAllDrives: true,
    requestBody: { name: 'x', mimeType: folder, parents: [driveId] },
  });
  const fileId = made.data.id ?? '';
  expect((await refusal(robot.drives.get({ driveId }))).status).toBe(404);
  expect((await refusal(robot.files.get({ fileId, supportsAllDrives: true }))).status).toBe(404);
});

test('its files are listed only to clients that know of shared drives', async () => {
  const { drive, driveId } = await schoolDrive();
  await drive.files.create({
    supportsAllDrives: true,
    requestBody: { name: 'x', parents: [driveId] },
  });
  const names = async (options: object) =>
    (await drive.files.list(options)).data.files?.map(({ name }) => name);
  expect(await names({})).toEqual([]);
  const all = { supportsAllDrives: true, includeItemsFromAllDrives: true };
  expect(await names(all)).toEqual(['x']);
  expect(await names({ ...all, corpora: 'drive', driveId })).toEqual(['x']);
  expect((await refusal(drive.files.list({ corpora: 'drive', driveId }))).status).toBe(400);
  expect((await refusal(drive.files.list({ ...all, corpora: 'drive' }))).status).toBe(400);
});

test.each([
  ['writer', 403, 403],
  ['fileOrganizer', 200, 403],
  ['organizer', 200, 200],
])('a %s may trash (%i) and delete (%i)', async (role, trash, remove) => {
  const { robot, driveId } = await schoolDrive(role);
  const made = await robot.files.create({
    supportsAllDrives: true,
    requestBody: { name: 'x', mimeType: folder, parents: [driveId] },
  });
  const file = { fileId: made.data.id ?? '', supportsAllDrives: true };
  const statusOf = (call: Promise<{ status: number }>) =>
    call.then(
      ({ status }) => Math.floor(status / 100) * 100,
      async () => (await refusal(call)).status,
    );
  expect(await statusOf(robot.files.update({ ...file, requestBody: { trashed: true } }))).toBe(
    trash,
  );
  expect(await statusOf(robot.files.delete(file))).toBe(remove);
});

test('a drive that is not empty stays', async () => {
  const { drive, driveId } = await schoolDrive();
  const made = await drive.files.create({
    supportsAllDrives: true,
    requestBody: { name: 'x', mimeType: folder, parents: [driveId] },
  });
  expect((await refusal(drive.drives.delete({ driveId }))).status).toBe(403);
  await drive.files.delete({ fileId: made.data.id ?? '', supportsAllDrives: true });
  await drive.drives.delete({ driveId });
  expect((await drive.drives.list({})).data.drives).toEqual([]);
});
