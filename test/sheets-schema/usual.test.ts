import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { farFromUsual } from '#schema/calculations/usual.ts';
import { row } from './made.ts';

const far = (
  values: readonly number[],
  options: { readonly declared?: () => number | undefined; readonly least?: number } = {},
) =>
  farFromUsual({
    measured: values.map((value, place) => ({ row: row(place, {}), of: '抽纸', value })),
    percent: 30,
    ...options,
  }).map(({ value, usual }) => [value, usual]);

describe('what is usual', () => {
  test('is not known from two values, unless it is declared', () => {
    expect(far([10, 10, 99])).toEqual([]);
    expect(far([10, 10, 99], { declared: () => 10 })).toEqual([[99, 10]]);
    expect(far([10, 10, 99], { declared: () => undefined })).toEqual([]);
  });

  test('is the middle of three, whatever was declared', () => {
    expect(far([10, 11, 90, 20], { declared: () => 80 })).toEqual([
      [10, 80],
      [11, 80],
      [20, 11],
    ]);
  });

  test('is half way between the two in the middle of four', () => {
    expect(far([10, 11, 12, 13, 99])).toEqual([[99, 11.5]]);
  });

  test('is that of the last nine', () => {
    const nine = [10, 10, 10, 10, 10, 20, 20, 20, 20];
    expect(far([...nine, 20]).at(-1)).toEqual([20, 10]);
    expect(far([...nine, 20, 20])).not.toContainEqual([20, 20]);
    expect(far([...nine, 20, 10]).at(-1)).toEqual([10, 20]);
  });

  test('of one thing is no matter of another', () => {
    const measured = ['粉笔', '粉笔', '粉笔', '抽纸'].map((of, place) => ({
      row: row(place, {}),
      of,
      value: of === '粉笔' ? 1 : 9,
    }));
    expect(farFromUsual({ measured, percent: 30 })).toEqual([]);
  });
});

describe('how far is far', () => {
  test('more than so many percent, up or down', () => {
    expect(far([0.1, 0.1, 0.1, 0.13, 0.07])).toEqual([]);
    expect(far([10, 10, 10, 13.01, 6.99])).toEqual([
      [13.01, 10],
      [6.99, 10],
    ]);
  });

  test('and more than the least that matters', () => {
    expect(far([1, 1, 1, 3], { least: 2 })).toEqual([]);
    expect(far([1, 1, 1, 3.01], { least: 2 })).toEqual([[3.01, 1]]);
    expect(far([100, 100, 100, 131], { least: 2 })).toEqual([[131, 100]]);
  });
});

test('values that never change are never far', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.nat(30), (value, times) => {
      expect(far(Array.from({ length: times }, () => value))).toEqual([]);
    }),
    { seed: 20261124, numRuns: 200 },
  );
});
