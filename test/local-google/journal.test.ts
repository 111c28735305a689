import {
  appendFileSync,
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createHandlers } from '#scripts/local-google/handlers.ts';
import { openStateFile } from '#scripts/local-google/journal.ts';
import { seededRandom } from '#scripts/local-google/seeded.ts';
import { standIn } from './stand-in.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), '后勤 '));
  file = join(folder, 'google.state');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A stand-in over the state file; leaving it open is what a crash does. */
function opened(seed = 'first') {
  const stateFile = openStateFile(file, createHandlers());
  const { google, clock, as } = standIn({
    state: stateFile.state,
    record: stateFile.append,
    random: seededRandom(seed),
  });
  return { stateFile, google, clock, as };
}

async function work({ clock, as }: ReturnType<typeof opened>) {
  const { drive, sheets, storage, way } = as('wang');
  const mimeType = 'application/vnd.google-apps.spreadsheet';
  const made = await drive.files.create({ requestBody: { name: '库房', mimeType } });
  await sheets.spreadsheets.batchUpdate({
    spreadsheetId: made.data.id ?? '',
    requestBody: {
      requests: [
        { addSheet: { properties: { title: '报修' } } },
        {
          appendCells: {
            sheetId: 0,
            fields: '*',
            rows: [{ values: [{ userEnteredValue: { formulaValue: '=TODAY()' } }] }],
          },
        },
      ],
    },
  });
  await clock.advance(1000);
  const media = { mimeType: 'image/png', body: '\u0089PNG后勤' };
  await drive.files.create({ requestBody: { name: 'a.png' }, media }, way);
  await storage.buckets.insert({ project: 'p', requestBody: { name: 'state' } });
  await storage.objects.insert({ bucket: 'state', name: 'lease', media }, way);
}

test('what was answered is there again after a crash: ids, times and content', async () => {
  const before = opened();
  await work(before);
  const after = opened();
  expect(after.stateFile.state).toEqual(before.google.state);
  expect(after.stateFile.state.files.size).toBe(2);
});

test('after a clean stop the snapshot alone holds everything', async () => {
  const before = opened();
  await work(before);
  before.stateFile.snapshot();
  before.stateFile.close();
  rmSync(`${file}.journal`);
  expect(opened().stateFile.state).toEqual(before.google.state);
});

test('a line that was only half written is dropped', async () => {
  const before = opened();
  await work(before);
  const lines = readFileSync(`${file}.journal`, 'utf8').split('\n');
  appendFileSync(`${file}.journal`, lines[1]?.slice(0, 40) ?? '');
  const after = opened('second');
  expect(after.stateFile.state).toEqual(before.google.state);
  await after.as('li').drive.files.create({ requestBody: { name: 'one more' } });
  expect(opened().stateFile.state.files.size).toBe(3);
});

test('a crash between the snapshot and its new journal does nothing twice', async () => {
  const before = opened();
  await work(before);
  copyFileSync(`${file}.journal`, `${file}.old`);
  before.stateFile.snapshot();
  copyFileSync(`${file}.old`, `${file}.journal`);
  expect(opened().stateFile.state).toEqual(before.google.state);
});

test('a request that only reads, or is refused, leaves no line', async () => {
  const { as } = opened();
  const { drive } = as('wang');
  await drive.files.list({});
  await drive.files.delete({ fileId: 'none' }).catch(() => undefined);
  expect(readFileSync(`${file}.journal`, 'utf8').trim().split('\n')).toHaveLength(1);
});

test('a second stand-in on the same file does not let the first write past it', async () => {
  const { as } = opened();
  opened('second');
  const create = as('wang').drive.files.create({ requestBody: { name: 'x' } });
  await expect(create).rejects.toThrow('another stand-in that was started later');
});

test('a file that is something else is left alone, and said so', () => {
  writeFileSync(file, 'a letter');
  expect(() => opened()).toThrow('Move it away to start empty.');
  expect(readFileSync(file, 'utf8')).toBe('a letter');
});

test('a damaged line in the middle is not passed over', async () => {
  await work(opened());
  const text = readFileSync(`${file}.journal`, 'utf8');
  writeFileSync(`${file}.journal`, text.replace('"method"', '"methd"'));
  expect(() => opened()).toThrow(/line 2 is damaged/);
});
