import { describe, expect, it } from 'vitest';
import { refusal } from '../stand-in.ts';
import { workbook } from './sheets-client.ts';

const cells = (...texts: string[]) => [
  { values: texts.map((stringValue) => ({ userEnteredValue: { stringValue } })) },
];

describe('spreadsheets.batchUpdate', () => {
  it('carries out all requests or none, and names the one that is wrong', async () => {
    const { run, shown } = await workbook([['before']]);
    const write = {
      updateCells: {
        start: { sheetId: 7, rowIndex: 0, columnIndex: 0 },
        rows: cells('after'),
        fields: 'userEnteredValue',
      },
    };
    const wrong = { appendCells: { sheetId: 8, rows: cells('x'), fields: '*' } };
    expect(await refusal(run(write, write, wrong))).toEqual({
      status: 400,
      message: 'Invalid requests[2].appendCells: No grid with id: 8',
    });
    expect(await shown()).toEqual([['before']]);
    await run(write);
    expect(await shown()).toEqual([['after']]);
  });

  it('answers a reply for every request, empty ones too', async () => {
    const { run } = await workbook();
    const replies = await run(
      { updateSheetProperties: { properties: { sheetId: 7, title: '报修' }, fields: 'title' } },
      { addSheet: { properties: { sheetId: 8, title: '待办', gridProperties: { rowCount: 5 } } } },
    );
    expect(replies).toEqual([
      {},
      {
        addSheet: {
          properties: {
            sheetId: 8,
            title: '待办',
            index: 1,
            sheetType: 'GRID',
            gridProperties: { rowCount: 5, columnCount: 26 },
          },
        },
      },
    ]);
  });

  it('says clearly what it does not serve', async () => {
    const { run } = await workbook();
    expect(await refusal(run({ addChart: { chart: {} } }))).toEqual({
      status: 501,
      message: 'requests[0].addChart is not served by the local Google',
    });
  });

  it('refuses a request that is no request, or two', async () => {
    const { run } = await workbook();
    expect((await refusal(run({}))).status).toBe(400);
    const two = { deleteSheet: { sheetId: 1 }, addSheet: {} };
    expect((await refusal(run(two))).message).toMatch(/oneof/);
    expect((await refusal(run())).message).toBe('Must specify at least one request.');
  });

  it('shows the spreadsheet as it is after all requests', async () => {
    const { client, spreadsheetId } = await workbook([['标题'], ['一']], { title: '报修' });
    const { data } = await client.spreadsheets.batchUpdate({
      spreadsheetId,
      requestBody: {
        requests: [
          { appendCells: { sheetId: 7, rows: cells('二'), fields: 'userEnteredValue' } },
          { addSheet: { properties: { title: '别的' } } },
        ],
        includeSpreadsheetInResponse: true,
        responseIncludeGridData: true,
        responseRanges: ["'报修'!A2:A3", "'报修'!1:1"],
      },
    });
    const sheets = data.updatedSpreadsheet?.sheets ?? [];
    expect(sheets.map((sheet) => sheet.properties?.title)).toEqual(['报修']);
    const texts = sheets[0]?.data?.map((grid) =>
      grid.rowData?.map((row) => row.values?.map((cell) => cell.formattedValue)),
    );
    expect(texts).toEqual([[['一'], ['二']], [['标题']]]);
    expect(sheets[0]?.data?.[0]?.startRow).toBe(1);
  });

  it('answers cells by the fields mask alone, if there is one', async () => {
    const { client, spreadsheetId } = await workbook([['a', '=A1']]);
    const get = async (fields: string, includeGridData = false) =>
      (await client.spreadsheets.get({ spreadsheetId, fields, includeGridData })).data;
    expect(await get('sheets.properties.title', true)).toEqual({
      sheets: [{ properties: { title: 'Sheet1' } }],
    });
    expect(await get('sheets(data(rowData(values(userEnteredValue))))')).toEqual({
      sheets: [
        {
          data: [
            {
              rowData: [
                {
                  values: [
                    { userEnteredValue: { stringValue: 'a' } },
                    { userEnteredValue: { stringValue: '=A1' } },
                  ],
                },
              ],
            },
          ],
        },
      ],
    });
  });
});

describe('updateCells', () => {
  const start = { sheetId: 7, rowIndex: 0, columnIndex: 0 };

  it('keeps a leading = of a text, and takes numbers for dates', async () => {
    const { run, written } = await workbook();
    const values = [
      { userEnteredValue: { stringValue: '=1+1' } },
      { userEnteredValue: { formulaValue: '=1+1' } },
      { userEnteredValue: { numberValue: 46_350.5 } },
      { userEnteredValue: { boolValue: false } },
    ];
    await run({ updateCells: { start, rows: [{ values }], fields: 'userEnteredValue' } });
    expect(await written()).toEqual([['=1+1', '=1+1', 46_350.5, false]]);
  });

  it('writes only what the mask names, and clears what it names and the cell lacks', async () => {
    const { run, whole } = await workbook([['a']]);
    const bold = { textFormat: { bold: true, italic: true }, wrapStrategy: 'WRAP' };
    const cell = async () => (await whole()).sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0];
    const update = (given: object, fields: string) =>
      run({ updateCells: { start, rows: [{ values: [given] }], fields } });
    await update({ note: '备注', userEnteredFormat: bold }, 'note,userEnteredFormat');
    expect(await cell()).toMatchObject({
      formattedValue: 'a',
      note: '备注',
      userEnteredFormat: bold,
    });
    await update({}, 'userEnteredFormat.textFormat.bold,note');
    const after = await cell();
    expect(after?.note).toBeUndefined();
    expect(after?.userEnteredFormat).toEqual({
      textFormat: { italic: true },
      wrapStrategy: 'WRAP',
    });
    await update({}, '*');
    expect(await cell()).toBeUndefined();
  });

  it('clears the cells of a range that no row reaches', async () => {
    const { run, shown } = await workbook([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    const range = { sheetId: 7, startRowIndex: 0, endRowIndex: 2, endColumnIndex: 2 };
    await run({ updateCells: { range, rows: cells('x'), fields: 'userEnteredValue' } });
    expect(await shown()).toEqual([['x']]);
  });

  it('refuses to write beyond the range or the grid', async () => {
    const { run } = await workbook();
    const fields = 'userEnteredValue';
    const range = { sheetId: 7, startRowIndex: 0, endRowIndex: 1, endColumnIndex: 1 };
    expect(
      (await refusal(run({ updateCells: { range, rows: cells('a', 'b'), fields } }))).message,
    ).toBe(
      'Invalid requests[0].updateCells: Attempting to write column: 1, beyond the last requested column of: 0',
    );
    const below = { sheetId: 7, rowIndex: 1000, columnIndex: 0 };
    expect(
      (await refusal(run({ updateCells: { start: below, rows: cells('a'), fields } }))).message,
    ).toBe(
      'Invalid requests[0].updateCells: GridCoordinate.rowIndex[1000] is after last row in grid[999]',
    );
  });

  it('refuses a mask that is missing or names what cells do not have', async () => {
    const { run } = await workbook();
    expect((await refusal(run({ updateCells: { start, rows: cells('a') } }))).message).toBe(
      "Invalid requests[0].updateCells: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
    );
    const update = { start, rows: cells('a'), fields: 'colour' };
    expect((await refusal(run({ updateCells: update }))).status).toBe(400);
  });
});

describe('repeatCell', () => {
  it('fills a range, with references counted from its first cell', async () => {
    const { run, written } = await workbook([[1], [2], [3]]);
    const range = { sheetId: 7, endRowIndex: 3, startColumnIndex: 1, endColumnIndex: 3 };
    const cell = { userEnteredValue: { formulaValue: '=$A1+A$1' } };
    await run({ repeatCell: { range, cell, fields: 'userEnteredValue' } });
    expect(await written()).toEqual([
      [1, '=$A1+A$1', '=$A1+B$1'],
      [2, '=$A2+A$1', '=$A2+B$1'],
      [3, '=$A3+A$1', '=$A3+B$1'],
    ]);
  });

  it('takes a range that ends past the grid, and refuses one that starts there', async () => {
    const { run } = await workbook();
    const repeat = (range: object) =>
      run({ repeatCell: { range: { sheetId: 7, ...range }, cell: {}, fields: 'note' } });
    expect(await repeat({ startRowIndex: 999, endRowIndex: 1003 })).toEqual([{}]);
    expect(await repeat({ startRowIndex: 3, endRowIndex: 3 })).toEqual([{}]);
    const beyond = repeat({ startRowIndex: 1000, startColumnIndex: 0, endColumnIndex: 2 });
    expect((await refusal(beyond)).message).toBe(
      'Invalid requests[0].repeatCell: Range (Sheet1!A1001:B) exceeds grid limits. Max rows: 1000, max columns: 26',
    );
  });
});
