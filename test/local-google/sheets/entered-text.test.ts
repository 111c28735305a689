import { describe, expect, it } from 'vitest';
import { readEntered } from '#scripts/local-google/sheets/entered-text.ts';

const typed = (text: string, format?: { type: string; pattern?: string }) =>
  readEntered(text, { format, year: 2026 });

describe('what a typed text becomes', () => {
  it.each<[string, number, string | undefined, string | undefined]>([
    ['12', 12, undefined, undefined],
    ['-3.5', -3.5, undefined, undefined],
    [' 7 ', 7, undefined, undefined],
    ['007', 7, undefined, undefined],
    ['1,200', 1200, 'NUMBER', '#,##0'],
    ['1,200.50', 1200.5, 'NUMBER', '#,##0.00'],
    ['12%', 0.12, 'PERCENT', '0%'],
    ['12.5%', 0.125, 'PERCENT', '0.00%'],
    ['￥1,200.50', 1200.5, 'CURRENCY', '"￥"#,##0.00'],
    ['-¥8', -8, 'CURRENCY', '"¥"#,##0'],
    ['1e3', 1000, 'SCIENTIFIC', '0.00E+00'],
    ['2026-11-24', 46_350, 'DATE', 'yyyy-mm-dd'],
    ['2026/11/24', 46_350, 'DATE', 'yyyy/mm/dd'],
    ['2026/1/5', 46_027, 'DATE', 'yyyy/m/d'],
    ['2026年11月24日', 46_350, 'DATE', 'yyyy"年"mm"月"dd"日"'],
    ['11月24日', 46_350, 'DATE', 'mm"月"dd"日"'],
    ['1-2', 46_024, 'DATE', 'm-d'],
    ['2026-11-24 12:00', 46_350.5, 'DATE_TIME', 'yyyy-mm-dd hh:mm'],
    ['6:00', 0.25, 'TIME', 'h:mm'],
    ['下午6:00', 0.75, 'TIME', 'h:mm am/pm'],
    ['36:00', 1.5, 'TIME', '[h]:mm'],
  ])('%s is %d', (text, numberValue, type, pattern) => {
    expect(typed(text)).toEqual({
      value: { numberValue },
      ...(type && { numberFormat: { type, pattern } }),
    });
  });

  it.each(['2026-02-30', '25:61', '1,20', '12 件', '13800138000-1', '$', '2026-11/24', '%'])(
    '%s stays a text',
    (text) => {
      expect(typed(text)).toEqual({ value: { stringValue: text } });
    },
  );

  it('reads TRUE and FALSE in any case', () => {
    expect(typed('true')).toEqual({ value: { boolValue: true } });
    expect(typed('FALSE')).toEqual({ value: { boolValue: false } });
  });

  it('keeps what follows an apostrophe as text, and takes = as a formula', () => {
    expect(typed("'=1+2")).toEqual({ value: { stringValue: '=1+2' } });
    expect(typed("'0123")).toEqual({ value: { stringValue: '0123' } });
    expect(typed('=1+2')).toEqual({ value: { formulaValue: '=1+2' } });
    expect(typed('=')).toEqual({ value: { stringValue: '=' } });
  });

  it('empties the cell for an empty text', () => {
    expect(typed('')).toEqual({});
  });

  it('keeps everything as it is typed in a cell of plain text', () => {
    expect(typed('2026-11-24', { type: 'TEXT' })).toEqual({ value: { stringValue: '2026-11-24' } });
  });

  it('leaves a number format of the cell alone, unless a date needs one', () => {
    const number = { type: 'NUMBER', pattern: '0.0' };
    expect(typed('12%', number)).toEqual({ value: { numberValue: 0.12 } });
    expect(typed('2026-11-24', number)).toEqual({
      value: { numberValue: 46_350 },
      numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' },
    });
    expect(typed('2026-11-24', { type: 'DATE', pattern: 'm/d' })).toEqual({
      value: { numberValue: 46_350 },
    });
  });
});
