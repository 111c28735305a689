import { describe, expect, it } from 'vitest';
import {
  daySpan,
  firstLevel,
  fullDay,
  fullMonth,
  inChinese,
  percent,
  printed,
  secondLevel,
  yuan,
} from '#platform/documents/index.ts';
import { localDate } from '#schema/values.ts';

const day = (said: string) => localDate.parse(said);

describe('inChinese', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [99, '九十九'],
  ])('writes %i as %s', (number, words) => {
    expect(inChinese(number)).toBe(words);
  });

  it.each([0, 100, 1.5])('refuses %d, which numbers no heading', (number) => {
    expect(() => inChinese(number)).toThrow(/heading number/);
  });

  it('numbers headings of two levels', () => {
    expect(firstLevel(3, '周历')).toBe('三、周历');
    expect(secondLevel(11, '节能')).toBe('（十一）节能');
  });
});

describe('figures', () => {
  it.each([
    [2136, '2136'],
    [12.34, '12.3'],
    [12.04, '12.0'],
    [0, '0'],
  ])('prints %d as %s: whole numbers as they are, others with one decimal', (value, words) => {
    expect(printed(value)).toBe(words);
  });

  it('prints a percentage with one decimal, always', () => {
    expect(percent(97.36)).toBe('97.4%');
    expect(percent(100)).toBe('100.0%');
  });

  it('prints cents only where there are some', () => {
    expect(yuan(144)).toBe('144');
    expect(yuan(0.1 + 0.2)).toBe('0.30');
  });
});

describe('days', () => {
  it('names a day, a month and a span as a paper does', () => {
    expect(fullDay(day('2026-11-04'))).toBe('2026年11月4日');
    expect(fullMonth('2026-02')).toBe('2026年2月');
    expect(daySpan(day('2026-11-13'), day('2026-11-14'))).toBe('11月13日—14日');
    expect(daySpan(day('2026-11-30'), day('2026-12-06'))).toBe('11月30日—12月6日');
    expect(daySpan(day('2026-11-30'), day('2026-11-30'))).toBe('11月30日');
  });
});
