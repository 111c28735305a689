import { describe, expect, it } from 'vitest';
import { workbook } from './sheets-client.ts';

const box = (
  startRowIndex: number,
  endRowIndex: number,
  startColumnIndex: number,
  endColumnIndex: number,
) => ({
  sheetId: 7,
  startRowIndex,
  endRowIndex,
  startColumnIndex,
  endColumnIndex,
});

async function withFormulas() {
  const book = await workbook();
  await book.put('A1', [[1, '=A1*2'], [2, '=A2*2'], ['=B1']], 'USER_ENTERED');
  return book;
}

describe('copyPaste', () => {
  it('repeats the source over a multiple of it, formulas counted from their place', async () => {
    const { run, written } = await withFormulas();
    await run({ copyPaste: { source: box(0, 1, 0, 2), destination: box(3, 5, 0, 2) } });
    expect(await written('A4:B5')).toEqual([
      [1, '=A4*2'],
      [1, '=A5*2'],
    ]);
  });

  it('pastes the whole source even if the destination is smaller', async () => {
    const { run, shown } = await withFormulas();
    await run({ copyPaste: { source: box(0, 2, 0, 2), destination: box(0, 1, 3, 4) } });
    expect(await shown('D1:E2')).toEqual([
      ['1', '2'],
      ['2', '4'],
    ]);
  });

  it('pastes values, formats or rules alone, and transposes', async () => {
    const { run, written, whole } = await withFormulas();
    const bold = { textFormat: { bold: true } };
    await run(
      {
        repeatCell: {
          range: box(0, 1, 1, 2),
          cell: { userEnteredFormat: bold },
          fields: 'userEnteredFormat',
        },
      },
      {
        copyPaste: {
          source: box(0, 2, 1, 2),
          destination: box(0, 1, 3, 4),
          pasteType: 'PASTE_VALUES',
          pasteOrientation: 'TRANSPOSE',
        },
      },
      {
        copyPaste: {
          source: box(0, 1, 1, 2),
          destination: box(1, 2, 3, 4),
          pasteType: 'PASTE_FORMAT',
        },
      },
    );
    expect(await written('D1:E2')).toEqual([[2, 4]]);
    const cells = (await whole()).sheets?.[0]?.data?.[0]?.rowData?.map((row) => row.values?.[3]);
    expect(cells?.map((cell) => cell?.userEnteredFormat)).toEqual([undefined, bold, undefined]);
  });
});

describe('cutPaste', () => {
  it('moves cells, and formulas that name them follow', async () => {
    const { run, written } = await withFormulas();
    await run({
      cutPaste: {
        source: box(0, 1, 0, 2),
        destination: { sheetId: 7, rowIndex: 4, columnIndex: 2 },
      },
    });
    expect(await written()).toEqual([[], [2, '=A2*2'], ['=D5'], [], ['', '', 1, '=C5*2']]);
  });

  it('moves cells, not columns: metadata stays', async () => {
    const { run, whole } = await workbook([['a', 'b']]);
    const location = {
      dimensionRange: { sheetId: 7, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 },
    };
    await run(
      {
        createDeveloperMetadata: {
          developerMetadata: { metadataKey: 'k', location, visibility: 'DOCUMENT' },
        },
      },
      { cutPaste: { source: box(0, 1000, 0, 1), destination: { sheetId: 7, columnIndex: 5 } } },
    );
    const columns = (await whole()).sheets?.[0]?.data?.[0]?.columnMetadata;
    expect(columns?.findIndex((one) => one.developerMetadata)).toBe(0);
  });
});

describe('autoFill', () => {
  it('copies cells beside their source', async () => {
    const { run, written } = await withFormulas();
    const sourceAndDestination = { source: box(1, 2, 1, 2), dimension: 'ROWS', fillLength: 2 };
    await run({ autoFill: { sourceAndDestination } });
    expect(await written('B1:B4')).toEqual([['=A1*2'], ['=A2*2'], ['=A3*2'], ['=A4*2']]);
  });
});

describe('findReplace', () => {
  it('replaces texts and counts them', async () => {
    const { run, shown } = await workbook([
      ['东楼 东门', '西楼'],
      ['东楼', 3],
    ]);
    const [reply] = await run({ findReplace: { find: '东', replacement: '南', allSheets: true } });
    expect(reply?.findReplace).toEqual({
      valuesChanged: 2,
      formulasChanged: 0,
      rowsChanged: 2,
      sheetsChanged: 1,
      occurrencesChanged: 3,
    });
    expect(await shown()).toEqual([
      ['南楼 南门', '西楼'],
      ['南楼', '3'],
    ]);
  });

  it('takes regular expressions, whole cells and case on demand', async () => {
    const { run, shown } = await workbook([['Room 12', 'room', 'Room']]);
    await run(
      { findReplace: { find: '(\\d)(\\d)', replacement: '$2$1', searchByRegex: true, sheetId: 7 } },
      {
        findReplace: {
          find: 'Room',
          replacement: '房',
          matchCase: true,
          matchEntireCell: true,
          sheetId: 7,
        },
      },
    );
    expect(await shown()).toEqual([['Room 21', 'room', '房']]);
  });

  it('leaves formulas alone unless they are asked for', async () => {
    const { run, written } = await withFormulas();
    const replace = { find: 'A', replacement: 'C', range: box(0, 1, 0, 2) };
    await run({ findReplace: replace });
    expect((await written())[0]).toEqual([1, '=A1*2']);
    await run({ findReplace: { ...replace, includeFormulas: true } });
    expect((await written())[0]).toEqual([1, '=C1*2']);
  });
});

describe('pasteData', () => {
  it('reads delimited text as if it were typed', async () => {
    const { run, written } = await workbook();
    const data = '名\t"两\n行"\r\n12%\t2026-11-24\n';
    await run({
      pasteData: {
        coordinate: { sheetId: 7, rowIndex: 1 },
        data,
        delimiter: '\t',
        type: 'PASTE_NORMAL',
      },
    });
    expect(await written()).toEqual([[], ['名', '两\n行'], [0.12, 46_350]]);
  });
});

describe('trimWhitespace', () => {
  it('takes blanks off texts', async () => {
    const { run, shown } = await workbook([['  东   楼 ', '西', 3]]);
    const [reply] = await run({ trimWhitespace: { range: { sheetId: 7 } } });
    expect(reply?.trimWhitespace?.cellsChangedCount).toBe(1);
    expect(await shown()).toEqual([['东 楼', '西', '3']]);
  });
});

describe('updateBorders', () => {
  it('draws the sides that are named', async () => {
    const { run, whole } = await workbook();
    const solid = { style: 'SOLID' };
    const range = box(0, 2, 0, 1);
    await run({ updateBorders: { range, top: solid, innerHorizontal: { style: 'DASHED' } } });
    await run({ updateBorders: { range, top: { style: 'NONE' } } });
    const borders = (await whole()).sheets?.[0]?.data?.[0]?.rowData?.map(
      (row) => row.values?.[0]?.userEnteredFormat?.borders,
    );
    expect(borders).toEqual([{ bottom: { style: 'DASHED' } }, { top: { style: 'DASHED' } }]);
  });
});

describe('updateDimensionProperties and autoResizeDimensions', () => {
  it('hide and resize', async () => {
    const { run, whole } = await workbook([['很长的一段说明文字', 'x']]);
    const range = { sheetId: 7, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 };
    await run(
      {
        updateDimensionProperties: {
          range,
          properties: { hiddenByUser: true, pixelSize: 33 },
          fields: 'hiddenByUser,pixelSize',
        },
      },
      { autoResizeDimensions: { dimensions: { ...range, startIndex: 0, endIndex: 1 } } },
    );
    const columns = (await whole()).sheets?.[0]?.data?.[0]?.columnMetadata;
    expect(columns?.[1]).toEqual({ hiddenByUser: true, pixelSize: 33 });
    expect(columns?.[0]?.pixelSize).toBeGreaterThan(100);
    expect(columns?.[2]).toEqual({ pixelSize: 100 });
  });
});

describe('cutPaste to another tab', () => {
  it('keeps naming the cells that stayed behind', async () => {
    const { run, written } = await withFormulas();
    await run(
      { addSheet: { properties: { sheetId: 8, title: '二' } } },
      { cutPaste: { source: box(0, 2, 1, 2), destination: { sheetId: 8 } } },
    );
    expect(await written('二')).toEqual([['=Sheet1!A1*2'], ['=Sheet1!A2*2']]);
    expect(await written('A3')).toEqual([["='二'!A1"]]);
  });
});
