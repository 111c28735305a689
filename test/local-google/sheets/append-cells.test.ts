import { describe, expect, it } from 'vitest';
import { refusal } from '../stand-in.ts';
import { workbook } from './sheets-client.ts';

const rowsOf = (...rows: string[][]) =>
  rows.map((texts) => ({
    values: texts.map((stringValue) => ({ userEnteredValue: { stringValue } })),
  }));

const append = (target: { sheetId?: number; tableId?: string }, ...rows: string[][]) => ({
  appendCells: { ...target, rows: rowsOf(...rows), fields: 'userEnteredValue' },
});

describe('appendCells to a tab', () => {
  it('goes after the last row with data in any column, from column A on', async () => {
    const { run, shown } = await workbook([['标题'], [], ['', '', 'c']]);
    await run(append({ sheetId: 7 }, ['一'], ['二', '2']));
    expect(await shown()).toEqual([['标题'], [], ['', '', 'c'], ['一'], ['二', '2']]);
  });

  it('does not take looks, notes and rules for data, but formulas', async () => {
    const { run, shown, put } = await workbook([['标题']]);
    const range = { sheetId: 7, startRowIndex: 1, endRowIndex: 9, endColumnIndex: 1 };
    await run({ repeatCell: { range, cell: { note: '?' }, fields: 'note' } });
    await run(append({ sheetId: 7 }, ['一']));
    expect(await shown()).toEqual([['标题'], ['一']]);
    await put('C5', [['=""']], 'USER_ENTERED');
    await run(append({ sheetId: 7 }, ['二']));
    expect((await shown()).at(-1)).toEqual(['二']);
    expect(await shown('Sheet1!A6')).toEqual([['二']]);
  });

  it('grows the grid', async () => {
    const gridProperties = { rowCount: 1, columnCount: 1 };
    const { run, shown, whole } = await workbook([['a']], { gridProperties });
    await run(append({ sheetId: 7 }, ['b', 'c'], ['d']));
    expect(await shown()).toEqual([['a'], ['b', 'c'], ['d']]);
    expect((await whole()).sheets?.[0]?.properties?.gridProperties).toEqual({
      rowCount: 3,
      columnCount: 2,
    });
  });

  it('keeps to the limit of ten million cells', async () => {
    const { run } = await workbook([['a']], {
      gridProperties: { rowCount: 5_000_000, columnCount: 1 },
    });
    const addSheet = (rowCount: number) =>
      run({ addSheet: { properties: { gridProperties: { rowCount, columnCount: 1 } } } });
    expect((await refusal(addSheet(5_000_001))).message).toBe(
      'Invalid requests[0].addSheet: This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    );
    expect(await addSheet(5_000_000)).toHaveLength(1);
  });
});

describe('appendCells to a table', () => {
  async function withTable(values: (string | number)[][], more: (string | number)[][] = []) {
    const book = await workbook([...values, ...more], { title: '报修' });
    const range = {
      sheetId: 7,
      startRowIndex: 0,
      endRowIndex: values.length,
      startColumnIndex: 1,
      endColumnIndex: 3,
    };
    const table = { tableId: 't1', name: '报修表', range };
    await book.run({ addTable: { table } });
    const tableRange = async () => (await book.whole()).sheets?.[0]?.tables?.[0]?.range;
    return { ...book, tableRange };
  }

  it('fills blank rows of the table before it grows', async () => {
    const { run, shown, tableRange } = await withTable([
      ['', '地点', '故障'],
      ['', '东楼', '漏水'],
      ['', '', ''],
    ]);
    await run(append({ tableId: 't1' }, ['西楼', '断电'], ['北楼', '门锁']));
    expect(await shown()).toEqual([
      ['', '地点', '故障'],
      ['', '东楼', '漏水'],
      ['', '西楼', '断电'],
      ['', '北楼', '门锁'],
    ]);
    expect(await tableRange()).toMatchObject({ startRowIndex: 0, endRowIndex: 4 });
  });

  it('inserts rows if something lies below', async () => {
    const { run, shown, tableRange } = await withTable(
      [
        ['', '地点', '故障'],
        ['', '东楼', '漏水'],
      ],
      [['', '', '合计']],
    );
    await run(append({ tableId: 't1' }, ['西楼', '断电']));
    expect(await shown()).toEqual([
      ['', '地点', '故障'],
      ['', '东楼', '漏水'],
      ['', '西楼', '断电'],
      ['', '', '合计'],
    ]);
    expect(await tableRange()).toMatchObject({ startRowIndex: 0, endRowIndex: 3 });
  });

  it('refuses more cells than the table has columns, and a table that is not there', async () => {
    const { run } = await withTable([['', '地点', '故障']]);
    expect((await refusal(run(append({ tableId: 't1' }, ['1', '2', '3'])))).status).toBe(400);
    expect((await refusal(run(append({ tableId: 't2' }, ['1'])))).message).toBe(
      'Invalid requests[0].appendCells: No table with id: t2',
    );
  });
});
