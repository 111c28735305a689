import { describe, expect, it } from 'vitest';
import {
  followCells,
  offsetReferences,
  renameSheet,
} from '#scripts/local-google/sheets/formula-references.ts';
import {
  deletion,
  insertion,
  type RangeMap,
  relocation,
} from '#scripts/local-google/sheets/range-map.ts';

const titles = {
  sheetIdOf: (title: string) => ({ 报修: 1, 待办: 2, "it's": 3 })[title],
  titleOf: (sheetId: number) => ['', '报修', '待办', "it's"][sheetId] ?? '',
};

const follow = (formula: string, map: RangeMap, home = 1) =>
  followCells(formula, { home, titles, map });

describe('after rows were inserted before row 3', () => {
  const map = insertion({ sheetId: 1, dimension: 'ROWS' }, 2, 2);

  it.each([
    ['=A1+A3', '=A1+A5'],
    ['=SUM(A1:A5)', '=SUM(A1:A7)'],
    ['=$A$3&A$3&$A3', '=$A$5&A$5&$A5'],
    ['=SUM(A2:A)', '=SUM(A2:A)'],
    ['=SUM(A3:A)', '=SUM(A5:A)'],
    ['=SUM(A:C)', '=SUM(A:C)'],
    ['=SUM(3:4)', '=SUM(5:6)'],
    ['="A3"&LOG10(A3)', '="A3"&LOG10(A5)'],
    ['=待办!A3+报修!A3', '=待办!A3+报修!A5'],
    ["='待办'!A3", "='待办'!A3"],
    ['=物料[A3 数]', '=物料[A3 数]'],
    ['=A3x+AAAA3', '=A3x+AAAA3'],
  ])('%s reads %s', (before, after) => {
    expect(follow(before, map).replaceAll("'报修'", '报修')).toBe(after);
  });

  it('leaves formulas of other tabs alone unless they name this one', () => {
    expect(follow('=A3', map, 2)).toBe('=A3');
    expect(follow("='报修'!A3", map, 2)).toBe("='报修'!A5");
  });
});

describe('after rows 3 and 4 were deleted', () => {
  const map = deletion({ sheetId: 1, dimension: 'ROWS' }, { start: 2, end: 4 });

  it.each([
    ['=A3', '=#REF!'],
    ['=A5', '=A3'],
    ['=SUM(A1:A3)', '=SUM(A1:A2)'],
    ['=SUM(A3:A4)', '=SUM(#REF!)'],
    ['=SUM(A4:A9)', '=SUM(A3:A7)'],
  ])('%s reads %s', (before, after) => {
    expect(follow(before, map)).toBe(after);
  });
});

it('follows cells to another tab', () => {
  const source = {
    sheetId: 1,
    startRowIndex: 0,
    endRowIndex: 2,
    startColumnIndex: 0,
    endColumnIndex: 2,
  };
  const map = relocation(source, { sheetId: 3, rows: 4, columns: 1 });
  expect(follow('=A1+C1+SUM(A1:B2)+SUM(A1:C2)', map)).toBe(
    "='it''s'!B5+C1+SUM('it''s'!B5:C6)+SUM(A1:C2)",
  );
});

describe('copied elsewhere', () => {
  it.each([
    ['=A1+$A$1', 2, 1, '=B3+$A$1'],
    ['=A$1+$A1', 2, 1, '=B$1+$A3'],
    ['=SUM(A:A)', 5, 0, '=SUM(A:A)'],
    ['=A1', -1, 0, '=#REF!'],
    ['=待办!A2', 1, 0, "='待办'!A3"],
  ])('%s moved by %i, %i reads %s', (before, rows, columns, after) => {
    expect(offsetReferences(before, rows, columns)).toBe(after);
  });
});

describe('when a tab is renamed or deleted', () => {
  it('names it by its new title, in quotes if needed', () => {
    expect(renameSheet("='待办'!A1+报修!A1", '待办', 'Todo')).toBe('=Todo!A1+报修!A1');
    expect(renameSheet('=Todo!A:B', 'Todo', "it's")).toBe("='it''s'!A:B");
  });

  it('loses the reference with the tab', () => {
    expect(renameSheet('=IFERROR(待办!A1,0)', '待办', undefined)).toBe('=IFERROR(#REF!,0)');
  });
});
