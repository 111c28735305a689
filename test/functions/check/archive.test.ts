import { beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '#platform/log/index.ts';
import { systemRandom } from '#platform/random.ts';
import { createWorkbooks } from '#platform/workbook/index.ts';
import { closedTab, sheetIdOf } from '#platform/workbook/tabs.ts';
import { localDate } from '#schema/values.ts';
import { schoolThatArchives } from './school-that-archives.ts';

let at: Awaited<ReturnType<typeof schoolThatArchives>>;

beforeEach(async () => {
  at = await schoolThatArchives();
});

const october = [
  '2026-10 出入库流水 2026-10-05T08:00:00',
  '2026-10 出入库流水 2026-10-12T08:00:00',
  '2026-10 出入库流水 2026-10-20T08:00:00',
];

describe('a closed month past the settings’ age', () => {
  it('moves to the archive of its school year, which 首页 links', async () => {
    expect(await at.archive()).toMatchObject({
      body: { months: ['2026-10'], rows: 3, problems: [] },
    });
    expect(await at.archived()).toEqual(october);
    expect(await at.closed()).toEqual([]);
    expect(await at.home()).toEqual(['已结 2026—2027学年档案']);
    const [state] = await at.lines('stores', '2026-10', '结账');
    expect(state?.slice(0, 4)).toEqual(['2026-10', '2026—2027学年档案', '结账', '已结账']);
    expect(await at.verify('2026-10')).toEqual([]);
    expect(await at.archive()).toMatchObject({ body: { months: [], rows: 0 } });
  });

  it('lies beside its workbook in the shared drive, where nobody but the functions writes', async () => {
    await at.archive();
    const id = (await at.archiveId()) ?? '';
    const owner = at.school.google('owner');
    expect(await owner.drive.getFile(id, 'name,parents')).toEqual({
      name: '青山中学·库房与校产·已结档案 2026—2027学年',
      parents: [at.school.directory.driveId],
    });
    const { sheets = [] } = await owner.sheets.get(id, {
      fields: 'sheets(properties(title),protectedRanges(warningOnly,editors(users)))',
    });
    expect(sheets.map(({ properties }) => properties?.title)).toEqual(['已结']);
    expect(sheets[0]?.protectedRanges?.[0]?.editors?.users).toEqual([
      ...at.school.directory.editors,
    ]);
  });

  it('stays in 已结 until then', async () => {
    await at.move('2027-11-05T08:00:00', 'in', '抽纸', 1);
    await at.close('2027-11');
    await at.archive();
    expect(await at.closed()).toEqual(['2027-11 出入库流水 2027-11-05T08:00:00']);
  });

  it('is named row by row when somebody changes the archive', async () => {
    await at.archive();
    const owner = at.school.google('owner');
    await owner.sheets.batchUpdate((await at.archiveId()) ?? '', {
      requests: [
        {
          updateCells: {
            start: { sheetId: sheetIdOf(closedTab.key), rowIndex: 1, columnIndex: 3 },
            fields: 'userEnteredValue',
            rows: [{ values: [{ userEnteredValue: { stringValue: '改过' } }] }],
          },
        },
      ],
    });
    expect(await at.verify('2026-10')).toEqual([
      expect.stringMatching(/^2026-10 2026—2027学年档案第 2 行被改过：出入库流水“改过”/),
    ]);
  });

  it('does not move while something is wrong with it', async () => {
    const owner = at.school.google('owner');
    await owner.sheets.batchUpdate(at.school.spreadsheetId('stores'), {
      requests: [
        {
          updateCells: {
            start: { sheetId: sheetIdOf(closedTab.key), rowIndex: 1, columnIndex: 2 },
            fields: 'userEnteredValue',
            rows: [{ values: [{ userEnteredValue: { stringValue: '2026-10-01' } }] }],
          },
        },
      ],
    });
    const { body } = await at.archive();
    expect(body).toMatchObject({
      months: [],
      problems: [expect.stringMatching(/^2026-10 已结第 2 行被改过/)],
    });
    expect(await at.archived()).toEqual([]);
    const runs = (await at.read('runs')).filter(({ values }) => values.function === 'closing');
    expect(runs.at(-1)?.values.outcome).toBe('failed');
  });

  it('is still read by papers about that time, and a lost archive is said', async () => {
    const since = () => localDate.parse('2026-10-01');
    const google = at.school.google('service:report');
    const papers = createWorkbooks({
      google,
      directory: () => Promise.resolve(at.school.directory),
      registers: at.school.registers,
      clock: at.clock,
      random: systemRandom,
      log: createLog({ write: () => undefined }),
    });
    const ledger = async () =>
      (await papers.read(['movements'], since))
        .get('movements')
        ?.rows.map(({ values }) => `${values.direction} ${values.quantity}`);
    const before = await ledger();
    await at.archive();
    expect(await ledger()).toEqual(before);
    const archive = (await at.archiveId()) ?? '';
    await at.school.google('owner').drive.updateFile(archive, { trashed: true });
    await expect(ledger()).rejects.toMatchObject({
      label: { zh: '2026—2027学年的已结档案打不开，请从回收站恢复' },
    });
  });

  it('cannot be reopened, and says what to do instead', async () => {
    await at.archive();
    expect(await at.reopen('2026-10')).toMatchObject({
      status: 409,
      body: { error: { message: expect.stringContaining('已移入2026—2027学年档案') } },
    });
    expect(await at.archived()).toEqual(october);
  });

  it('holds only what the month came to, when it was reopened while it was copied', async () => {
    const { faults } = at.school.localGoogle;
    const match = {
      method: 'sheets.spreadsheets.batchUpdate',
      user: 'check@houqin.iam.gserviceaccount.com',
    };
    // Fence and step, tab of the archive, its fence, its rows: dies before 已结 loses its own.
    faults.add([{ match, kind: 'reset-before', every: 4 }]);
    await at.archive();
    faults.clear();
    expect(await at.archived()).toEqual(october);
    expect(await at.closed()).toEqual(october);
    at.anotherCheck();
    await at.reopen('2026-10', '漏了一笔');
    const { rows } = await at.school.staff.see('movements');
    const row = rows.findIndex(({ 数量 }) => 数量 === '4');
    await at.school.staff.edit('movements', row + 1, '数量', 3);
    await at.move('2026-10-21T08:00:00', 'out', '抽纸', 1);
    await at.close('2026-10', '补记');
    await at.archive();
    expect(await at.archived()).toEqual([...october, '2026-10 出入库流水 2026-10-21T08:00:00']);
    expect(await at.closed()).toEqual([]);
    expect(await at.verify('2026-10')).toEqual([]);
  });
});
