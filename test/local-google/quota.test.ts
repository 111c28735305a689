import { describe, expect, test } from 'vitest';
import { createCounts } from '#scripts/local-google/counts.ts';
import { GoogleError } from '#scripts/local-google/errors.ts';
import { createQuota, sheetsLimits } from '#scripts/local-google/quota.ts';
import { handClock } from './hand-clock.ts';

const refused = (take: () => void) => {
  try {
    take();
  } catch (error) {
    if (error instanceof GoogleError) return error;
    throw error;
  }
  return undefined;
};

describe('the quota of Sheets', () => {
  const taken = (times: number, take: () => void) => {
    for (let turn = 0; turn < times; turn += 1) take();
  };

  test('a user has 60 reads and 60 writes a minute, filled again at the full minute', async () => {
    const clock = handClock('2026-11-23T00:00:30.000Z');
    const quota = createQuota(clock, sheetsLimits);
    taken(60, () => quota.take('wang', 'read'));
    taken(60, () => quota.take('wang', 'write'));
    expect(refused(() => quota.take('wang', 'write'))).toMatchObject({
      code: 429,
      status: 'RESOURCE_EXHAUSTED',
      message:
        "Quota exceeded for quota metric 'Write requests' and limit 'Write requests per minute per user' of service 'sheets.googleapis.com' for consumer 'project_number:100000000000'.",
    });
    quota.take('li', 'write');
    await clock.advance(29_999);
    expect(refused(() => quota.take('wang', 'read'))).toBeDefined();
    await clock.advance(1);
    quota.take('wang', 'read');
  });

  test('all users together have 300', () => {
    const quota = createQuota(handClock(), sheetsLimits);
    for (const user of ['a', 'b', 'c', 'd', 'e']) taken(60, () => quota.take(user, 'read'));
    expect(refused(() => quota.take('f', 'read'))?.message).toContain(
      "limit 'Read requests per minute' of",
    );
    quota.take('f', 'write');
  });
});

test('requests are counted for each caller and in all, until the counts are reset', () => {
  const counts = createCounts();
  counts.add('wang', 'sheets.spreadsheets.get', 'read');
  counts.add('li', 'sheets.spreadsheets.batchUpdate', 'write');
  counts.add('li', 'sheets.spreadsheets.batchUpdate', 'refused');
  counts.add('li', 'drive.files.list', 'other');
  expect(counts.read()).toMatchObject({
    total: { reads: 1, writes: 1, refused: 1 },
    users: {
      wang: { reads: 1, writes: 0, methods: { 'sheets.spreadsheets.get': 1 } },
      li: { writes: 1, methods: { 'sheets.spreadsheets.batchUpdate': 2, 'drive.files.list': 1 } },
    },
  });
  counts.reset();
  expect(counts.read()).toEqual({
    total: { reads: 0, writes: 0, refused: 0, methods: {} },
    users: {},
  });
});
