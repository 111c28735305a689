import { describe, expect, test } from 'vitest';
import { clip, monthAndDay, written } from '#schema/wording.ts';
import { at, day } from './autumn.ts';

describe('wording', () => {
  test('clip cuts by characters, never through one', () => {
    expect(clip('教学楼', 3)).toBe('教学楼');
    expect(clip('教学楼 A201', 5)).toBe('教学楼 …');
    expect(clip('𠮷野家𠮷野家', 3)).toBe('𠮷野…');
    expect(clip('  空格  ', 4)).toBe('空格');
  });

  test('days as people say them', () => {
    expect(monthAndDay(day('2026-01-08'))).toBe('1月8日');
    expect(monthAndDay(at('2026-11-24T09:00:00'))).toBe('11月24日');
  });

  test('numbers as people write them', () => {
    expect([written(60), written(0.1 + 0.2), written(-2.5), written(1 / 3)]).toEqual([
      '60',
      '0.3',
      '-2.5',
      '0.333',
    ]);
  });
});
