import { describe, expect, test } from 'vitest';
import { inspections } from '#schema/registers/safety/inspections.ts';
import { plusDays } from '#schema/time.ts';
import { day } from '../autumn.ts';
import { findingsOf, rowsOf, ruleOf } from '../made.ts';

const entry = (later: number, result = 'passed', inspector = '刘海峰') => ({
  happened: `${plusDays(day('2026-10-08'), later)}T08:00:00`,
  item: '配电房 仪表和门锁',
  result,
  inspector,
});
const passed = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => entry(from + index));
const says = (...rows: readonly ReturnType<typeof entry>[]) =>
  findingsOf(ruleOf(inspections, 'copied-inspector'), inspections, rowsOf(...rows)).map(
    ({ place, severity, says: message }) => [place, severity, message],
  );

describe('all clear day after day', () => {
  test('fifteen times running is looked at, fourteen are not', () => {
    expect(says(...passed(0, 14))).toEqual([]);
    expect(says(...passed(0, 15))).toEqual([[14, 'look', '刘海峰连续15次全部合格，请抽查核对']]);
  });

  test('once for every fifteen, always at the same row', () => {
    expect(says(...passed(0, 31)).map(([place]) => place)).toEqual([14, 29]);
  });

  test('a day on which something failed breaks it, however much passed beside it', () => {
    expect(says(...passed(0, 14), entry(13, 'failed'), ...passed(14, 28))).toEqual([]);
  });

  test('many items on one day are one time', () => {
    expect(says(...Array.from({ length: 40 }, () => entry(0)))).toEqual([]);
  });

  test('each inspector by himself', () => {
    const both = passed(0, 14).flatMap((row) => [row, { ...row, inspector: '王大勇' }]);
    expect(says(...both)).toEqual([]);
  });
});
