import { describe, expect, test } from 'vitest';
import { visitors } from '#schema/registers/gate/visitors.ts';
import { places } from '#schema/registers/school/places.ts';
import { repairs } from '#schema/registers/service/repairs.ts';
import { expiredCells, expiredColumns } from '#schema/retention.ts';
import { row, rowsOf, worldWith } from './made.ts';

const at = (now: string, settings: readonly object[] = []) =>
  worldWith({ settings: rowsOf(...settings.map((one) => ({ ...one }))) }, { now });
const repair = (reported: string, more: object = {}) =>
  rowsOf({ reported, fault: '灯不亮', phone: '13800001234', ...more });
const expired = (rows: ReturnType<typeof rowsOf>, now: string) => [
  ...expiredCells(repairs, rows, at(now)).values(),
];

describe('personal cells of a repair, kept for six months', () => {
  test('stay to the last day and go the day after', () => {
    const rows = repair('2026-05-24T08:00:00');
    expect(expired(rows, '2026-11-24T23:00:00')).toEqual([]);
    expect(expired(rows, '2026-11-25T00:10:00')).toEqual([['phone']]);
  });

  test('of the 31st go after the last day of a shorter month', () => {
    const rows = repair('2026-08-31T08:00:00');
    expect(expired(rows, '2027-02-28T12:00:00')).toEqual([]);
    expect(expired(rows, '2027-03-01T12:00:00')).toEqual([['phone']]);
  });

  test('only those that say something, readable or not; the rest of the row stays', () => {
    const rows = [
      row(0, { reported: '2025-01-01T08:00:00', fault: '灯不亮', reporter: '方老师' }),
      row(1, { reported: '2025-01-01T08:00:00', fault: '灯不亮' }),
      row(2, { reported: '2025-01-01T08:00:00' }, [
        { column: 'phone', shown: '打给老王', problem: { zh: '', en: '' } },
      ]),
    ];
    expect(expired(rows, '2026-11-24T09:00:00')).toEqual([['reporter'], ['phone']]);
  });

  test('of a row that does not say when it happened stay', () => {
    expect(
      expired(rowsOf({ fault: '灯不亮', phone: '13800001234' }), '2030-01-01T00:00:00'),
    ).toEqual([]);
  });
});

describe('a school that keeps its visitors for fewer days', () => {
  const came = rowsOf({ arrived: '2026-11-10T09:00:00', name: '林先生', kind: 'visitor' });
  const days = Object.values(visitors.retention ?? {}).find((kept) => kept?.days)?.days;

  test('says so in 设置, and it holds', () => {
    expect(days).toBeDefined();
    const short = [{ key: `visitors.${days}`, value: '7' }];
    expect(expiredCells(visitors, came, at('2026-11-17T12:00:00', short)).size).toBe(0);
    expect(expiredCells(visitors, came, at('2026-11-18T12:00:00', short)).size).toBe(1);
    expect(expiredCells(visitors, came, at('2026-11-18T12:00:00')).size).toBe(0);
  });
});

describe('the keys of a month', () => {
  test('may go when the last day of the month is past its time', () => {
    expect(expiredColumns(repairs, '2026-05', at('2026-11-30T12:00:00'))).toEqual([]);
    expect(expiredColumns(repairs, '2026-05', at('2026-12-01T12:00:00'))).toEqual(
      Object.keys(repairs.retention ?? {}),
    );
  });

  test('of a register without personal columns are none', () => {
    expect(expiredColumns(places, '2020-01', at('2026-11-24T12:00:00'))).toEqual([]);
  });
});
