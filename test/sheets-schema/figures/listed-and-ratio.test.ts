import { describe, expect, test } from 'vitest';
import { listed } from '#schema/figures/listed.ts';
import { listedShare } from '#schema/figures/listed-share.ts';
import { ratio } from '#schema/figures/ratio.ts';
import { numberAt, valueAt } from '#schema/row.ts';
import { rowsOf, worldWith } from '../made.ts';
import { november } from '../said.ts';

const label = { zh: '数', en: 'Count' };
const world = worldWith({});

describe('figures of lists and of amounts', () => {
  test('a list is counted, or summed, whatever the period; an empty one was not kept', () => {
    const where = (row: Parameters<typeof valueAt>[0]) => valueAt(row, 'used') === true;
    const count = listed({ title: label, unit: label, counts: label, where });
    const sum = listed({
      title: label,
      unit: label,
      counts: label,
      where,
      amount: (row) => numberAt(row, 'beds'),
    });
    const rows = rowsOf({ used: true, beds: 3 }, { used: false, beds: 9 }, { used: true });
    expect([count, sum].map((figure) => figure.measure(rows, november, world).value)).toEqual([
      2, 3,
    ]);
    expect(count.measure(rowsOf({ used: false }), november, world).value).toBe(0);
    expect(count.measure([], november, world).value).toBeUndefined();
  });

  test('a share of a list speaks of the rows it applies to', () => {
    const figure = listedShare({
      title: label,
      counts: label,
      among: (row) => valueAt(row, 'used') === true,
      where: (row) => valueAt(row, 'good') === true,
    });
    const rows = rowsOf({ used: true, good: true }, { used: true }, { good: true });
    expect(figure.measure(rows, november, world)).toMatchObject({ value: 50, part: 1, whole: 2 });
    expect(figure.measure(rowsOf({ good: true }), november, world).value).toBeUndefined();
  });

  test('a ratio sums both amounts first, and leaves out rows that lack one', () => {
    const figure = ratio({
      title: label,
      counts: label,
      happened: 'day',
      part: (row) => numberAt(row, 'working'),
      whole: (row) => numberAt(row, 'checked'),
    });
    const rows = rowsOf(
      { day: '2026-11-02', working: 9, checked: 10 },
      { day: '2026-11-03', working: 90, checked: 90 },
      { day: '2026-11-03', working: 5 },
      { day: '2026-10-31', working: 0, checked: 50 },
    );
    expect(figure.measure(rows, november, world)).toMatchObject({
      value: 99,
      part: 99,
      whole: 100,
    });
    expect(
      figure.measure(rowsOf({ day: '2026-11-02', working: 0, checked: 0 }), november, world).value,
    ).toBeUndefined();
  });
});
