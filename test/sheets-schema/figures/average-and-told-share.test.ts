import { describe, expect, test } from 'vitest';
import { average } from '#schema/figures/average.ts';
import { toldShare } from '#schema/figures/told-share.ts';
import { numberAt, textAt } from '#schema/row.ts';
import { rowsOf, worldWith } from '../made.ts';
import { november } from '../said.ts';

const words = {
  title: { zh: '数', en: 'Figure' },
  unit: { zh: '克', en: 'g' },
  counts: { zh: '期内', en: 'In the period' },
  happened: 'day',
};
const world = worldWith({});
const rows = rowsOf(
  { day: '2026-11-02', amount: 10, weight: 1, state: 'good' },
  { day: '2026-11-03', amount: 20, weight: 4, state: 'bad' },
  { day: '2026-11-04', state: 'unknown' },
  { day: '2026-10-31', amount: 99, weight: 9, state: 'good' },
);

describe('average', () => {
  test('of the rows of the period that have an amount, to one decimal', () => {
    const plain = average({ ...words, amounts: () => (row) => numberAt(row, 'amount') });
    expect(plain.measure(rows, november, world)).toEqual({
      value: 15,
      rows: rows.slice(0, 2).map(({ id }) => id),
    });
    expect(plain.measure(rows.slice(2), november, world).value).toBeUndefined();
  });

  test('weighed: one amount over another', () => {
    const weighed = average({
      ...words,
      amounts: () => (row) => numberAt(row, 'amount'),
      weights: (row) => numberAt(row, 'weight'),
    });
    expect(weighed.measure(rows, november, world).value).toBe(6);
  });
});

describe('a share that is told with the help of other rows', () => {
  const share = toldShare({
    ...words,
    target: 90,
    tells: (all) => {
      const known = all.length > 1;
      return (row) =>
        known && textAt(row, 'state') !== 'unknown' ? textAt(row, 'state') === 'good' : undefined;
    },
  });

  test('speaks of the rows that it can tell of', () => {
    expect(share.measure(rows, november, world)).toMatchObject({ value: 50, part: 1, whole: 2 });
  });

  test('has no value when it can tell of none', () => {
    expect(share.measure(rows.slice(2, 3), november, world)).toEqual({
      value: undefined,
      part: 0,
      whole: 0,
      rows: [],
    });
  });
});
