import { describe, expect, it } from 'vitest';
import { halfSortedFinding, strayedCells } from '#functions/check/half-sorted.ts';
import type { SeenRows } from '#functions/check/snapshot.ts';
import { repairs } from '#schema/registers/service/repairs.ts';

const rowsOf = (faults: readonly string[], labour = [1, 2, 3, 4]): SeenRows =>
  Object.fromEntries(
    faults.map((fault, index) => [
      `row ${index}`,
      { sequence: '', month: '2026-11', cells: { fault, labour: labour[index] ?? 0 } },
    ]),
  );
const before = rowsOf(['甲', '乙', '丙', '丁']);
const mixed = rowsOf(['丁', '丙', '乙', '甲']);

describe('cells beside other rows than before', () => {
  it('are seen where the same cells changed places', () => {
    const strayed = strayedCells(before, mixed, {});
    expect(Object.keys(strayed)).toHaveLength(4);
    expect(strayed['row 0']).toEqual({ fault: { right: '甲', wrong: '丁' } });
    expect(halfSortedFinding(repairs, strayed)?.message.zh).toBe(
      '“故障情况”栏单独排过序，4行错位，请撤销',
    );
  });

  it('are not where two were exchanged by hand, nor where new words were typed', () => {
    expect(strayedCells(before, rowsOf(['乙', '甲', '丙', '丁']), {})).toEqual({});
    expect(strayedCells(before, rowsOf(['乙', '丙', '丁', '戊']), {})).toEqual({});
  });

  it('are forgotten when the sort was undone', () => {
    const strayed = strayedCells(before, mixed, {});
    expect(strayedCells(mixed, before, strayed)).toEqual({});
  });

  it('are still known when other columns change, and one by one forgotten as they are put right', () => {
    const strayed = strayedCells(before, mixed, {});
    const later = rowsOf(['丁', '丙', '乙', '甲'], [5, 6, 7, 8]);
    expect(strayedCells(mixed, later, strayed)).toEqual(strayed);
    const righted = rowsOf(['甲', '丙', '乙', '甲']);
    expect(Object.keys(strayedCells(mixed, righted, strayed))).toEqual(['row 1', 'row 2', 'row 3']);
  });

  it('are counted anew from where they belong when they are sorted once more', () => {
    const strayed = strayedCells(before, mixed, {});
    const again = rowsOf(['乙', '甲', '丁', '丙']);
    expect(strayedCells(mixed, again, strayed)['row 0']).toEqual({
      fault: { right: '甲', wrong: '乙' },
    });
  });

  it('no message is longer than thirty characters, however many rows and columns', () => {
    const many = Object.fromEntries(
      Array.from({ length: 9_999 }, (_, index) => [
        `row ${index}`,
        Object.fromEntries(Object.keys(repairs.columns).map((key) => [key, { right: 1 }])),
      ]),
    );
    expect(halfSortedFinding(repairs, many)?.message.zh.length).toBeLessThanOrEqual(30);
    expect(halfSortedFinding(repairs, {})).toBeUndefined();
  });
});
