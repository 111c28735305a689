import { expect, test } from 'vitest';
import { refusal, standIn } from './stand-in.ts';

const folder = 'application/vnd.google-apps.folder';
const minutes = 60_000;

/** A stand-in whose notifications are caught. */
function watched(pushDelay = 3 * minutes) {
  const caught: Request[] = [];
  const parts = standIn({
    pushDelay,
    outward: async (request) => {
      caught.push(request);
      return new Response();
    },
  });
  const states = () => caught.map(({ headers }) => headers.get('x-goog-resource-state'));
  return { ...parts, caught, states, drive: parts.as('wang').drive };
}

const channel = {
  id: 'c1',
  type: 'web_hook',
  address: 'https://school.example/hook',
  token: 'secret',
};

test('changes since a token name each file once, at its last change', async () => {
  const { drive } = watched();
  const start = (await drive.changes.getStartPageToken({})).data.startPageToken ?? '';
  const make = async (name: string) =>
    (await drive.files.create({ requestBody: { name, mimeType: folder } })).data.id ?? '';
  const [first, second] = [await make('a'), await make('b')];
  await drive.files.update({ fileId: first, requestBody: { name: 'c' } });
  await drive.files.delete({ fileId: second });
  const { data } = await drive.changes.list({ pageToken: start });
  expect(data.changes?.map(({ fileId, removed, file }) => [fileId, removed, file?.name])).toEqual([
    [first, false, 'c'],
    [second, true, undefined],
  ]);
  const next = data.newStartPageToken ?? '';
  expect((await drive.changes.list({ pageToken: next })).data.changes).toEqual([]);
  const page = await drive.changes.list({ pageToken: start, pageSize: 1 });
  expect(page.data.newStartPageToken).toBeUndefined();
  const rest = await drive.changes.list({ pageToken: page.data.nextPageToken ?? '' });
  expect(rest.data.changes?.map(({ fileId }) => fileId)).toEqual([second]);
});

test('a channel says that it is open, and then once in three minutes that something changed', async () => {
  const { drive, clock, caught, states } = watched();
  const { data } = await drive.changes.watch({ pageToken: '1', requestBody: channel });
  await clock.advance(0);
  expect(states()).toEqual(['sync']);
  expect(Object.fromEntries(caught[0]?.headers ?? [])).toMatchObject({
    'x-goog-channel-id': 'c1',
    'x-goog-channel-token': 'secret',
    'x-goog-message-number': '1',
    'x-goog-resource-id': data.resourceId,
    'x-goog-channel-expiration': 'Mon, 23 Nov 2026 01:00:00 GMT',
  });
  for (const name of ['a', 'b', 'c']) {
    await drive.files.create({ requestBody: { name, mimeType: folder } });
    await clock.advance(1 * minutes);
  }
  await clock.advance(1 * minutes);
  expect(states()).toEqual(['sync', 'change']);
  await drive.files.create({ requestBody: { name: 'd', mimeType: folder } });
  await clock.advance(3 * minutes);
  expect(states()).toEqual(['sync', 'change', 'change']);
});

test('a channel watches one shared drive, ends when it is stopped and after its time', async () => {
  const { drive, clock, states } = watched();
  const made = await drive.drives.create({ requestId: 'r', requestBody: { name: '后勤' } });
  const driveId = made.data.id ?? '';
  const watch = (id: string) =>
    drive.changes.watch({
      pageToken: '1',
      driveId,
      supportsAllDrives: true,
      requestBody: { ...channel, id, expiration: String(Date.parse('2027-11-23')) },
    });
  const change = async (parents: string[]) => {
    const requestBody = { name: 'x', mimeType: folder, parents };
    await drive.files.create({ supportsAllDrives: true, requestBody });
    await clock.advance(3 * minutes);
  };
  const { data } = await watch('c1');
  expect(Number(data.expiration) - Date.parse('2026-11-23')).toBe(7 * 24 * 60 * minutes);
  expect((await refusal(watch('c1'))).message).toBe('Channel id c1 not unique');
  await change(['root']);
  expect(states()).toEqual(['sync']);
  await change([driveId]);
  expect(states()).toEqual(['sync', 'change']);
  const stop = { id: 'c1', resourceId: data.resourceId ?? '' };
  await drive.channels.stop({ requestBody: stop });
  expect((await refusal(drive.channels.stop({ requestBody: stop }))).status).toBe(404);
  await change([driveId]);
  await watch('c2');
  await clock.advance(8 * 24 * 60 * minutes);
  await change([driveId]);
  expect(states()).toEqual(['sync', 'change', 'sync']);
});

test('Google posts to HTTPS only', async () => {
  const { drive } = watched();
  const watch = (address: string) =>
    drive.changes.watch({ pageToken: '1', requestBody: { ...channel, address } });
  expect((await refusal(watch('http://school.example/hook'))).status).toBe(400);
  await watch('http://127.0.0.1:8080/hook');
});
