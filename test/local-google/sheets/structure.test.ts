import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { describe, expect, it } from 'vitest';
import { refusal } from '../stand-in.ts';
import { workbook } from './sheets-client.ts';

const rows = (startIndex: number, endIndex: number) => ({
  sheetId: 7,
  dimension: 'ROWS',
  startIndex,
  endIndex,
});
const columns = (startIndex: number, endIndex: number) => ({
  sheetId: 7,
  dimension: 'COLUMNS',
  startIndex,
  endIndex,
});
const box = (
  startRowIndex: number,
  endRowIndex: number,
  startColumnIndex = 0,
  endColumnIndex = 2,
) => ({
  sheetId: 7,
  startRowIndex,
  endRowIndex,
  startColumnIndex,
  endColumnIndex,
});
const metadataAt = (metadataId: number, dimensionRange: sheets_v4.Schema$DimensionRange) => ({
  createDeveloperMetadata: {
    developerMetadata: {
      metadataId,
      metadataKey: 'k',
      visibility: 'DOCUMENT',
      location: { dimensionRange },
    },
  },
});

/** A tab on which everything that can hang on rows hangs on rows 3 and 4. */
async function laden() {
  const book = await workbook(
    [
      ['名', '数'],
      ['一', 1],
      ['二', 2],
      ['三', 3],
      ['四', 4],
    ],
    { title: '库存' },
  );
  const range = box(2, 4);
  await book.put("'库存'!D1", [['=SUM(B3:B4)', '=B3']], 'USER_ENTERED');
  await book.run(
    metadataAt(1, rows(2, 3)),
    metadataAt(2, columns(1, 2)),
    { mergeCells: { range: box(2, 4, 5, 6), mergeType: 'MERGE_ALL' } },
    { addNamedRange: { namedRange: { namedRangeId: 'n', name: '存货', range } } },
    { addProtectedRange: { protectedRange: { protectedRangeId: 3, range, warningOnly: true } } },
    {
      addConditionalFormatRule: {
        index: 0,
        rule: {
          ranges: [range],
          booleanRule: {
            condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=$B3>2' }] },
            format: { textFormat: { bold: true } },
          },
        },
      },
    },
    { addFilterView: { filter: { filterViewId: 4, title: '筛', range } } },
    {
      updateDimensionProperties: {
        range: rows(2, 3),
        properties: { pixelSize: 50 },
        fields: 'pixelSize',
      },
    },
    {
      setDataValidation: {
        range: box(2, 3, 6, 7),
        rule: {
          condition: { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: "='库存'!A3:A4" }] },
        },
      },
    },
  );
  const seen = async () => {
    const { namedRanges, sheets } = await book.whole();
    const [sheet] = sheets ?? [];
    const grid = sheet?.data?.[0];
    const span = (one: sheets_v4.Schema$GridRange | null | undefined) =>
      one ? `${one.startRowIndex}-${one.endRowIndex}` : 'gone';
    const rule = grid?.rowData
      ?.flatMap((row) => row.values ?? [])
      .find((cell) => cell.dataValidation)?.dataValidation;
    return {
      formulas: (await book.written("'库存'!D1:E1"))[0] ?? (await book.written("'库存'!D2:E2"))[0],
      row: grid?.rowMetadata?.findIndex((one) => one.developerMetadata) ?? -1,
      column: grid?.columnMetadata?.findIndex((one) => one.developerMetadata) ?? -1,
      tall: grid?.rowMetadata?.findIndex((one) => one.pixelSize === 50),
      merge: span(sheet?.merges?.[0]),
      named: span(namedRanges?.[0]?.range),
      protected: span(sheet?.protectedRanges?.[0]?.range),
      conditional: span(sheet?.conditionalFormats?.[0]?.ranges?.[0]),
      condition:
        sheet?.conditionalFormats?.[0]?.booleanRule?.condition?.values?.[0]?.userEnteredValue,
      view: span(sheet?.filterViews?.[0]?.range),
      rule: rule?.condition?.values?.[0]?.userEnteredValue,
    };
  };
  return { ...book, seen };
}

describe('whatever hangs on rows follows them', () => {
  it('when rows are inserted above', async () => {
    const { run, seen } = await laden();
    await run({ insertDimension: { range: rows(1, 3) } });
    expect(await seen()).toEqual({
      formulas: ['=SUM(B5:B6)', '=B5'],
      row: 4,
      column: 1,
      tall: 4,
      merge: '4-6',
      named: '4-6',
      protected: '4-6',
      conditional: '4-6',
      condition: '=$B5>2',
      view: '4-6',
      rule: "='库存'!A5:A6",
    });
  });

  it('when rows are inserted within, ranges grow', async () => {
    const { run, seen } = await laden();
    await run({ insertDimension: { range: rows(3, 4), inheritFromBefore: false } });
    expect(await seen()).toMatchObject({
      formulas: ['=SUM(B3:B5)', '=B3'],
      row: 2,
      merge: '2-5',
      named: '2-5',
      view: '2-5',
    });
  });

  it('when rows are deleted, and is gone with the last of them', async () => {
    const { run, seen } = await laden();
    await run({ deleteDimension: { range: rows(2, 3) } });
    expect(await seen()).toMatchObject({
      formulas: ['=SUM(B3:B3)', '=#REF!'],
      row: -1,
      column: 1,
      merge: 'gone',
      named: '2-3',
      protected: '2-3',
    });
    await run({ deleteDimension: { range: rows(2, 3) } });
    expect(await seen()).toMatchObject({
      formulas: ['=SUM(#REF!)', '=#REF!'],
      named: 'gone',
      protected: 'gone',
      conditional: 'gone',
      view: 'gone',
    });
  });

  it('when rows are moved', async () => {
    const { run, seen, shown } = await laden();
    await run({ moveDimension: { source: rows(2, 4), destinationIndex: 1 } });
    expect((await shown("'库存'!A1:A5")).flat()).toEqual(['名', '二', '三', '一', '四']);
    expect(await seen()).toMatchObject({
      formulas: ['=SUM(B2:B3)', '=B2'],
      row: 1,
      tall: 1,
      merge: '1-3',
      named: '1-3',
      conditional: '1-3',
      condition: '=$B2>2',
      rule: "='库存'!A2:A3",
    });
  });

  it('and on columns, when columns are inserted and moved', async () => {
    const { run, seen, written, shown } = await laden();
    await run({ insertDimension: { range: columns(1, 2) } });
    expect(await seen()).toMatchObject({ column: 2, row: 2, condition: '=$C3>2' });
    expect((await written("'库存'!E1:F1"))[0]).toEqual(['=SUM(C3:C4)', '=C3']);
    await run({ moveDimension: { source: columns(2, 3), destinationIndex: 0 } });
    expect(await seen()).toMatchObject({ column: 0 });
    expect((await shown("'库存'!A2:C2"))[0]).toEqual(['1', '一']);
    expect((await written("'库存'!E1:F1"))[0]).toEqual(['=SUM(A3:A4)', '=A3']);
  });
});

describe('insertDimension', () => {
  it('lets new lines look like those before or after, without their content', async () => {
    const { run, whole } = await workbook([['a'], ['b']]);
    const bold = { textFormat: { bold: true } };
    const range = { sheetId: 7, endRowIndex: 1, endColumnIndex: 1 };
    await run(
      {
        repeatCell: {
          range,
          cell: { userEnteredFormat: bold, note: 'n' },
          fields: 'userEnteredFormat,note',
        },
      },
      { insertDimension: { range: rows(1, 2), inheritFromBefore: true } },
      { insertDimension: { range: rows(3, 4), inheritFromBefore: true } },
    );
    const cells = (await whole()).sheets?.[0]?.data?.[0]?.rowData?.map((row) => row.values?.[0]);
    expect(cells?.[1]?.userEnteredFormat).toEqual(bold);
    expect(cells?.[1]?.note).toBeUndefined();
    expect(cells).toHaveLength(3);
  });

  it('refuses a place behind the grid, and to inherit from nothing', async () => {
    const { run } = await workbook();
    const insert = (range: object, inheritFromBefore = false) =>
      run({ insertDimension: { range, inheritFromBefore } });
    expect((await refusal(insert(rows(1000, 1001)))).message).toBe(
      'Invalid requests[0].insertDimension: range.startIndex[1000] must be less than the grid size (1000) if inheritFromBefore is false.',
    );
    expect(await insert(rows(1000, 1001), true)).toEqual([{}]);
    expect((await refusal(insert(rows(0, 1), true))).status).toBe(400);
  });
});

describe('deleteDimension', () => {
  it('keeps at least one row, and deletes only rows that exist', async () => {
    const { run } = await workbook([['a']], { gridProperties: { rowCount: 3, columnCount: 2 } });
    const remove = (range: object) => refusal(run({ deleteDimension: { range } }));
    expect((await remove(rows(0, 3))).message).toBe(
      "Invalid requests[0].deleteDimension: You can't delete all the rows on the sheet.",
    );
    expect((await remove(rows(2, 4))).message).toBe(
      "Invalid requests[0].deleteDimension: Cannot delete a row that doesn't exist. Tried to delete row index 3 but there are only 3 rows.",
    );
  });

  it('takes frozen rows out of the frozen part', async () => {
    const gridProperties = { rowCount: 9, columnCount: 2, frozenRowCount: 2 };
    const { run, whole } = await workbook([['a']], { gridProperties });
    await run({ deleteDimension: { range: rows(0, 1) } });
    expect((await whole()).sheets?.[0]?.properties?.gridProperties?.frozenRowCount).toBe(1);
  });
});

describe('appendDimension', () => {
  it('adds rows and columns at the end', async () => {
    const { run, whole } = await workbook();
    await run(
      { appendDimension: { sheetId: 7, dimension: 'ROWS', length: 2 } },
      { appendDimension: { sheetId: 7, dimension: 'COLUMNS', length: 3 } },
    );
    expect((await whole()).sheets?.[0]?.properties?.gridProperties).toEqual({
      rowCount: 1002,
      columnCount: 29,
    });
  });
});

describe('moveDimension', () => {
  it('refuses a destination within what moves', async () => {
    const { run } = await workbook();
    const move = (destinationIndex: number) =>
      run({ moveDimension: { source: rows(2, 5), destinationIndex } });
    expect((await refusal(move(3))).status).toBe(400);
    expect(await move(2)).toEqual([{}]);
  });
});

describe('insertRange and deleteRange', () => {
  const grid = [
    ['a1', 'b1', 'c1'],
    ['a2', 'b2', 'c2'],
    ['a3', 'b3', 'c3'],
  ];

  it('shift only the cells of their band', async () => {
    const { run, shown } = await workbook(grid);
    const range = box(1, 2, 0, 1);
    await run({ insertRange: { range, shiftDimension: 'ROWS' } });
    expect(await shown()).toEqual([
      ['a1', 'b1', 'c1'],
      ['', 'b2', 'c2'],
      ['a2', 'b3', 'c3'],
      ['a3'],
    ]);
    await run({ deleteRange: { range, shiftDimension: 'ROWS' } });
    expect(await shown()).toEqual(grid);
    await run({ insertRange: { range, shiftDimension: 'COLUMNS' } });
    expect((await shown())[1]).toEqual(['', 'a2', 'b2', 'c2']);
    await run({ deleteRange: { range, shiftDimension: 'COLUMNS' } });
    expect(await shown()).toEqual(grid);
  });

  it('take references along that lie wholly in the band, and leave rows alone', async () => {
    const { run, written, put, whole } = await workbook(grid);
    await put('E1', [['=A2', '=B2', '=A2:B2', '=SUM(A1:A3)']], 'USER_ENTERED');
    await run(metadataAt(1, rows(1, 2)), {
      insertRange: { range: box(1, 2, 0, 1), shiftDimension: 'ROWS' },
    });
    expect((await written('E1:H1'))[0]).toEqual(['=A3', '=B2', '=A2:B2', '=SUM(A1:A4)']);
    const metadata = (await whole()).sheets?.[0]?.data?.[0]?.rowMetadata;
    expect(metadata?.findIndex((one) => one.developerMetadata)).toBe(1);
  });

  it('let the grid grow rather than push data over its edge', async () => {
    const gridProperties = { rowCount: 3, columnCount: 3 };
    const { run, shown, whole } = await workbook(grid, { gridProperties });
    await run({ insertRange: { range: box(0, 1, 0, 1), shiftDimension: 'ROWS' } });
    expect((await shown()).map((row) => row[0])).toEqual(['', 'a1', 'a2', 'a3']);
    expect((await whole()).sheets?.[0]?.properties?.gridProperties?.rowCount).toBe(4);
  });
});

describe('tables', () => {
  it('follow inserted, moved and deleted columns with their types', async () => {
    const { run, whole, shown } = await workbook([
      ['地点', '数量'],
      ['东楼', 1],
    ]);
    const columnProperties = [
      { columnIndex: 0, columnName: '地点', columnType: 'TEXT' },
      { columnIndex: 1, columnName: '数量', columnType: 'DOUBLE' },
    ];
    await run({ addTable: { table: { name: '表', range: box(0, 2), columnProperties } } });
    const seen = async () => {
      const table = (await whole()).sheets?.[0]?.tables?.[0];
      return table?.columnProperties?.map((one) => `${one.columnName}:${one.columnType ?? ''}`);
    };
    await run({ insertDimension: { range: columns(1, 2) } });
    expect(await seen()).toEqual(['地点:TEXT', 'Column 1:', '数量:DOUBLE']);
    expect((await shown())[0]).toEqual(['地点', 'Column 1', '数量']);
    await run({ moveDimension: { source: columns(2, 3), destinationIndex: 0 } });
    expect(await seen()).toEqual(['数量:DOUBLE', '地点:TEXT', 'Column 1:']);
    await run({ deleteDimension: { range: columns(1, 2) } });
    expect(await seen()).toEqual(['数量:DOUBLE', 'Column 1:']);
  });

  it('take the names of their columns from the header cells', async () => {
    const { run, whole, put } = await workbook([['地点'], ['东楼']]);
    await run({ addTable: { table: { name: '表', range: box(0, 2, 0, 1) } } });
    await put('A1', [['位置']]);
    const table = (await whole()).sheets?.[0]?.tables?.[0];
    expect(table?.columnProperties?.[0]?.columnName).toBe('位置');
  });

  it('refuse rules in typed columns', async () => {
    const { run } = await workbook([['数量'], [1]]);
    const columnProperties = [{ columnIndex: 0, columnName: '数量', columnType: 'DOUBLE' }];
    await run({ addTable: { table: { name: '表', range: box(0, 2, 0, 1), columnProperties } } });
    const cell = { dataValidation: { condition: { type: 'NOT_BLANK' } } };
    const repeat = { range: box(1, 2, 0, 1), cell, fields: 'dataValidation' };
    expect((await refusal(run({ repeatCell: repeat }))).message).toBe(
      'Invalid requests[0].repeatCell: This operation is not allowed on cells in typed columns.',
    );
  });
});

describe('merges', () => {
  it('keep only the first value, and take no others', async () => {
    const { run, shown, put, whole } = await workbook([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    await run({ mergeCells: { range: box(0, 2), mergeType: 'MERGE_ALL' } });
    expect(await shown()).toEqual([['a']]);
    await put('A1', [['x', 'y']]);
    expect(await shown()).toEqual([['x']]);
    expect((await whole()).sheets?.[0]?.merges).toEqual([box(0, 2)]);
  });

  it('go by rows or columns on demand', async () => {
    const { run, whole } = await workbook();
    await run({ mergeCells: { range: box(0, 2), mergeType: 'MERGE_ROWS' } });
    expect((await whole()).sheets?.[0]?.merges).toEqual([box(0, 1), box(1, 2)]);
    await run({ mergeCells: { range: box(0, 2), mergeType: 'MERGE_COLUMNS' } });
    expect((await whole()).sheets?.[0]?.merges).toEqual([box(0, 2, 0, 1), box(0, 2, 1, 2)]);
  });

  it('are taken apart only as a whole, and not sorted', async () => {
    const { run, whole } = await workbook();
    await run({ mergeCells: { range: box(0, 2), mergeType: 'MERGE_ALL' } });
    expect((await refusal(run({ unmergeCells: { range: box(0, 1) } }))).message).toBe(
      'Invalid requests[0].unmergeCells: You must select all cells in a merged range to merge or unmerge them.',
    );
    expect((await refusal(run({ sortRange: { range: box(0, 5) } }))).status).toBe(400);
    await run({ unmergeCells: { range: box(0, 3) } });
    expect((await whole()).sheets?.[0]?.merges).toBeUndefined();
  });
});
