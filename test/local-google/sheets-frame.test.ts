import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { refusal, standIn } from './stand-in.ts';

async function workbook(options: Parameters<typeof standIn>[0] = {}) {
  const parts = standIn(options);
  const { data } = await parts
    .as('wang')
    .sheets.spreadsheets.create({ requestBody: { properties: { title: '库房' } } });
  const spreadsheetId = data.spreadsheetId ?? '';
  const write = (token: string) =>
    parts.as(token).sheets.spreadsheets.values.update({
      spreadsheetId,
      range: 'A1',
      valueInputOption: 'RAW',
      requestBody: { values: [['x']] },
    });
  return { ...parts, spreadsheetId, write };
}

test('the 61st write of a user in a minute is refused, and the next minute is not', async () => {
  const { write, google, clock } = await workbook();
  for (let turn = 0; turn < 59; turn += 1) await write('wang');
  expect((await refusal(write('wang'))).status).toBe(429);
  expect(google.counts.read().users['wang@school.example']).toEqual({
    reads: 0,
    writes: 60,
    refused: 1,
    methods: { 'sheets.spreadsheets.create': 1, 'sheets.spreadsheets.values.update': 60 },
  });
  await clock.advance(60_000);
  await write('wang');
});

test('quotas can be off, or others', async () => {
  const { write } = await workbook({ quota: 'off' });
  for (let turn = 0; turn < 100; turn += 1) await write('wang');
  const limits = { readsPerUser: 1, writesPerUser: 1, reads: 1, writes: 1 };
  const tight = await workbook({ quota: limits });
  expect((await refusal(tight.write('li'))).message).toContain(
    "limit 'Write requests per minute' of",
  );
});

test('an edit by a person calls the script in the workbook, signed, once a second at most', async () => {
  const posted: Request[] = [];
  const { write, clock, spreadsheetId } = await workbook({
    onEdit: { url: 'http://127.0.0.1:8081/edit', secret: '密' },
    outward: async (request) => {
      posted.push(request);
      return new Response();
    },
  });
  await clock.advance(1000);
  posted.length = 0;
  for (let turn = 0; turn < 5; turn += 1) await write('wang');
  await clock.advance(0);
  expect(posted).toHaveLength(1);
  const [request] = posted;
  const body = await request?.text();
  expect(body).toBe(JSON.stringify({ spreadsheetId }));
  const timestamp = request?.headers.get('x-houqin-timestamp');
  expect(Number(timestamp)).toBe(Date.parse('2026-11-23T00:00:01.000Z'));
  expect(request?.headers.get('x-houqin-signature')).toBe(
    createHmac('sha256', '密').update(`${timestamp}.${body}`).digest('hex'),
  );
  await clock.advance(1000);
  expect(posted).toHaveLength(2);
  await clock.advance(5000);
  expect(posted).toHaveLength(2);
});

test('an edit by a program does not: Apps Script would not run', async () => {
  const posted: Request[] = [];
  const { write, clock, as, spreadsheetId } = await workbook({
    outward: async (request) => {
      posted.push(request);
      return new Response();
    },
    onEdit: { url: 'http://127.0.0.1:8081/edit' },
  });
  await as('wang').drive.permissions.create({
    fileId: spreadsheetId,
    requestBody: { type: 'anyone', role: 'writer' },
  });
  await clock.advance(2000);
  posted.length = 0;
  await write('service:check');
  await clock.advance(2000);
  expect(posted).toEqual([]);
});

test('pages hear which spreadsheet changed', async () => {
  const { google, write, spreadsheetId } = await workbook();
  const heard: string[] = [];
  const stop = google.onChange(({ fileId }) => void heard.push(fileId));
  const response = await google.fetch(new Request('http://google.local/__events'));
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  await write('wang');
  expect((await reader?.read())?.value).toBe(`data: {"spreadsheetId":"${spreadsheetId}"}\n\n`);
  stop();
  await write('wang');
  expect(heard).toEqual([spreadsheetId]);
  await reader?.cancel();
});

test('a change through Sheets is a change in Drive', async () => {
  const { as, write, clock, spreadsheetId } = await workbook();
  const { drive } = as('wang');
  await clock.advance(1000);
  const { data } = await drive.changes.getStartPageToken({});
  await write('li');
  const changes = await drive.changes.list({ pageToken: data.startPageToken ?? '' });
  expect(changes.data.changes?.map(({ fileId }) => fileId)).toEqual([spreadsheetId]);
  const file = await drive.files.get({
    fileId: spreadsheetId,
    fields: 'modifiedTime,lastModifyingUser/emailAddress',
  });
  expect(file.data).toEqual({
    modifiedTime: '2026-11-23T00:00:01.000Z',
    lastModifyingUser: { emailAddress: 'li@school.example' },
  });
});
