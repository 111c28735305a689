import { describe, expect, it } from 'vitest';
import { createFormulas } from '#scripts/local-google/sheets/formulas.ts';
import type { EffectiveValue, SheetState } from '#scripts/local-google/sheets/model.ts';
import { sheetOf, spreadsheetOf } from './spreadsheet-of.ts';

const moment = new Date('2026-11-24T16:30:00Z');
const clock = { now: () => moment, sleep: () => Promise.resolve() };

const findings = sheetOf(7, '待办', [
  ['编号', '数量', '发现'],
  ['r-1', 2, '超期'],
  ['r-2', 3.5, '缺照片'],
  ['R-3', 0.1, null],
  ['1*', 4, '星号'],
]);

/** What a formula in A1 of the first tab gives. */
function resultOf(formula: string, others: readonly SheetState[] = [findings]): unknown {
  const spreadsheet = spreadsheetOf([sheetOf(0, '报修', [[formula, 'r-2', null]]), ...others]);
  return plain(createFormulas({ clock }).evaluate(spreadsheet)(0, 0, 0));
}

function plain(value: EffectiveValue): unknown {
  return 'errorValue' in value ? value.errorValue.type : Object.values(value)[0];
}

describe('look-ups over whole columns of another tab', () => {
  it.each([
    [`=IFERROR(VLOOKUP(B1,'待办'!A:C,3,FALSE),"")`, '缺照片'],
    ['=VLOOKUP(B1,待办!$A:$C,2,FALSE)', 3.5],
    ['=VLOOKUP("r-3",待办!A2:C,1,0)', 'R-3'],
    ['=VLOOKUP("r-3",待办!A:C,3,FALSE)', ''],
    ['=VLOOKUP("nobody",待办!A:C,3,FALSE)', 'N_A'],
    ['=VLOOKUP(C1,待办!A:C,3,FALSE)', 'N_A'],
    ['=VLOOKUP("r-?",待办!A:C,3,FALSE)', '超期'],
    ['=VLOOKUP(B1&"",待办!A:C,3,FALSE)', '缺照片'],
    ['=XLOOKUP(B1,待办!A:A,待办!C:C)', '缺照片'],
    ['=IFERROR(VLOOKUP(INDEX($B:$B,ROW()),待办!$A:$C,3,FALSE),"")', '缺照片'],
    ['=IFERROR(VLOOKUP(INDEX($C:$C,ROW()),待办!$A:$C,3,FALSE),"无")', '无'],
    ['=XLOOKUP("nobody",待办!A:A,待办!C:C,"无")', '无'],
    ['=INDEX(待办!C:C,MATCH(B1,待办!A:A,0))', '缺照片'],
    ['=MATCH(B1,待办!A2:A,0)', 2],
    ['=IFERROR(INDEX(待办!C:C,MATCH("nobody",待办!A:A,0)),"无")', '无'],
  ])('%s gives %s', (formula, result) => {
    expect(resultOf(formula)).toEqual(result);
  });
});

describe('functions the registers use', () => {
  it.each([
    ['=IF(B1="r-2","是","否")', '是'],
    ['=IF(C1="","空","满")', '空'],
    ['=IFERROR(1/0,)', ''],
    ['=SUM(待办!B:B)', 9.6],
    ['=SUMIF(待办!A:A,"r-*",待办!B:B)', 5.6],
    ['=SUMIFS(待办!B:B,待办!A:A,"r-1",待办!B:B,">1")', 2],
    ['=COUNTIF(待办!A:A,B1)', 1],
    ['=COUNTIFS(待办!A:A,"r-*",待办!B:B,"<1")', 1],
    ['=COUNTA(待办!A:A)', 5],
    ['=COUNTBLANK(待办!A:A)', 995],
    ['=CONCATENATE(B1,"/",待办!B2)', 'r-2/2'],
    ['=B1&1/3', 'r-20.3333333333333333'],
    ['=DATE(2026,11,24)', 46350],
    ['=TEXT(DATE(2026,11,4),"yyyy-mm-dd")', '2026-11-04'],
    ['=TEXT(DATE(2026,11,4),"yyyy年m月d日")', '2026年11月4日'],
    ['=TEXT(0.256,"0.0%")', '25.6%'],
    ['=HYPERLINK("https://example.org","打开")', '打开'],
    ['=HYPERLINK("https://example.org")', 'https://example.org'],
    ['=0.1+0.2', 0.1 + 0.2],
    ['=1/3', 1 / 3],
    ['=2^53', 2 ** 53],
    ['=AND(TRUE,B1="r-2")', true],
    ['=C1', ''],
    ['=IF(TRUE,C1,1)', ''],
    ['=IFERROR(VLOOKUP("R-?",待办!A4:C,3,FALSE),"无")', ''],
    ['=ARRAYFORMULA(SUM(待办!B2:B3*2))', 11],
  ])('%s gives %s', (formula, result) => {
    expect(resultOf(formula)).toEqual(result);
  });

  it('takes today and now from the clock, in the time zone of the spreadsheet', () => {
    expect(resultOf('=TODAY()')).toBe(46351);
    expect(resultOf('=NOW()')).toBe(46351 + 0.5 / 24);
  });
});

describe('errors', () => {
  it.each([
    ['=NOSUCHFUNCTION(1)', 'NAME'],
    ['=RAND()', 'NAME'],
    ['=INDIRECT("B1")', 'NAME'],
    ['=1/0', 'DIVIDE_BY_ZERO'],
    ['=1+"x"', 'VALUE'],
    ['=不存在!A1', 'REF'],
    ['=IMPORTRANGE("x","A:A")', 'REF'],
    ['=SQRT(-1)', 'NUM'],
    ['=NA()', 'N_A'],
    ['=SUM(', 'ERROR'],
    ['=A1+1', 'REF'],
  ])('%s gives %s', (formula, type) => {
    expect(resultOf(formula)).toBe(type);
  });

  it('pass from one formula to the next', () => {
    const spreadsheet = spreadsheetOf([sheetOf(0, '账', [['=1/0', '=A1+1', '=IFERROR(B1,"错")']])]);
    const value = createFormulas({ clock }).evaluate(spreadsheet);
    expect(plain(value(0, 0, 1))).toBe('DIVIDE_BY_ZERO');
    expect(plain(value(0, 0, 2))).toBe('错');
  });
});

describe('names of tabs', () => {
  it.each(["张三's 表", '2026/11', 'A1', '出入库 (旧)', 'R1C1'])('%s can be quoted', (title) => {
    const quoted = `'${title.replaceAll("'", "''")}'`;
    expect(resultOf(`=SUM(${quoted}!A:A)`, [sheetOf(3, title, [[1], [2]])])).toBe(3);
  });

  it('can stand in a named range', () => {
    const spreadsheet = spreadsheetOf([sheetOf(0, '报修', [['=SUM(数量)']]), findings], {
      namedRanges: [
        {
          namedRangeId: 'n',
          name: '数量',
          range: { sheetId: 7, startRowIndex: 1, startColumnIndex: 1, endColumnIndex: 2 },
        },
      ],
    });
    expect(plain(createFormulas({ clock }).evaluate(spreadsheet)(0, 0, 0))).toBe(9.6);
  });
});

describe('chains', () => {
  it('a balance that each row carries to the next is followed to its start', () => {
    const rows = Array.from({ length: 400 }, (_, index) => [
      1,
      index === 0 ? '=A1' : `=B${index}+A${index + 1}`,
    ]);
    const value = createFormulas({ clock }).evaluate(spreadsheetOf([sheetOf(0, '账', rows)]));
    expect(plain(value(0, 399, 1))).toBe(400);
  });

  it('formulas in another tab are computed as they are needed', () => {
    const spreadsheet = spreadsheetOf([
      sheetOf(0, '甲', [["=SUM('乙'!A:A)"]]),
      sheetOf(1, '乙', [['=1+1'], [3], ["='丙'!A1"]]),
      sheetOf(2, '丙', [['=10*2']]),
    ]);
    expect(plain(createFormulas({ clock }).evaluate(spreadsheet)(0, 0, 0))).toBe(25);
  });
});

describe('a new version of the spreadsheet', () => {
  it('shows what changed in another tab', () => {
    const formulas = createFormulas({ clock });
    const register = sheetOf(0, '报修', [['=IFERROR(VLOOKUP("r-1",待办!A:C,3,FALSE),"")']]);
    const before = formulas.evaluate(spreadsheetOf([register, findings]));
    expect(plain(before(0, 0, 0))).toBe('超期');
    const cleared = sheetOf(7, '待办', [['编号', '数量', '发现']]);
    expect(plain(formulas.evaluate(spreadsheetOf([register, cleared]))(0, 0, 0))).toBe('');
    expect(plain(formulas.evaluate(spreadsheetOf([register, findings]))(0, 0, 0))).toBe('超期');
  });

  it('shows a row that was replaced within the same list of rows', () => {
    const formulas = createFormulas({ clock });
    const rows = [...sheetOf(0, '账', [[1, '=A1*2']]).rows];
    const spreadsheet = spreadsheetOf([sheetOf(0, '账', [], { rows })]);
    expect(plain(formulas.evaluate(spreadsheet)(0, 0, 1))).toBe(2);
    rows[0] = [{ value: { numberValue: 5 } }, ...(rows[0]?.slice(1) ?? [])];
    expect(plain(formulas.evaluate(spreadsheet)(0, 0, 1))).toBe(10);
  });

  it('follows the clock from one minute to the next', () => {
    let now = new Date('2026-11-24T15:59:30Z');
    const formulas = createFormulas({ clock: { ...clock, now: () => now } });
    const spreadsheet = spreadsheetOf([sheetOf(0, '首页', [['=TODAY()']])]);
    expect(plain(formulas.evaluate(spreadsheet)(0, 0, 0))).toBe(46350);
    now = new Date('2026-11-24T16:00:00Z');
    expect(plain(formulas.evaluate(spreadsheet)(0, 0, 0))).toBe(46351);
  });
});

it('three thousand rows look their findings up and show the right ones', () => {
  const many = sheetOf(
    7,
    '待办',
    Array.from({ length: 500 }, (_, row) => [`id-${row}`, row, `发现 ${row}`]),
  );
  const register = sheetOf(
    0,
    '报修',
    Array.from({ length: 3000 }, (_, row) => [
      row,
      `id-${row % 700}`,
      `=IFERROR(VLOOKUP(B${row + 1},'待办'!A:C,3,FALSE),"")`,
    ]),
  );
  const value = createFormulas({ clock }).evaluate(spreadsheetOf([register, many]));
  for (const row of [0, 499, 500, 699, 700, 2999]) {
    const wanted = row % 700 < 500 ? `发现 ${row % 700}` : '';
    expect(plain(value(0, row, 2))).toBe(wanted);
  }
});

describe('a formula that stands in no cell', () => {
  it('moves what is not fixed along with the cell it is applied to', () => {
    const formulas = createFormulas({ clock });
    const spreadsheet = spreadsheetOf([sheetOf(0, '报修', [['超期'], [''], ['超期']])]);
    const rule = { text: '=$A1="超期"', sheetId: 0, origin: { row: 0, column: 0 } };
    const results = [0, 1, 2].map((row) =>
      plain(formulas.apply(spreadsheet, rule, { row, column: 3 })),
    );
    expect(results).toEqual([true, false, true]);
  });
});
