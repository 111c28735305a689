import { describe, expect, it } from 'vitest';
import { schoolThatCloses } from './school-that-closes.ts';

const stores = ['settings', 'calendar', 'people', 'places', 'items', 'movements', 'runs'];

async function begun() {
  const at = await schoolThatCloses(stores);
  await at.move('2026-10-05T08:00:00', 'opening', '抽纸', 10);
  await at.move('2026-10-12T08:00:00', 'in', '拖把', 20);
  await at.move('2026-10-20T08:00:00', 'out', '抽纸', 4);
  await at.move('2026-11-03T08:00:00', 'out', '拖把', 1);
  await at.post('/check/poll');
  return at;
}

type At = Awaited<ReturnType<typeof begun>>;

/** All that a closing leaves, in words. */
async function left(at: At) {
  const { sheets = [] } = await at.school
    .google('owner')
    .sheets.get(at.school.spreadsheetId('stores'), {
      fields: 'sheets(properties(title),protectedRanges(description))',
    });
  const locks = sheets.flatMap(({ protectedRanges = [] }) =>
    protectedRanges.filter(({ description }) => description?.startsWith('正在月结')),
  );
  return {
    held: await at.held(),
    ledger: (await at.ledger()).toSorted(),
    balances: (await at.balances('2026-10')).toSorted(),
    closed: (await at.tab('stores', '已结'))
      .map(([month, register, when]) => [month, register, when].join(' '))
      .toSorted(),
    states: (await at.lines('stores', '2026-10', '结账')).map((cells) => cells[3]),
    locks: locks.length,
    verified: await at.verify('2026-10'),
  };
}

const whole = {
  held: { 抽纸: 6, 拖把: 19 },
  ledger: ['opening 20', 'opening 6', 'out 1'],
  balances: ['抽纸 0 10 0 0 4 0 0 6', '拖把 0 0 20 0 0 0 0 20'],
  closed: [
    '2026-10 出入库流水 2026-10-05T08:00:00',
    '2026-10 出入库流水 2026-10-12T08:00:00',
    '2026-10 出入库流水 2026-10-20T08:00:00',
  ],
  states: ['已结账'],
  locks: 0,
  verified: [],
};

const checkAccount = 'check@houqin.iam.gserviceaccount.com';

describe('a closing that dies', () => {
  for (const method of ['sheets.spreadsheets.batchUpdate', 'storage.objects.insert'])
    for (const kind of ['reset-before', 'reset-after'] as const)
      it(`is finished by the next run, at whichever write it died (${method}, ${kind})`, async () => {
        for (let nth = 1; ; nth += 1) {
          const at = await begun();
          const { faults } = at.school.localGoogle;
          faults.add([{ match: { method, user: checkAccount }, kind, every: nth }]);
          await at.close('2026-10');
          const wasHit = faults.list().some(({ hits }) => hits > 0);
          faults.clear();
          at.anotherCheck();
          await at.post('/check/poll');
          await at.close('2026-10');
          expect({ nth, ...(await left(at)) }).toEqual({ nth, ...whole });
          if (!wasHit) break;
        }
      });
});

describe('a month of more rows than one batch holds', () => {
  it('moves in slices, and the ledger holds the same after each of them', async () => {
    const at = await begun();
    await Promise.all(
      Array.from({ length: 610 }, (_, index) =>
        at.move(`2026-10-21T08:00:0${index % 10}`, index % 2 ? 'in' : 'return', '抽纸', 1),
      ),
    );
    const before = await at.held();
    at.school.localGoogle.faults.add([
      {
        match: { method: 'sheets.spreadsheets.batchUpdate', user: checkAccount },
        kind: 'reset-after',
        every: 6,
      },
    ]);
    await at.close('2026-10');
    at.school.localGoogle.faults.clear();
    expect(await at.held()).toEqual(before);
    at.anotherCheck();
    await at.post('/check/poll');
    await at.close('2026-10');
    expect(await at.held()).toEqual(before);
    const { states, closed, locks, verified } = await left(at);
    expect({ states, rows: closed.length, locks, verified }).toEqual({
      states: ['已结账'],
      rows: 613,
      locks: 0,
      verified: [],
    });
  }, 60_000);
});

describe('staff at work while a month is closed', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('lose nothing when they sort before write %i', async (nth) => {
    const at = await begun();
    for (let before = 1; before < nth; before += 1)
      at.school.beforeNext('batchUpdate', () => Promise.resolve());
    let refused = 0;
    at.school.beforeNext('batchUpdate', async () => {
      try {
        await at.school.staff.sort('movements', '数量', nth % 2 ? 'ASCENDING' : 'DESCENDING');
      } catch {
        refused += 1;
      }
    });
    await at.close('2026-10');
    expect(await left(at)).toEqual(whole);
    expect(refused).toBeLessThan(2);
  });

  it.each([1, 2, 3, 4, 5, 6])('may send a form before write %i', async (nth) => {
    const at = await begun();
    for (let before = 1; before < nth; before += 1)
      at.school.beforeNext('batchUpdate', () => Promise.resolve());
    const sent: string[] = [];
    at.school.beforeNext('batchUpdate', async () => {
      sent.push((await at.move('2026-11-05T08:00:00', 'in', '抽纸', 1)).outcome);
    });
    await at.close('2026-10');
    await at.post('/check/poll');
    expect(sent).toEqual(['written']);
    const { held, ledger, ...rest } = await left(at);
    expect(rest).toEqual({
      balances: whole.balances,
      closed: whole.closed,
      states: whole.states,
      locks: 0,
      verified: [],
    });
    expect(held).toEqual({ 抽纸: 7, 拖把: 19 });
    expect(ledger).toEqual(['in 1', ...whole.ledger]);
  });
});
