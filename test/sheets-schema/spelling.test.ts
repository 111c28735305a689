import { describe, expect, test } from 'vitest';
import {
  dateFrom,
  essence,
  momentFrom,
  moneyFrom,
  numberFrom,
  timeFrom,
} from '#schema/spelling.ts';

describe('numberFrom', () => {
  test.each([
    ['123', 123],
    ['１２３', 123],
    ['-3.5', -3.5],
    ['−4', undefined],
    ['1,200', 1200],
    ['12,00', undefined],
    ['1e3', undefined],
    ['0x10', undefined],
    ['', undefined],
    ['3 4', undefined],
  ])('%s', (said, number) => {
    expect(numberFrom(said)).toBe(number);
  });

  test('takes the unit of its column, no other', () => {
    expect(numberFrom('2.5 小时', '小时')).toBe(2.5);
    expect(numberFrom('2.5 天', '小时')).toBeUndefined();
  });
});

describe('moneyFrom', () => {
  test.each([
    ['￥1,200.50', 1200.5],
    ['¥1200.5', 1200.5],
    ['1200.5 元', 1200.5],
    ['RMB 8', 8],
    ['８．８元', 8.8],
    ['-20', -20],
    ['约 20', undefined],
  ])('%s', (said, amount) => {
    expect(moneyFrom(said)).toBe(amount);
  });
});

describe('dateFrom', () => {
  test.each([
    '2026-11-04',
    '2026/11/4',
    '2026.11.4',
    '2026年11月4日',
    '2026 年 11 月 4 号',
    '20261104',
    '２０２６－１１－０４',
  ])('%s', (said) => {
    expect(dateFrom(said)).toBe('2026-11-04');
  });

  test('29 February only in a leap year', () => {
    expect(dateFrom('2028年2月29日')).toBe('2028-02-29');
    expect(dateFrom('2026年2月29日')).toBeUndefined();
    expect(dateFrom('1900-02-29')).toBeUndefined();
  });

  test.each(['11-04', '2026-13-01', '2026-11-31', '4/11/2026', '明天', '26年11月4日'])(
    'not %s',
    (said) => {
      expect(dateFrom(said)).toBeUndefined();
    },
  );
});

describe('timeFrom', () => {
  test.each([
    ['8:05', '08:05:00'],
    ['08:05:30', '08:05:30'],
    ['下午3点20分', '15:20:00'],
    ['下午3点', '15:00:00'],
    ['中午12:10', undefined],
    ['下午12:10', '12:10:00'],
    ['晚上8时', '20:00:00'],
    ['８：０５', '08:05:00'],
    ['24:00', undefined],
    ['8:60', undefined],
  ])('%s', (said, time) => {
    expect(timeFrom(said)).toBe(time);
  });
});

describe('momentFrom', () => {
  test.each([
    ['2026-11-24 14:30', '2026-11-24T14:30:00'],
    ['2026-11-24T14:30', '2026-11-24T14:30:00'],
    ['2026-11-24T14:30:59', '2026-11-24T14:30:59'],
    ['2026/11/24 8:05', '2026-11-24T08:05:00'],
    ['2026年11月24日14:30', '2026-11-24T14:30:00'],
    ['2026年11月24日 下午2点30分', '2026-11-24T14:30:00'],
    ['2026-11-24', '2026-11-24T00:00:00'],
    ['2026-11-24 25:30', undefined],
    ['2026-02-29 08:00', undefined],
    ['14:30', undefined],
  ])('%s', (said, moment) => {
    expect(momentFrom(said)).toBe(moment);
  });
});

describe('essence', () => {
  test('two texts that say the same', () => {
    expect(essence('灭火器，压力 不足！')).toBe(essence('灭火器压力不足'));
    expect(essence('ＬＥＤ灯')).toBe(essence('led 灯'));
  });

  test('two that do not', () => {
    expect(essence('2号灯不亮')).not.toBe(essence('3号灯不亮'));
  });

  test('nothing is left of signs alone', () => {
    expect(essence('？！……')).toBe('');
  });
});
