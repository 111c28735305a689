import { describe, expect, it } from 'vitest';
import { refusal } from '../stand-in.ts';
import { workbook } from './sheets-client.ts';

describe('values.get', () => {
  it('drops trailing blank cells and rows, and keeps those in between', async () => {
    const { shown } = await workbook([['a', '', 'c', ''], [], ['', 'b'], ['', ''], []]);
    expect(await shown()).toEqual([['a', '', 'c'], [], ['', 'b']]);
  });

  it('prints the range as far as the grid goes, with quotes where they are needed', async () => {
    const { client, spreadsheetId } = await workbook([['a']], { title: '报修' });
    const get = async (range: string) =>
      (await client.spreadsheets.values.get({ spreadsheetId, range })).data.range;
    expect(await get('报修')).toBe("'报修'!A1:Z1000");
    expect(await get('报修!A2:C')).toBe("'报修'!A2:C1000");
    expect(await get('B5')).toBe("'报修'!B5");
    expect(await get('报修!A1:B5000')).toBe("'报修'!A1:B1000");
  });

  it('answers no values at all for a blank range', async () => {
    const { client, spreadsheetId } = await workbook();
    const { data } = await client.spreadsheets.values.get({ spreadsheetId, range: 'A1:B2' });
    expect(data).toEqual({ range: 'Sheet1!A1:B2', majorDimension: 'ROWS' });
  });

  it('turns columns into lines on demand', async () => {
    const { client, spreadsheetId } = await workbook([
      [1, 2, 3],
      [4, '', 6],
    ]);
    const request = { spreadsheetId, range: 'A1:C9', majorDimension: 'COLUMNS' };
    const { data } = await client.spreadsheets.values.get(request);
    expect(data.values).toEqual([['1', '4'], ['2'], ['3', '6']]);
  });

  it('shows numbers, dates, booleans and formulas in three ways', async () => {
    const { client, spreadsheetId, put } = await workbook();
    await put('A1', [['2026-11-24', '1,200.50', 'TRUE', '=B1*2', '=1/0']], 'USER_ENTERED');
    const get = async (valueRenderOption: string, dateTimeRenderOption = 'SERIAL_NUMBER') => {
      const options = { valueRenderOption, dateTimeRenderOption };
      const request = { spreadsheetId, range: 'A1:E1', ...options };
      return (await client.spreadsheets.values.get(request)).data.values;
    };
    expect(await get('FORMATTED_VALUE')).toEqual([
      ['2026-11-24', '1,200.50', 'TRUE', '2401', '#DIV/0!'],
    ]);
    expect(await get('UNFORMATTED_VALUE')).toEqual([[46_350, 1200.5, true, 2401, '#DIV/0!']]);
    expect(await get('FORMULA')).toEqual([[46_350, 1200.5, true, '=B1*2', '=1/0']]);
    expect(await get('UNFORMATTED_VALUE', 'FORMATTED_STRING')).toEqual([
      ['2026-11-24', 1200.5, true, 2401, '#DIV/0!'],
    ]);
  });

  it('refuses unknown tabs and ranges that start outside the grid', async () => {
    const { client, spreadsheetId } = await workbook();
    const get = (range: string) =>
      refusal(client.spreadsheets.values.get({ spreadsheetId, range }));
    expect(await get('Nowhere!A1')).toEqual({
      status: 400,
      message: 'Unable to parse range: Nowhere!A1',
    });
    expect(await get('A1001:B1002')).toEqual({
      status: 400,
      message: 'Range (Sheet1!A1001:B1002) exceeds grid limits. Max rows: 1000, max columns: 26',
    });
  });

  it('refuses a spreadsheet that is not there, or not shared', async () => {
    const { client, as, spreadsheetId } = await workbook();
    const range = 'A1';
    const missing = client.spreadsheets.values.get({ spreadsheetId: 'none', range });
    expect((await refusal(missing)).status).toBe(404);
    const foreign = as('service:intake').spreadsheets.values.get({ spreadsheetId, range });
    expect((await refusal(foreign)).status).toBe(403);
  });
});

describe('values.batchGet', () => {
  it('answers the ranges in the order they were asked for', async () => {
    const { client, spreadsheetId } = await workbook([['a', 'b']]);
    const request = { spreadsheetId, ranges: ['B1', 'A1:A2'] };
    const { data } = await client.spreadsheets.values.batchGet(request);
    expect(data).toEqual({
      spreadsheetId,
      valueRanges: [
        { range: 'Sheet1!B1', majorDimension: 'ROWS', values: [['b']] },
        { range: 'Sheet1!A1:A2', majorDimension: 'ROWS', values: [['a']] },
      ],
    });
  });
});

describe('values.update', () => {
  it('keeps RAW texts as they are, whatever they look like', async () => {
    const { put, written } = await workbook();
    await put('A1', [['=1+2', '2026-11-24', "'x", 5, true]]);
    expect(await written()).toEqual([['=1+2', '2026-11-24', "'x", 5, true]]);
  });

  it('leaves a cell alone for null and empties it for an empty text', async () => {
    const { put, shown } = await workbook([['a', 'b', 'c']]);
    expect(await put('A1', [[null, '', 'C']])).toMatchObject({
      updatedRange: 'Sheet1!A1:C1',
      updatedCells: 2,
    });
    expect(await shown()).toEqual([['a', '', 'C']]);
  });

  it('says what was written, and shows it on demand', async () => {
    const { client, spreadsheetId } = await workbook();
    const { data } = await client.spreadsheets.values.update({
      spreadsheetId,
      range: 'B2',
      valueInputOption: 'USER_ENTERED',
      includeValuesInResponse: true,
      responseValueRenderOption: 'UNFORMATTED_VALUE',
      requestBody: { values: [['5%'], ['x', 'y']] },
    });
    expect(data).toEqual({
      spreadsheetId,
      updatedRange: 'Sheet1!B2:C3',
      updatedRows: 2,
      updatedColumns: 2,
      updatedCells: 3,
      updatedData: {
        range: 'Sheet1!B2:C3',
        majorDimension: 'ROWS',
        values: [[0.05], ['x', 'y']],
      },
    });
  });

  it('takes columns as lines on demand', async () => {
    const { client, spreadsheetId, shown } = await workbook();
    await client.spreadsheets.values.update({
      spreadsheetId,
      range: 'A1',
      valueInputOption: 'RAW',
      requestBody: { majorDimension: 'COLUMNS', values: [[1, 2], [3]] },
    });
    expect(await shown()).toEqual([['1', '3'], ['2']]);
  });

  it('refuses more values than the range holds, and cells beyond the grid', async () => {
    const { put } = await workbook();
    expect(await refusal(put('A1:B1', [[1], [2]]))).toEqual({
      status: 400,
      message: 'Requested writing within range [A1:B1], but tried writing to row [2]',
    });
    expect(await refusal(put('A1:B1', [[1, 2, 3]]))).toEqual({
      status: 400,
      message: 'Requested writing within range [A1:B1], but tried writing to column [C]',
    });
    expect(await refusal(put('A1000', [[1], [2]]))).toEqual({
      status: 400,
      message: 'Range (Sheet1!A1000:A1001) exceeds grid limits. Max rows: 1000, max columns: 26',
    });
  });

  it('refuses values that are no values, and a write without its option', async () => {
    const { client, spreadsheetId, put } = await workbook();
    expect((await refusal(put('A1', [[['nested']]]))).message).toMatch(
      /^Invalid values\[0\]\[0\]: list_value/,
    );
    const requestBody = { values: [[1]] };
    const without = client.spreadsheets.values.update({ spreadsheetId, range: 'A1', requestBody });
    expect((await refusal(without)).message).toBe(
      "'valueInputOption' is required but not specified",
    );
  });

  it('refuses more than 50,000 characters in a cell', async () => {
    const { put, shown } = await workbook();
    await put('A1', [['长'.repeat(50_000)]]);
    expect((await refusal(put('A2', [['长'.repeat(50_001)]]))).message).toBe(
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    );
    expect((await shown())[0]?.[0]).toHaveLength(50_000);
  });
});

describe('values.batchUpdate', () => {
  it('writes all ranges or none', async () => {
    const { client, spreadsheetId, shown } = await workbook([['old']]);
    const update = (range: string) =>
      client.spreadsheets.values.batchUpdate({
        spreadsheetId,
        requestBody: {
          valueInputOption: 'RAW',
          data: [
            { range: 'A1', values: [['new']] },
            { range, values: [['other', 1]] },
          ],
        },
      });
    expect((await refusal(update('A9999'))).status).toBe(400);
    expect(await shown()).toEqual([['old']]);
    const { data } = await update('B2');
    expect(data).toMatchObject({
      totalUpdatedRows: 2,
      totalUpdatedColumns: 3,
      totalUpdatedCells: 3,
      totalUpdatedSheets: 1,
    });
    expect(await shown()).toEqual([['new'], ['', 'other', '1']]);
  });
});

describe('values.clear', () => {
  it('empties the cells and leaves notes and formats', async () => {
    const { client, spreadsheetId, run, shown, whole } = await workbook([['a', 'b']]);
    const cell = { note: '看这里', userEnteredFormat: { textFormat: { bold: true } } };
    const range = { sheetId: 7, endRowIndex: 1, endColumnIndex: 1 };
    await run({ repeatCell: { range, cell, fields: 'note,userEnteredFormat' } });
    const { data } = await client.spreadsheets.values.clear({ spreadsheetId, range: 'A:A' });
    expect(data).toEqual({ spreadsheetId, clearedRange: 'Sheet1!A1:A1000' });
    expect(await shown()).toEqual([['', 'b']]);
    const first = (await whole()).sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0];
    expect(first).toMatchObject(cell);
  });

  it('clears several ranges at once', async () => {
    const { client, spreadsheetId, shown } = await workbook([['a', 'b', 'c']]);
    const requestBody = { ranges: ['A1', 'C1:C9'] };
    const { data } = await client.spreadsheets.values.batchClear({ spreadsheetId, requestBody });
    expect(data.clearedRanges).toEqual(['Sheet1!A1', 'Sheet1!C1:C9']);
    expect(await shown()).toEqual([['', 'b']]);
  });
});
