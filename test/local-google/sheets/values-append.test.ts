import { describe, expect, it } from 'vitest';
import { workbook } from './sheets-client.ts';

/** The two tables of Google's guide to appending. */
const twoTables = [
  ['x', 'y', 'z'],
  ['x', 'y', 'z'],
  [],
  ['', 'x', 'y', 'z'],
  ['', 'x', 'y', 'z'],
  ['', 'x', 'y', 'z'],
];

async function appended(range: string, insertDataOption = 'OVERWRITE') {
  const book = await workbook(twoTables);
  const { data } = await book.client.spreadsheets.values.append({
    spreadsheetId: book.spreadsheetId,
    range,
    valueInputOption: 'USER_ENTERED',
    insertDataOption,
    requestBody: { values: [['new', '5%']] },
  });
  return { ...book, data };
}

describe('values.append guesses the table a range means', () => {
  it.each([
    ['Sheet1', 'Sheet1!B7:C7', 'Sheet1!B4:D6'],
    ['B4', 'Sheet1!B7:C7', 'Sheet1!B4:D6'],
    ['C5:D5', 'Sheet1!B7:C7', 'Sheet1!B4:D6'],
    ['B2:D4', 'Sheet1!B7:C7', 'Sheet1!B4:D6'],
    ['A3:G10', 'Sheet1!B7:C7', 'Sheet1!B4:D6'],
    ['A1', 'Sheet1!A3:B3', 'Sheet1!A1:C2'],
    ['E4', 'Sheet1!E4:F4', undefined],
  ])('%s writes to %s', async (range, updatedRange, tableRange) => {
    const { data } = await appended(range);
    expect(data.updates?.updatedRange).toBe(updatedRange);
    expect(data.tableRange).toBe(tableRange);
  });

  it('overwrites what is in the way, or inserts rows for it', async () => {
    const over = await appended('A1');
    expect((await over.shown('A1:D4')).slice(2)).toEqual([
      ['new', '5%'],
      ['', 'x', 'y', 'z'],
    ]);
    const inserted = await appended('A1', 'INSERT_ROWS');
    expect((await inserted.shown('A1:D5')).slice(2)).toEqual([
      ['new', '5%'],
      [],
      ['', 'x', 'y', 'z'],
    ]);
  });

  it('grows the grid where it ends', async () => {
    const properties = { gridProperties: { rowCount: 2, columnCount: 2 } };
    const { client, spreadsheetId, shown, whole } = await workbook([['a'], ['b']], properties);
    await client.spreadsheets.values.append({
      spreadsheetId,
      range: 'A:A',
      valueInputOption: 'RAW',
      requestBody: { values: [['c', 1, 2]] },
    });
    expect(await shown()).toEqual([['a'], ['b'], ['c', '1', '2']]);
    expect((await whole()).sheets?.[0]?.properties?.gridProperties).toEqual({
      rowCount: 3,
      columnCount: 3,
    });
  });
});
