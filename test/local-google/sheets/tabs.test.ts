import { describe, expect, it } from 'vitest';
import { refusal } from '../stand-in.ts';
import { sheetsClient, workbook } from './sheets-client.ts';

describe('addSheet', () => {
  it('gives a tab a title of its own, at the end or at its place', async () => {
    const { run, whole } = await workbook();
    await run({ addSheet: {} }, { addSheet: { properties: { title: '首页', index: 0 } } });
    const titles = (await whole()).sheets?.map(({ properties }) => [
      properties?.index,
      properties?.title,
    ]);
    expect(titles).toEqual([
      [0, '首页'],
      [1, 'Sheet1'],
      [2, '工作表2'],
    ]);
  });

  it('refuses a title or an id that is taken', async () => {
    const { run } = await workbook();
    const add = (properties: object) => refusal(run({ addSheet: { properties } }));
    expect((await add({ title: 'sheet1' })).message).toBe(
      'Invalid requests[0].addSheet: A sheet with the name "sheet1" already exists. Please enter another name.',
    );
    expect((await add({ sheetId: 7 })).message).toMatch(/id 7 already exists/);
  });
});

describe('updateSheetProperties', () => {
  it('renames the tab in all formulas', async () => {
    const { run, put, written } = await workbook([['a']], { title: '报修' });
    await run({ addSheet: { properties: { title: '汇总' } } });
    await put("'汇总'!A1", [["='报修'!A1&报修!A1"]], 'USER_ENTERED');
    await run({
      updateSheetProperties: { properties: { sheetId: 7, title: '报修 2026' }, fields: 'title' },
    });
    expect(await written("'汇总'!A1")).toEqual([["='报修 2026'!A1&'报修 2026'!A1"]]);
  });

  it('cuts off rows and columns with what is on them, or adds some', async () => {
    const { run, shown } = await workbook([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    const resize = (rowCount: number, columnCount: number) =>
      run({
        updateSheetProperties: {
          properties: { sheetId: 7, gridProperties: { rowCount, columnCount } },
          fields: 'gridProperties(rowCount,columnCount)',
        },
      });
    await resize(1, 1);
    await resize(5, 5);
    expect(await shown()).toEqual([['a']]);
    expect((await refusal(resize(0, 1))).status).toBe(400);
  });

  it('moves a tab before the one at the index, counted before the move', async () => {
    const { run, whole } = await workbook([], { title: 'S1' });
    await run(
      { addSheet: { properties: { title: 'S2' } } },
      { addSheet: { properties: { title: 'S3' } } },
    );
    const move = async (index: number) => {
      const properties = { sheetId: 7, index };
      await run({ updateSheetProperties: { properties, fields: 'index' } });
      return (await whole()).sheets?.map((sheet) => sheet.properties?.title);
    };
    expect(await move(1)).toEqual(['S1', 'S2', 'S3']);
    expect(await move(2)).toEqual(['S2', 'S1', 'S3']);
    expect(await move(0)).toEqual(['S1', 'S2', 'S3']);
  });

  it('freezes, hides and colours only what the mask names', async () => {
    const { run, whole } = await workbook();
    const update = (properties: object, fields: string) =>
      run({ updateSheetProperties: { properties: { sheetId: 7, ...properties }, fields } });
    const tabColorStyle = { rgbColor: { red: 1 } };
    await run({ addSheet: {} });
    await update({ gridProperties: { frozenRowCount: 2 } }, 'gridProperties.frozenRowCount');
    await update({ tabColorStyle, hidden: true, title: 'not asked for' }, 'tabColorStyle,hidden');
    expect((await whole()).sheets?.[0]?.properties).toEqual({
      sheetId: 7,
      title: 'Sheet1',
      index: 0,
      sheetType: 'GRID',
      gridProperties: { rowCount: 1000, columnCount: 26, frozenRowCount: 2 },
      hidden: true,
      tabColorStyle,
    });
  });
});

describe('deleteSheet', () => {
  it('takes its metadata and names along, and leaves #REF! in formulas', async () => {
    const { run, put, written, whole } = await workbook([['a']]);
    const location = {
      dimensionRange: { sheetId: 8, dimension: 'ROWS', startIndex: 0, endIndex: 1 },
    };
    await run(
      { addSheet: { properties: { sheetId: 8, title: '待办' } } },
      { addNamedRange: { namedRange: { name: '名', range: { sheetId: 8, endRowIndex: 1 } } } },
      {
        createDeveloperMetadata: {
          developerMetadata: { metadataKey: 'k', location, visibility: 'DOCUMENT' },
        },
      },
    );
    await put('B1', [["='待办'!A1"]], 'USER_ENTERED');
    await run({ deleteSheet: { sheetId: 8 } });
    expect(await written('B1')).toEqual([['=#REF!']]);
    const { sheets, namedRanges } = await whole();
    expect(sheets).toHaveLength(1);
    expect(namedRanges).toBeUndefined();
  });

  it('leaves at least one visible tab', async () => {
    const { run } = await workbook();
    await run({ addSheet: { properties: { sheetId: 8, hidden: true } } });
    expect((await refusal(run({ deleteSheet: { sheetId: 7 } }))).message).toBe(
      "Invalid requests[0].deleteSheet: You can't remove all the visible sheets in a document.",
    );
  });
});

describe('duplicateSheet', () => {
  it('copies cells, metadata and objects under new ids', async () => {
    const { run, client, spreadsheetId, shown, put } = await workbook([['a']], { title: '报修' });
    const range = { sheetId: 7, endRowIndex: 1, endColumnIndex: 1 };
    const location = {
      dimensionRange: { sheetId: 7, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 },
    };
    await run(
      { addProtectedRange: { protectedRange: { range, warningOnly: true } } },
      { addTable: { table: { name: '表', range: { ...range, endRowIndex: 2 } } } },
      {
        createDeveloperMetadata: {
          developerMetadata: { metadataId: 5, metadataKey: 'k', location, visibility: 'PROJECT' },
        },
      },
    );
    const [reply] = await run({ duplicateSheet: { sourceSheetId: 7, newSheetName: '副本' } });
    const sheetId = reply?.duplicateSheet?.properties?.sheetId;
    expect(await shown("'副本'")).toEqual([['a']]);
    await put("'副本'!A2", [['only here']]);
    expect(await shown("'报修'")).toEqual([['a']]);
    const { data } = await client.spreadsheets.get({ spreadsheetId });
    const [copy, source] = data.sheets ?? [];
    expect(copy?.properties?.sheetId).toBe(sheetId);
    expect(copy?.protectedRanges?.[0]?.range?.sheetId).toBe(sheetId);
    expect(copy?.protectedRanges?.[0]?.protectedRangeId).not.toBe(
      source?.protectedRanges?.[0]?.protectedRangeId,
    );
    expect(copy?.tables?.[0]?.name).toBe('表_2');
    const found = await client.spreadsheets.developerMetadata.search({
      spreadsheetId,
      requestBody: { dataFilters: [{ developerMetadataLookup: { metadataKey: 'k' } }] },
    });
    expect(found.data.matchedDeveloperMetadata).toHaveLength(2);
  });
});

describe('sheets.copyTo', () => {
  it('copies a tab to the end of another spreadsheet', async () => {
    const { client, spreadsheetId } = await workbook([['a']], { title: '报修' });
    const other = await client.spreadsheets.create({ requestBody: {} });
    const destinationSpreadsheetId = other.data.spreadsheetId ?? '';
    const { data } = await client.spreadsheets.sheets.copyTo({
      spreadsheetId,
      sheetId: 7,
      requestBody: { destinationSpreadsheetId },
    });
    expect(data).toMatchObject({ title: '报修的副本', index: 1 });
    const read = { spreadsheetId: destinationSpreadsheetId, range: "'报修的副本'!A1" };
    expect((await client.spreadsheets.values.get(read)).data.values).toEqual([['a']]);
  });
});

describe('updateSpreadsheetProperties', () => {
  it('changes the zone and shifts no number that is stored', async () => {
    const { run, whole, put, written } = await workbook();
    await put('A1', [['2026-11-24 08:00']], 'USER_ENTERED');
    const before = await written();
    const properties = { timeZone: 'America/New_York', locale: 'en_US', title: '新名' };
    await run({ updateSpreadsheetProperties: { properties, fields: 'timeZone,locale' } });
    expect((await whole()).properties).toMatchObject({
      title: '库房',
      timeZone: 'America/New_York',
      locale: 'en_US',
    });
    expect(await written()).toEqual(before);
  });

  it('renames the file with the title', async () => {
    const { run, whole, state, spreadsheetId } = await workbook();
    const update = { properties: { title: '食堂' }, fields: 'title' };
    await run({ updateSpreadsheetProperties: update });
    expect((await whole()).properties?.title).toBe('食堂');
    expect(state.files.get(spreadsheetId)?.name).toBe('食堂');
  });

  it('refuses a time zone that does not exist', async () => {
    const { run } = await workbook();
    const update = { properties: { timeZone: 'Asia/Nowhere' }, fields: 'timeZone' };
    expect((await refusal(run({ updateSpreadsheetProperties: update }))).status).toBe(400);
  });
});

describe('spreadsheets.create', () => {
  it('makes one blank tab for a person, in Chinese and in Shanghai', async () => {
    const { client } = sheetsClient();
    const { data } = await client.spreadsheets.create({ requestBody: {} });
    expect(data.properties).toMatchObject({ locale: 'zh_CN', timeZone: 'Asia/Shanghai' });
    expect(data.sheets?.map((sheet) => sheet.properties)).toEqual([
      {
        sheetId: 0,
        title: '工作表1',
        index: 0,
        sheetType: 'GRID',
        gridProperties: { rowCount: 1000, columnCount: 26 },
      },
    ]);
    expect(data.spreadsheetUrl).toContain(data.spreadsheetId);
  });

  it('takes cells, merges and names along', async () => {
    const { client } = sheetsClient();
    const range = {
      sheetId: 3,
      startRowIndex: 0,
      endRowIndex: 1,
      startColumnIndex: 1,
      endColumnIndex: 3,
    };
    const rowData = [{ values: [{ userEnteredValue: { stringValue: '标题' } }] }];
    const { data } = await client.spreadsheets.create({
      requestBody: {
        properties: { title: '食堂', timeZone: 'Asia/Urumqi' },
        sheets: [
          {
            properties: { sheetId: 3, title: '留样' },
            data: [{ startRow: 1, rowData }],
            merges: [range],
          },
        ],
        namedRanges: [{ name: '表头', range }],
      },
    });
    expect(data.properties).toMatchObject({ title: '食堂', timeZone: 'Asia/Urumqi' });
    expect(data.sheets?.[0]?.merges).toEqual([range]);
    expect(data.namedRanges?.[0]?.name).toBe('表头');
    const read = { spreadsheetId: data.spreadsheetId ?? '', range: '留样' };
    expect((await client.spreadsheets.values.get(read)).data.values).toEqual([[], ['标题']]);
  });

  it('is refused to a service account, which owns no storage', async () => {
    const { as, state } = sheetsClient();
    const made = as('service:intake').spreadsheets.create({ requestBody: {} });
    expect((await refusal(made)).status).toBe(403);
    expect(state.spreadsheets.size).toBe(0);
  });
});
