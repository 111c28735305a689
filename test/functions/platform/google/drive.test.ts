import { expect, test } from 'vitest';
import { lostAnswer, onStandIn } from './on-stand-in.ts';

const spreadsheet = 'application/vnd.google-apps.spreadsheet';

async function inSharedDrive() {
  const parts = onStandIn('wang');
  const { drive } = parts.google;
  const { id: driveId } = await parts.settled(drive.createDrive('request-1', '后勤'));
  if (!driveId) throw new Error('The shared drive has no id');
  return { ...parts, drive, driveId, parents: [driveId] };
}

test('a shared drive is made once, however often it is asked for', async () => {
  const { drive, settled, faults } = await inSharedDrive();
  faults.add(lostAnswer('drive.drives.create'));
  const made = await settled(drive.createDrive('request-2', '食堂'));
  expect(await settled(drive.createDrive('request-2', '食堂'))).toMatchObject({ id: made.id });
  const names = (await settled(drive.listDrives())).map(({ name }) => name);
  expect(names.toSorted()).toEqual(['后勤', '食堂'].toSorted());
});

test('a file goes up and comes down byte for byte', async () => {
  const { drive, settled, parents } = await inSharedDrive();
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
  const { id } = await settled(
    drive.createFile({ name: '照片', parents }, { mimeType: 'image/png', bytes }),
  );
  expect(await settled(drive.download(id ?? ''))).toEqual(bytes);
});

test('a file whose making was not answered is there once', async () => {
  const { drive, settled, faults, parents } = await inSharedDrive();
  faults.add(lostAnswer('drive.files.create'));
  const bytes = new Uint8Array([1]);
  const media = { mimeType: 'application/pdf', bytes };
  const { id } = await settled(drive.createFile({ name: '计划', parents }, media));
  const found = await settled(drive.listFiles("name = '计划'", 'id,name'));
  expect(found).toEqual([{ id, name: '计划' }]);
});

test('a spreadsheet whose making was not answered is not made again: its caller looks for it', async () => {
  const { drive, settled, faults, parents } = await inSharedDrive();
  faults.add(lostAnswer('drive.files.create'));
  const made = drive.createFile({ name: '食堂', mimeType: spreadsheet, parents });
  await expect(settled(made)).rejects.toMatchObject({ kind: 'unclear' });
  expect(await settled(drive.listFiles("name = '食堂'", 'id'))).toHaveLength(1);
});

test('a file is renamed, moved and shared', async () => {
  const { drive, settled, parents } = await inSharedDrive();
  const folder = await settled(
    drive.createFile({ name: '归档', mimeType: 'application/vnd.google-apps.folder', parents }),
  );
  const { id = '' } = await settled(drive.createFile({ name: 'a', parents }));
  if (!id || !folder.id) throw new Error('A file has no id');
  await settled(
    drive.updateFile(id, { name: 'b' }, { addParents: [folder.id], removeParents: parents }),
  );
  await settled(
    drive.share(id, { type: 'user', role: 'writer', emailAddress: 'li@school.example' }),
  );
  expect(await settled(drive.getFile(id, 'name,parents'))).toEqual({
    name: 'b',
    parents: [folder.id],
  });
});

test('a file that is not there is missing', async () => {
  const { google, settled } = onStandIn('wang');
  await expect(settled(google.drive.getFile('none', 'id'))).rejects.toMatchObject({
    kind: 'missing',
    status: 404,
  });
});

test('a file is taken away for good by whoever manages the shared drive; again changes nothing', async () => {
  const { drive, settled, parents } = await inSharedDrive();
  const { id = '' } = await settled(
    drive.createFile({ name: '旧表', mimeType: spreadsheet, parents }),
  );
  expect(await settled(drive.deleteFile(id ?? ''))).toBe('gone');
  expect(await settled(drive.deleteFile(id ?? ''))).toBe('gone');
  expect(await settled(drive.listFiles("name = '旧表'", 'id'))).toEqual([]);
});

test('whoever may only add and move files puts it into the bin', async () => {
  const { drive: managing, settled, driveId, parents, asAccount } = await inSharedDrive();
  const { id = '' } = await settled(
    managing.createFile({ name: '旧表', mimeType: spreadsheet, parents }),
  );
  const emailAddress = 'check@houqin.iam.gserviceaccount.com';
  await settled(managing.share(driveId, { type: 'user', role: 'fileOrganizer', emailAddress }));
  expect(await settled(asAccount('service:check').drive.deleteFile(id ?? ''))).toBe('binned');
  expect(await settled(managing.listFiles("name = '旧表' and trashed = true", 'id'))).toEqual([
    { id },
  ]);
});
