import { describe, expect, it } from 'vitest';
import { schoolThatArchives } from './school-that-archives.ts';

const checkAccount = 'check@houqin.iam.gserviceaccount.com';

/** All that a move to the archive leaves, in words. */
async function left(at: Awaited<ReturnType<typeof schoolThatArchives>>) {
  return {
    archived: await at.archived(),
    closed: await at.closed(),
    home: await at.home(),
    states: (await at.lines('stores', '2026-10', '结账')).map((cells) => cells[1]),
    held: await at.held(),
    verified: await at.verify('2026-10'),
    archives: (await at.school.google('owner').drive.listFiles("name contains '档案'", 'id'))
      .length,
  };
}

const whole = {
  archived: [
    '2026-10 出入库流水 2026-10-05T08:00:00',
    '2026-10 出入库流水 2026-10-12T08:00:00',
    '2026-10 出入库流水 2026-10-20T08:00:00',
  ],
  closed: [],
  home: ['已结 2026—2027学年档案'],
  states: ['2026—2027学年档案'],
  held: { 抽纸: 6, 拖把: 20 },
  verified: [],
  archives: 1,
};

describe('a move to the archive that dies', () => {
  for (const method of ['sheets.spreadsheets.batchUpdate', 'drive.files.create'])
    for (const kind of ['reset-before', 'reset-after'] as const)
      it(`is finished by the next run, at whichever call it died (${method}, ${kind})`, async () => {
        for (let nth = 1; ; nth += 1) {
          const at = await schoolThatArchives();
          const { faults } = at.school.localGoogle;
          faults.add([{ match: { method, user: checkAccount }, kind, every: nth }]);
          await at.archive();
          const wasHit = faults.list().some(({ hits }) => hits > 0);
          faults.clear();
          at.anotherCheck();
          await at.archive();
          expect({ nth, ...(await left(at)) }).toEqual({ nth, ...whole });
          if (!wasHit) break;
        }
      }, 60_000);

  it('loses no row of a phone that was offline for weeks', async () => {
    const at = await schoolThatArchives();
    await at.archive();
    const values = {
      happened: '2026-10-12T08:00:00',
      direction: 'in',
      item: '拖把',
      quantity: 20,
      handledBy: '叶红梅',
      donor: '校友会',
    };
    const again = { register: 'movements', id: at.sent.id, values, retry: true };
    expect(await at.school.workbooks().submit(again)).toEqual({ outcome: 'already' });
  });
});
