import { describe, expect, it } from 'vitest';
import { workbook } from './sheets-client.ts';

const columnKey = (key: string, index: number, metadataId: number) => ({
  createDeveloperMetadata: {
    developerMetadata: {
      metadataId,
      metadataKey: 'column',
      metadataValue: key,
      visibility: 'PROJECT',
      location: {
        dimensionRange: {
          sheetId: 7,
          dimension: 'COLUMNS',
          startIndex: index,
          endIndex: index + 1,
        },
      },
    },
  },
});

async function labelled() {
  const book = await workbook(
    [
      ['地点', '故障', '电话'],
      ['东楼', '漏水', '1'],
      ['西楼', '断电'],
    ],
    { title: '报修' },
  );
  await book.run(columnKey('place', 0, 11), columnKey('fault', 1, 12));
  return book;
}

describe('values.batchGetByDataFilter', () => {
  it('reads columns by their metadata, wherever they are now', async () => {
    const { client, spreadsheetId, run } = await labelled();
    const source = { sheetId: 7, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 };
    await run({ moveDimension: { source, destinationIndex: 0 } });
    const dataFilters = [
      { developerMetadataLookup: { metadataKey: 'column', metadataValue: 'fault' } },
      { developerMetadataLookup: { metadataId: 11 } },
    ];
    const { data } = await client.spreadsheets.values.batchGetByDataFilter({
      spreadsheetId,
      requestBody: { dataFilters, majorDimension: 'COLUMNS' },
    });
    expect(data.valueRanges).toEqual([
      {
        valueRange: {
          range: "'报修'!A1:A1000",
          majorDimension: 'COLUMNS',
          values: [['故障', '漏水', '断电']],
        },
        dataFilters: [dataFilters[0]],
      },
      {
        valueRange: {
          range: "'报修'!B1:B1000",
          majorDimension: 'COLUMNS',
          values: [['地点', '东楼', '西楼']],
        },
        dataFilters: [dataFilters[1]],
      },
    ]);
  });

  it('answers each place once, with all the filters that selected it', async () => {
    const { client, spreadsheetId } = await labelled();
    const dataFilters = [
      { developerMetadataLookup: { metadataKey: 'column', visibility: 'PROJECT' } },
      { developerMetadataLookup: { metadataId: 12, locationType: 'COLUMN' } },
      { a1Range: "'报修'!A2" },
      { gridRange: { sheetId: 7, startRowIndex: 1, endRowIndex: 2, endColumnIndex: 2 } },
    ];
    const { data } = await client.spreadsheets.values.batchGetByDataFilter({
      spreadsheetId,
      requestBody: { dataFilters },
    });
    expect(
      data.valueRanges?.map((one) => [one.valueRange?.range, one.dataFilters?.length]),
    ).toEqual([
      ["'报修'!A1:A1000", 1],
      ["'报修'!B1:B1000", 2],
      ["'报修'!A2", 1],
      ["'报修'!A2:B2", 1],
    ]);
  });

  it('answers nothing where nothing matches', async () => {
    const { client, spreadsheetId } = await labelled();
    const { data } = await client.spreadsheets.values.batchGetByDataFilter({
      spreadsheetId,
      requestBody: { dataFilters: [{ developerMetadataLookup: { metadataId: 99 } }] },
    });
    expect(data).toEqual({ spreadsheetId });
  });
});

describe('values.batchUpdateByDataFilter', () => {
  it('writes to the places of metadata', async () => {
    const { client, spreadsheetId, shown } = await labelled();
    const dataFilter = { developerMetadataLookup: { metadataId: 12 } };
    const { data } = await client.spreadsheets.values.batchUpdateByDataFilter({
      spreadsheetId,
      requestBody: { valueInputOption: 'RAW', data: [{ dataFilter, values: [['故障现象']] }] },
    });
    expect(data.responses).toEqual([
      {
        updatedRange: "'报修'!B1",
        updatedRows: 1,
        updatedColumns: 1,
        updatedCells: 1,
        dataFilter,
      },
    ]);
    expect((await shown("'报修'!1:1"))[0]).toEqual(['地点', '故障现象', '电话']);
  });
});

describe('metadata in answers', () => {
  it('stands at its row, column, tab or spreadsheet', async () => {
    const { run, whole } = await labelled();
    const location = {
      dimensionRange: { sheetId: 7, dimension: 'ROWS', startIndex: 2, endIndex: 3 },
    };
    const make = (metadataId: number, place: object) => ({
      createDeveloperMetadata: {
        developerMetadata: {
          metadataId,
          metadataKey: 'k',
          location: place,
          visibility: 'DOCUMENT',
        },
      },
    });
    await run(make(21, location), make(22, { sheetId: 7 }), make(23, { spreadsheet: true }));
    const { sheets, developerMetadata } = await whole();
    const [sheet] = sheets ?? [];
    const grid = sheet?.data?.[0];
    expect(developerMetadata?.map((one) => one.metadataId)).toEqual([23]);
    expect(sheet?.developerMetadata?.map((one) => one.metadataId)).toEqual([22]);
    expect(grid?.rowMetadata?.[2]?.developerMetadata?.[0]).toEqual({
      metadataId: 21,
      metadataKey: 'k',
      visibility: 'DOCUMENT',
      location: { locationType: 'ROW', ...location },
    });
    expect(grid?.columnMetadata?.[1]?.developerMetadata?.[0]?.metadataValue).toBe('fault');
    expect(grid?.rowMetadata).toHaveLength(1000);
  });

  it('is found by search, and by its id', async () => {
    const { client, spreadsheetId } = await labelled();
    const dataFilters = [{ developerMetadataLookup: { metadataKey: 'column' } }];
    const found = await client.spreadsheets.developerMetadata.search({
      spreadsheetId,
      requestBody: { dataFilters },
    });
    const ids = found.data.matchedDeveloperMetadata?.map(
      (one) => one.developerMetadata?.metadataId,
    );
    expect(ids).toEqual([11, 12]);
    const one = await client.spreadsheets.developerMetadata.get({ spreadsheetId, metadataId: 12 });
    expect(one.data.metadataValue).toBe('fault');
  });
});

describe('spreadsheets.getByDataFilter', () => {
  it('shows only the tabs and cells that were selected', async () => {
    const { client, spreadsheetId, run } = await labelled();
    await run({ addSheet: { properties: { title: '其他' } } });
    const { data } = await client.spreadsheets.getByDataFilter({
      spreadsheetId,
      requestBody: {
        dataFilters: [{ developerMetadataLookup: { metadataId: 12 } }],
        includeGridData: true,
      },
    });
    expect(data.sheets?.map((sheet) => sheet.properties?.title)).toEqual(['报修']);
    const grid = data.sheets?.[0]?.data?.[0];
    expect(grid?.startColumn).toBe(1);
    expect(grid?.rowData?.map((row) => row.values?.[0]?.formattedValue)).toEqual([
      '故障',
      '漏水',
      '断电',
    ]);
  });
});
