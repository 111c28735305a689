import { describe, expect, test } from 'vitest';
import { count } from '#schema/figures/count.ts';
import { share } from '#schema/figures/share.ts';
import { splitBy } from '#schema/figures/split-by.ts';
import { total } from '#schema/figures/total.ts';
import { numberAt, textAt, valueAt } from '#schema/row.ts';
import { day } from '../autumn.ts';
import { rowsOf, worldWith } from '../made.ts';

const words = {
  title: { zh: '数', en: 'Figure' },
  unit: { zh: '件', en: 'pieces' },
  counts: { zh: '口径', en: 'What is counted' },
};
const november = { from: day('2026-11-01'), to: day('2026-11-30') };
const rows = rowsOf(
  { at: '2026-10-31T23:59:59', kind: '甲', amount: 100, good: true },
  { at: '2026-11-01T00:00:00', kind: '甲', amount: 0.1, good: true },
  { at: '2026-11-30T23:59:59', kind: '乙', amount: 0.2, good: false },
  { at: '2026-11-15', kind: '乙', good: true },
  { kind: '丙', amount: 9, good: true },
);
const [, second, third, fourth] = rows;
const world = worldWith({});

describe('count', () => {
  test('rows from the first to the last moment of the period, days and moments alike', () => {
    const { value, rows: behind } = count({ ...words, happened: 'at' }).measure(
      rows,
      november,
      world,
    );
    expect(value).toBe(3);
    expect(behind).toEqual([second?.id, third?.id, fourth?.id]);
  });

  test('nothing that fits is 0, nothing recorded is no figure', () => {
    const none = count({ ...words, happened: 'at', where: () => false });
    expect(none.measure(rows, november, world).value).toBe(0);
    expect(none.measure([], november, world).value).toBeUndefined();
  });
});

describe('share', () => {
  const good = share({
    ...words,
    happened: 'at',
    among: (row) => valueAt(row, 'amount') !== undefined,
    where: (row) => valueAt(row, 'good') === true,
  });

  test('part of whole, in percent, with the rows of the part', () => {
    expect(good.measure(rows, november, world)).toEqual({
      value: 50,
      part: 1,
      whole: 2,
      rows: [second?.id],
    });
  });

  test('of nothing there is no share', () => {
    expect(good.measure([], november, world)).toMatchObject({ value: undefined, whole: 0 });
  });
});

describe('total', () => {
  test('to the cent, blanks adding nothing', () => {
    const sum = total({
      ...words,
      happened: 'at',
      amounts: () => (row) => numberAt(row, 'amount'),
    });
    expect(sum.measure(rows, november, world).value).toBe(0.3);
    expect(sum.measure([], november, world).value).toBeUndefined();
  });
});

describe('splitBy', () => {
  test('the largest first, nameless and empty parts left out', () => {
    const byKind = splitBy({ ...words, happened: 'at', names: () => (row) => textAt(row, 'kind') });
    expect(byKind.split(rows, november, world)).toEqual([
      { name: '乙', value: 2 },
      { name: '甲', value: 1 },
    ]);
    const nameless = splitBy({ ...words, happened: 'at', names: () => () => '' });
    expect(nameless.split(rows, november, world)).toEqual([]);
  });
});
