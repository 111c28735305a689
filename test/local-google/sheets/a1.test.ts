import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  columnIndex,
  columnName,
  parseCells,
  parseRange,
  printRange,
} from '#scripts/local-google/sheets/a1.ts';
import type { GridRange } from '#scripts/local-google/sheets/model.ts';
import { sheetOf, spreadsheetOf } from './spreadsheet-of.ts';

const book = spreadsheetOf(
  [sheetOf(1, '报修', []), sheetOf(2, "it's", []), sheetOf(3, 'Sheet1', []), sheetOf(4, 'A1', [])],
  { namedRanges: [{ namedRangeId: 'n', name: '物料', range: { sheetId: 3, endRowIndex: 9 } }] },
);

describe('columns', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [18_277, 'ZZZ'],
  ])('calls column %i %s', (index, name) => {
    expect(columnName(index)).toBe(name);
    expect(columnIndex(name)).toBe(index);
  });
});

describe('parseRange', () => {
  it.each<[string, GridRange]>([
    [
      'A1',
      { sheetId: 1, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 },
    ],
    ["'报修'!A:C", { sheetId: 1, startColumnIndex: 0, endColumnIndex: 3 }],
    ['报修!2:3', { sheetId: 1, startRowIndex: 1, endRowIndex: 3 }],
    ["'it''s'!1:1", { sheetId: 2, startRowIndex: 0, endRowIndex: 1 }],
    ['Sheet1!A2:C', { sheetId: 3, startRowIndex: 1, startColumnIndex: 0, endColumnIndex: 3 }],
    [
      'Sheet1!$C$3:$A$1',
      { sheetId: 3, startRowIndex: 0, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 3 },
    ],
    ['sheet1', { sheetId: 3 }],
    ["'A1'", { sheetId: 4 }],
    ['物料', { sheetId: 3, endRowIndex: 9 }],
  ])('reads %s', (text, range) => {
    expect(parseRange(book, text)).toEqual(range);
  });

  it.each(['nowhere', '报修!', '报修!A', '报修!A1:B2:C3', "'报修'!A0", 'ABCD1'])(
    'refuses %s in the words of Google',
    (text) => {
      expect(() => parseRange(book, text)).toThrow(`Unable to parse range: ${text}`);
    },
  );

  it('looks for bare cells in the first visible tab', () => {
    const hidden = sheetOf(9, '引用', []);
    const sheets = [
      { ...hidden, properties: { ...hidden.properties, hidden: true } },
      ...book.sheets,
    ];
    expect(parseRange({ ...book, sheets }, 'B2').sheetId).toBe(1);
  });
});

describe('printRange', () => {
  it.each<[string, Partial<GridRange>, string]>([
    ['Sheet1', {}, 'Sheet1'],
    ['报修', { sheetId: 1 }, "'报修'"],
    ["it's", { sheetId: 2, startRowIndex: 0, endRowIndex: 1 }, "'it''s'!1:1"],
    ['A1', { sheetId: 4, startColumnIndex: 0, endColumnIndex: 3 }, "'A1'!A:C"],
    ['T', { startRowIndex: 1000, startColumnIndex: 0, endColumnIndex: 2 }, 'T!A1001:B'],
    ['T', { startRowIndex: 0, endRowIndex: 2, startColumnIndex: 26 }, 'T!AA1:2'],
  ])('quotes %s only where needed', (title, range, text) => {
    expect(printRange(title, range)).toBe(text);
  });

  it('is read back as the same range', () => {
    const span = (max: number) =>
      fc
        .tuple(fc.nat(max), fc.nat(max))
        .map(([one, other]) => ({ start: Math.min(one, other), end: Math.max(one, other) + 1 }));
    const ranges = fc.record({
      rows: fc.option(span(5000), { nil: undefined }),
      columns: fc.option(span(18_277), { nil: undefined }),
      sheetId: fc.constantFrom(1, 2, 3, 4),
    });
    fc.assert(
      fc.property(ranges, ({ rows, columns, sheetId }) => {
        const range: GridRange = {
          sheetId,
          ...(rows && { startRowIndex: rows.start, endRowIndex: rows.end }),
          ...(columns && { startColumnIndex: columns.start, endColumnIndex: columns.end }),
        };
        const title = book.sheets[sheetId - 1]?.properties.title ?? '';
        expect(parseRange(book, printRange(title, range))).toEqual(range);
      }),
    );
  });
});

describe('parseCells', () => {
  it('tells cells from words', () => {
    expect(parseCells('B2')).toBeDefined();
    expect(parseCells('Total')).toBeUndefined();
  });
});
