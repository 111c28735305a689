import { describe, expect, test } from 'vitest';
import {
  areaName,
  cellNamed,
  columnLetters,
  rangeName,
} from '#scripts/local-google/pages/browser/a1.ts';
import type { Cell } from '#scripts/local-google/pages/browser/answers.ts';
import { enteredText } from '#scripts/local-google/pages/browser/entered-text.ts';
import { asTabSeparated } from '#scripts/local-google/pages/browser/tab-separated.ts';
import { addressArgument } from '#scripts/local-google/pages/link-targets.ts';

describe('the editor of a cell starts with', () => {
  const starts: [string, Cell, string][] = [
    ['nothing for a blank cell', {}, ''],
    [
      'the formula, not its result',
      { userEnteredValue: { formulaValue: '=A1' }, formattedValue: '3' },
      '=A1',
    ],
    [
      'the whole number, not what a format shows of it',
      { userEnteredValue: { numberValue: 1234.567 }, formattedValue: '1,234.57' },
      '1234.567',
    ],
    [
      'a date as it is shown',
      {
        userEnteredValue: { numberValue: 46350 },
        formattedValue: '2026-11-24',
        effectiveFormat: { numberFormat: { type: 'DATE' } },
      },
      '2026-11-24',
    ],
    ['a text', { userEnteredValue: { stringValue: '漏水' } }, '漏水'],
    [
      'an apostrophe before a text that looks like a number',
      { userEnteredValue: { stringValue: '007' } },
      "'007",
    ],
    [
      'an apostrophe before a text that looks like a formula',
      { userEnteredValue: { stringValue: '=1' } },
      "'=1",
    ],
  ];
  test.each(starts)('%s', (_, cell, text) => {
    expect(enteredText(cell)).toBe(text);
  });
});

test('names of cells', () => {
  expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  expect(areaName({ top: 1, bottom: 4, left: 0, right: 2 })).toBe('A2:B4');
  expect(rangeName("王's", { top: 0, bottom: 1, left: 0, right: 1 })).toBe("'王''s'!A1");
  expect(cellNamed('AB12:C3')).toEqual({ row: 11, column: 27 });
  expect(cellNamed('第3行')).toBeUndefined();
});

test('cells as text for other programs', () => {
  expect(
    asTabSeparated([
      ['甲', '乙\n"丙"'],
      ['丁', ''],
    ]),
  ).toBe('甲\t"乙\n""丙"""\r\n丁\t');
});

test('the address of a link, however its formula is nested', () => {
  expect(
    addressArgument('=IFERROR(HYPERLINK("#gid=1&range=A"&MATCH(A2,\'x,y\'!A:A,0),"去"),"")'),
  ).toBe('"#gid=1&range=A"&MATCH(A2,\'x,y\'!A:A,0)');
  expect(addressArgument('=HYPERLINK("https://a.example/(b),c")')).toBe(
    '"https://a.example/(b),c"',
  );
  expect(addressArgument('=A1&"HYPERLINK"')).toBeUndefined();
});
