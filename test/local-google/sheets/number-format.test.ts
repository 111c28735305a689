import { describe, expect, it } from 'vitest';
import { formatNumber, isDateFormat } from '#scripts/local-google/sheets/number-format.ts';

/** 2026-11-24 08:05:09 */
const moment = 46_350 + (8 * 3600 + 5 * 60 + 9) / 86_400;

describe('numbers under a pattern', () => {
  it.each<[number, string, string]>([
    [3, '0', '3'],
    [3.5, '0', '4'],
    [2.345, '0.00', '2.35'],
    [1.005, '0.00', '1.01'],
    [1234.5, '#,##0.00', '1,234.50'],
    [1_234_567, '#,##0', '1,234,567'],
    [-1234.5, '#,##0.00', '-1,234.50'],
    [-0.001, '0.00', '0.00'],
    [1200.5, '"￥"#,##0.00', '￥1,200.50'],
    [1200.5, '[$¥-804]#,##0.00', '¥1,200.50'],
    [0.125, '0%', '13%'],
    [0.125, '0.00%', '12.50%'],
    [0.07, '0%', '7%'],
    [7, '000', '007'],
    [0.5, '#.##', '.5'],
    [12, '0.##', '12'],
    [12_345, '0.00E+00', '1.23E+04'],
    [-5, '0;(0);"无"', '(5)'],
    [0, '0;(0);"无"', '无'],
    [5, '0"件"', '5件'],
  ])('shows %d under %s as %s', (value, pattern, text) => {
    expect(formatNumber(value, { type: 'NUMBER', pattern })).toBe(text);
  });
});

describe('dates under a pattern', () => {
  it.each<[string, string]>([
    ['yyyy-mm-dd', '2026-11-24'],
    ['yyyy/m/d', '2026/11/24'],
    ['yyyy-mm-dd hh:mm', '2026-11-24 08:05'],
    ['yyyy"年"m"月"d"日"', '2026年11月24日'],
    ['h:mm:ss', '8:05:09'],
    ['hh:mm am/pm', '08:05 am'],
    ['m-d dddd', '11-24 星期二'],
    ['mm:ss', '05:09'],
  ])('shows %s', (pattern, text) => {
    expect(formatNumber(moment, { type: 'DATE_TIME', pattern })).toBe(text);
  });

  it('counts elapsed hours beyond a day', () => {
    expect(formatNumber(1.5, { type: 'TIME', pattern: '[h]:mm' })).toBe('36:00');
  });

  it('has a pattern for types that name none', () => {
    expect(formatNumber(46_350, { type: 'DATE' })).toBe('2026-11-24');
    expect(isDateFormat({ type: 'DATE' })).toBe(true);
    expect(isDateFormat({ type: 'NUMBER', pattern: '0.00' })).toBe(false);
  });
});

describe('the automatic format', () => {
  it.each<[number, string]>([
    [12, '12'],
    [0.1 + 0.2, '0.3'],
    [1 / 3, '0.3333333333'],
    [123_456_789_012, '123456789012'],
    [1.5e20, '1.5E+20'],
  ])('shows %d as %s', (value, text) => {
    expect(formatNumber(value, undefined)).toBe(text);
  });
});
