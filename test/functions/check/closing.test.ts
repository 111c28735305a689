import { beforeEach, describe, expect, it } from 'vitest';
import { closedTab, closingTab, sheetIdOf } from '#platform/workbook/tabs.ts';
import { rowId } from '#schema/values.ts';
import { schoolThatCloses } from './school-that-closes.ts';

let at: Awaited<ReturnType<typeof schoolThatCloses>>;

beforeEach(async () => {
  at = await schoolThatCloses();
});

async function october(): Promise<void> {
  await at.move('2026-10-05T08:00:00', 'opening', '抽纸', 10);
  await at.move('2026-10-12T08:00:00', 'in', '抽纸', 20);
  await at.move('2026-10-20T08:00:00', 'out', '抽纸', 4);
}

const firstClosedRowGone = {
  deleteDimension: {
    range: { sheetId: sheetIdOf(closedTab.key), dimension: 'ROWS', startIndex: 1, endIndex: 2 },
  },
};

describe('closing a month', () => {
  it('moves its rows into 已结 and carries what is held into the next', async () => {
    await october();
    await at.move('2026-11-02T08:00:00', 'out', '抽纸', 1);
    const before = await at.held();
    expect(await at.close('2026-10')).toMatchObject({ body: { outcome: 'closed', rows: 3 } });
    expect(await at.held()).toEqual(before);
    expect(await at.ledger()).toEqual(['opening 26', 'out 1']);
    expect((await at.tab('stores', '已结')).map((cells) => cells.slice(0, 2).join(' '))).toEqual(
      Array.from({ length: 3 }, () => '2026-10 出入库流水'),
    );
    expect(await at.balances('2026-10')).toEqual(['抽纸 0 10 20 0 4 0 0 26']);
  });

  it('goes on from month to month, and the ledger of each begins where the last one ended', async () => {
    await at.move('2026-09-05T08:00:00', 'in', '抽纸', 7);
    await october();
    await at.move('2026-11-02T08:00:00', 'out', '抽纸', 1);
    await at.close('2026-09');
    await at.close('2026-10');
    expect(await at.balances('2026-09')).toEqual(['抽纸 0 0 7 0 0 0 0 7']);
    expect(await at.balances('2026-10')).toEqual(['抽纸 7 10 20 0 4 0 0 33']);
    expect(await at.ledger()).toEqual(['opening 33', 'out 1']);
    expect((await at.tab('stores', '已结')).length).toBe(4);
  });

  it('leaves what is not finished, and what must be mended and nobody accepted, where it is', async () => {
    await at.repair('2026-10-08T08:00:00', '灯不亮', 'done');
    await at.repair('2026-10-09T08:00:00', '门锁坏', 'waiting');
    await at.move('2026-10-12T08:00:00', 'in', '抽纸', 5);
    await at.move('2026-10-20T08:00:00', 'out', '抽纸', 9);
    await at.close('2026-10', '账实待查');
    expect((await at.read('repairs')).map(({ values }) => values.fault)).toContain('门锁坏');
    expect(await at.ledger()).toEqual(['opening 5', 'out 9']);
    const [problem] = await at.lines('stores', '2026-10', '未改问题');
    expect(problem?.slice(3)).toContain('账实待查');
  });

  it('leaves a submission that was written twice, of which the later row would count without the first', async () => {
    await at.move('2026-10-05T08:00:00', 'opening', '抽纸', 10);
    const submission = {
      register: 'movements',
      id: rowId.parse('6f1c1f0e-33a1-4c55-8f0b-0d8f3f4f2a11'),
      values: {
        happened: '2026-10-06T08:00:00',
        direction: 'return',
        item: '抽纸',
        quantity: 5,
        handledBy: '叶红梅',
      },
    };
    // Two instances at the same moment, neither of which can know of the other.
    await Promise.all(
      [at.school.workbooks(), at.school.workbooks()].map((one) => one.submit(submission)),
    );
    const { rows } = await at.school.staff.see('movements');
    expect(rows.map(({ 数量 }) => 数量)).toEqual(['10', '5', '5']);
    expect(await at.close('2026-10')).toMatchObject({ body: { outcome: 'closed', rows: 1 } });
    expect(await at.ledger()).toEqual(['opening 10', 'return 5']);
    expect(await at.held()).toMatchObject({ 抽纸: 15 });
  });

  it('says nothing twice, and refuses a month that is not over or comes out of order', async () => {
    await october();
    await at.close('2026-10');
    expect(await at.close('2026-10')).toMatchObject({ body: { outcome: 'nothing' } });
    expect(await at.close('2026-11')).toMatchObject({ status: 409 });
    expect(await at.close('2026-09')).toMatchObject({ status: 409 });
    expect((await at.tab('stores', '已结')).length).toBe(3);
  });

  it('by the clock closes the month before once the settings’ day has come', async () => {
    await october();
    expect(await at.post('/check/close')).toMatchObject({ body: { month: '2026-10', rows: 3 } });
    const runs = (await at.read('runs')).filter(({ values }) => values.function === 'closing');
    expect(runs.map(({ values }) => values.outcome)).toEqual(['done']);
  });

  it('answers a phone that was offline for weeks that its entry is there', async () => {
    const sent = await at.move('2026-10-05T08:00:00', 'in', '抽纸', 10);
    const values = (await at.read('movements'))[0]?.values ?? {};
    await at.close('2026-10');
    const workbooks = at.school.workbooks();
    const again = { register: 'movements', id: sent.id, values, retry: true };
    expect(await workbooks.submit(again)).toEqual({ outcome: 'already' });
    expect(await at.ledger()).toEqual(['opening 10']);
  });

  it('keeps no personal cell in 已结 that could be read there', async () => {
    await at.repair('2026-09-08T08:00:00', '灯不亮', 'done');
    await at.close('2026-10');
    const rows = await at.tab('service', '已结');
    expect(rows.join('\n')).toContain('灯不亮');
    expect(rows.join('\n')).not.toContain('13800000000');
  });
});

describe('a closed month', () => {
  const change = (key: string, rowIndex: number, columnIndex: number, stringValue: string) =>
    at.school.google('owner').sheets.batchUpdate(at.school.spreadsheetId('stores'), {
      requests: [
        {
          updateCells: {
            start: { sheetId: sheetIdOf(key), rowIndex, columnIndex },
            rows: [{ values: [{ userEnteredValue: { stringValue } }] }],
            fields: 'userEnteredValue',
          },
        },
      ],
    });

  beforeEach(async () => {
    await october();
    await at.close('2026-10');
  });

  it('is as it was', async () => {
    expect(await at.verify('2026-10')).toEqual([]);
  });

  it('names a row that was changed', async () => {
    await change(closedTab.key, 2, 3, '方向：入库；物品：抽纸；数量：2000');
    expect(await at.verify('2026-10')).toEqual([expect.stringContaining('第 3 行被改过')]);
  });

  it('names a row that is gone', async () => {
    await at.school.google('owner').sheets.batchUpdate(at.school.spreadsheetId('stores'), {
      requests: [firstClosedRowGone],
    });
    expect(await at.verify('2026-10')).toEqual([expect.stringContaining('少了一行')]);
  });

  it('tells that a figure was changed', async () => {
    await change(closingTab.key, 2, 11, '99');
    expect(await at.verify('2026-10')).toEqual([expect.stringContaining('月结的数字被改过')]);
  });

  it('that was changed is told of by the nightly look, with the row', async () => {
    await change(closedTab.key, 2, 3, '方向：入库；物品：抽纸；数量：2000');
    const changed = [expect.stringContaining('2026-10 已结第 3 行被改过')];
    expect(await at.post('/check/sweep')).toMatchObject({ body: { problems: changed } });
    const [run] = (await at.read('runs')).filter(({ values }) => values.function === 'check');
    expect(String(run?.values.why)).toContain('第 3 行被改过');
  });

  it('cannot be touched by staff', async () => {
    await expect(at.school.staff.does('movements', [firstClosedRowGone])).rejects.toThrow();
  });
});

describe('the stock report of a month', () => {
  it('says of every month what the ledger replayed from its first row says', async () => {
    await at.move('2026-09-05T08:00:00', 'in', '抽纸', 7);
    await at.move('2026-09-06T08:00:00', 'in', '拖把', 2);
    await october();
    await at.move('2026-11-02T08:00:00', 'out', '抽纸', 1);
    // Written down late: of September, and closed with October.
    const late = () => at.move('2026-09-30T17:00:00', 'out', '拖把', 1);
    const reports = async () =>
      Promise.all(['2026-09', '2026-10', '2026-11'].map((month) => at.stockReport(month)));
    await at.close('2026-09');
    await late();
    await at.close('2026-10');
    const closed = await reports();
    await at.reopen('2026-09');
    await at.reopen('2026-10');
    expect(await at.ledger()).toHaveLength(7);
    expect(closed).toEqual(await reports());
    expect(closed[1]).toEqual(['抽纸 17 20 0 4 0 0 33', '拖把 1 0 0 0 0 0 1']);
  });
});

describe('reopening', () => {
  it('needs a reason, brings the rows back as they were, and can be closed again', async () => {
    await october();
    await at.repair('2026-09-08T08:00:00', '灯不亮', 'done');
    const before = { movements: await at.read('movements'), repairs: await at.read('repairs') };
    await at.close('2026-10');
    const balances = await at.balances('2026-10');
    expect(await at.reopen('2026-10', ' ')).toMatchObject({ status: 409 });
    expect(await at.reopen('2026-10')).toMatchObject({ body: { outcome: 'reopened' } });
    expect(await at.read('movements')).toEqual(before.movements);
    expect(await at.read('repairs')).toEqual(before.repairs);
    expect(await at.lines('stores', '2026-10', '结账')).toMatchObject([
      expect.arrayContaining(['已重开', '漏了一笔']),
    ]);
    await at.close('2026-10');
    expect(await at.balances('2026-10')).toEqual(balances);
  });

  it('makes later closings stale until they are closed again, in order', async () => {
    await at.move('2026-09-05T08:00:00', 'in', '抽纸', 7);
    await october();
    await at.close('2026-09');
    await at.close('2026-10');
    await at.reopen('2026-09');
    expect(await at.held()).toMatchObject({ 抽纸: 33 });
    expect(await at.lines('stores', '2026-10', '结账')).toMatchObject([
      expect.arrayContaining(['须重结']),
    ]);
    await at.move('2026-09-06T08:00:00', 'in', '抽纸', 3);
    expect(await at.close('2026-10')).toMatchObject({ status: 409 });
    await at.close('2026-09');
    await at.close('2026-10');
    expect(await at.balances('2026-09')).toEqual(['抽纸 0 0 10 0 0 0 0 10']);
    expect(await at.balances('2026-10')).toEqual(['抽纸 10 10 20 0 4 0 0 36']);
    expect(await at.ledger()).toEqual(['opening 36']);
    expect(await at.verify('2026-10')).toEqual([]);
  });
});
