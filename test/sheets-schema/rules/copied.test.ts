import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inspections } from '#schema/registers/safety/inspections.ts';
import { copied } from '#schema/rules/copied.ts';
import { plusDays } from '#schema/time.ts';
import { day } from '../autumn.ts';
import { findingsOf, row, rowsOf, ruleOf } from '../made.ts';
import { testLaws } from './laws.ts';

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

  test('also when each was looked at in its own minute', () => {
    const minutes = Array.from({ length: 40 }, (_, index) => ({
      ...entry(0),
      happened: `2026-10-08T08:${String(index).padStart(2, '0')}:00`,
    }));
    expect(says(...minutes)).toEqual([]);
  });

  test('entries of nobody are not somebody’s', () => {
    expect(says(...passed(0, 15).map((one) => ({ ...one, inspector: ' ' })))).toEqual([]);
  });

  test('each inspector by himself', () => {
    const both = passed(0, 14).flatMap((row) => [row, { ...row, inspector: '王大勇' }]);
    expect(says(...both)).toEqual([]);
  });
});

const anyEntry = fc
  .tuple(fc.integer({ min: 0, max: 5 }), fc.constantFrom('passed', 'passed', 'passed', 'failed'))
  .chain(([later, result]) =>
    fc.constantFrom(entry(later, result), entry(later, result, '王大勇')),
  );
const soon = copied({
  happened: 'happened',
  by: 'inspector',
  at: 'result',
  clear: (one) => one.values.result === 'passed',
  days: () => 3,
  message: (name, times) => ({ zh: `${name}连续${times}次`, en: '' }),
});

testLaws({
  rule: soon,
  register: inspections,
  rows: fc.array(anyEntry, { maxLength: 10 }),
  unrelated: anyEntry.map((one) => ({ ...one, inspector: '谢桂花' })),
});

test('one clear day after another is never a custom: two at least', () => {
  const eager = copied({
    happened: 'happened',
    by: 'inspector',
    at: 'result',
    clear: () => true,
    days: () => 0,
    message: (name, times) => ({ zh: `${name}连续${times}次`, en: '' }),
  });
  const rows = rowsOf(entry(0), entry(1), { ...entry(2), inspector: ' ' }, { inspector: '刘海峰' });
  expect(findingsOf(eager, inspections, rows)).toEqual([
    { column: 'result', severity: 'look', says: '刘海峰连续2次', place: 1 },
  ]);
});

test('of entries of one moment the finding stands at the one written last', () => {
  const days = passed(0, 14);
  const written = [row(20, entry(14)), row(21, entry(14)), ...rowsOf(...days)];
  const [found] = findingsOf(ruleOf(inspections, 'copied-inspector'), inspections, written);
  expect(found?.place).toBe(1);
});
