import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchOn } from './batch-on.ts';
import { workbook } from './sheets-client.ts';
import { sheetOf, spreadsheetOf } from './spreadsheet-of.ts';

const range = (endRowIndex: number, endColumnIndex: number, startRowIndex = 0) => ({
  sheetId: 7,
  startRowIndex,
  endRowIndex,
  startColumnIndex: 0,
  endColumnIndex,
});
const by = (dimensionIndex: number, sortOrder = 'ASCENDING') => ({ dimensionIndex, sortOrder });

describe('sortRange', () => {
  it('puts numbers before texts before booleans, and blanks last in either order', async () => {
    const { run, shown } = await workbook([['西'], [2], [''], [true], ['东'], [10]]);
    await run({ sortRange: { range: range(6, 1), sortSpecs: [by(0)] } });
    expect((await shown()).flat()).toEqual(['2', '10', '东', '西', 'TRUE']);
    await run({ sortRange: { range: range(6, 1), sortSpecs: [by(0, 'DESCENDING')] } });
    expect((await shown()).flat()).toEqual(['TRUE', '西', '东', '10', '2']);
  });

  it('sorts by several columns, and keeps the order of what is equal', async () => {
    const { run, shown } = await workbook([
      ['b', 2, '一'],
      ['a', 1, '二'],
      ['b', 1, '三'],
      ['a', 1, '四'],
    ]);
    await run({ sortRange: { range: range(4, 3), sortSpecs: [by(0), by(1, 'DESCENDING')] } });
    expect((await shown()).map((row) => row[2])).toEqual(['二', '四', '一', '三']);
  });

  it('moves notes and looks of the range only, and no row metadata', async () => {
    const { run, whole } = await workbook([
      [2, 'x'],
      [1, 'y'],
    ]);
    const location = {
      dimensionRange: { sheetId: 7, dimension: 'ROWS', startIndex: 0, endIndex: 1 },
    };
    await run(
      {
        createDeveloperMetadata: {
          developerMetadata: { metadataKey: 'k', location, visibility: 'DOCUMENT' },
        },
      },
      { repeatCell: { range: range(1, 2), cell: { note: '首' }, fields: 'note' } },
      { sortRange: { range: range(2, 1), sortSpecs: [by(0)] } },
    );
    const grid = (await whole()).sheets?.[0]?.data?.[0];
    const notes = grid?.rowData?.map((row) => row.values?.map((cell) => cell.note ?? ''));
    expect(notes).toEqual([
      ['', '首'],
      ['首', ''],
    ]);
    expect(grid?.rowMetadata?.findIndex((one) => one.developerMetadata)).toBe(0);
  });

  it('sorts by the results of formulas, whose references follow their rows', async () => {
    const { run, written, shown, put } = await workbook();
    await put(
      'A1',
      [
        [3, '=A1*10', '=$A$1'],
        [1, '=A2*10', '=$A$1'],
        [2, '=A3*10', '=$A$1'],
      ],
      'USER_ENTERED',
    );
    await run({ sortRange: { range: range(3, 3), sortSpecs: [by(1)] } });
    expect(await written()).toEqual([
      [1, '=A1*10', '=$A$1'],
      [2, '=A2*10', '=$A$1'],
      [3, '=A3*10', '=$A$1'],
    ]);
    expect((await shown()).map((row) => row[1])).toEqual(['10', '20', '30']);
  });

  it('keeps the rows as they are, only in another order', () => {
    const value = fc.oneof(fc.integer(), fc.constantFrom('甲', '乙', ''), fc.boolean());
    const rows = fc.array(fc.tuple(value, value), { maxLength: 30 });
    fc.assert(
      fc.property(rows, fc.constantFrom('ASCENDING', 'DESCENDING'), (values, order) => {
        const labelled = values.map((row, index) => [...row, `=A${index + 1}&B${index + 1}`]);
        const before = spreadsheetOf([sheetOf(7, 'S', labelled)]);
        const sorted = { range: range(labelled.length, 3), sortSpecs: [by(0, order)] };
        const after = batchOn(before, [{ sortRange: sorted }]).spreadsheet.sheets[0]?.rows ?? [];
        const contents = (row: (typeof after)[number]) => JSON.stringify(row.slice(0, 2));
        expect(after.map(contents).toSorted()).toEqual(
          (before.sheets[0]?.rows ?? []).map(contents).toSorted(),
        );
        expect(after.map((row) => row[2]?.value)).toEqual(
          labelled.map((_, index) => ({ formulaValue: `=A${index + 1}&B${index + 1}` })),
        );
      }),
    );
  });
});
