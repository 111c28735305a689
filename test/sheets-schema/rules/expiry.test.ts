import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { date, text, yesNo } from '#schema/columns.ts';
import { valueAt } from '#schema/row.ts';
import { expiry } from '#schema/rules/expiry.ts';
import { findingsOf, row, rowsOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { smallRegister } from './small-register.ts';

const columns = {
  name: text({ zh: '供应商', en: 'Supplier' }),
  until: date({ zh: '许可证到期', en: 'Licence until' }),
  stopped: yesNo({ zh: '停用', en: 'Stopped' }),
};
const message = {
  expired: (day: string) => ({ zh: `${day}已过期`, en: '' }),
  soon: (day: string, days: number) => ({ zh: `${day}到期，还有${days}天`, en: '' }),
};
const rule = expiry({
  until: 'until',
  columns: ['stopped'],
  soonDays: () => 30,
  applies: (one) => valueAt(one, 'stopped') !== true,
  message,
});
const licences = smallRegister(columns, rule);
const says = (until: string, stopped = false) =>
  findingsOf(rule, licences, rowsOf({ until, stopped })).map(({ column, severity, says: said }) => [
    column,
    severity,
    said,
  ]);

describe('a licence', () => {
  test('is looked at from thirty days before its end', () => {
    expect(says('2026-12-25')).toEqual([]);
    expect(says('2026-12-24')).toEqual([['until', 'look', '2026-12-24到期，还有30天']]);
  });

  test('that has ended is told however little anybody wants to hear ahead', () => {
    const late = expiry({ until: 'until', soonDays: () => -5, message });
    const found = (until: string) => findingsOf(late, licences, rowsOf({ until })).length;
    expect([found('2026-11-24'), found('2026-11-23')]).toEqual([0, 1]);
  });

  test('may end at a moment', () => {
    expect(says('2026-11-23T10:00:00')).toEqual([['until', 'must', '2026-11-23已过期']]);
    expect(says('2026-11-24T10:00:00')).toHaveLength(1);
  });

  test('holds on its last day, and not on the next', () => {
    expect(says('2026-11-24')).toEqual([['until', 'look', '2026-11-24到期，还有0天']]);
    expect(says('2026-11-23')).toEqual([['until', 'must', '2026-11-23已过期']]);
  });

  test('of somebody nobody buys from needs no renewal', () => {
    expect(says('2020-01-01', true)).toEqual([]);
  });

  test('without a day, or with one that cannot be read, is told elsewhere', () => {
    const problem = { zh: '请填日期', en: '' };
    const unread = row(0, {}, [{ column: 'until', shown: '明年', problem }]);
    expect(findingsOf(rule, licences, [unread])).toEqual([]);
    expect(says('')).toEqual([]);
  });

  test('is expired all the same when nobody wants to be told before', () => {
    const late = expiry({ until: 'until', soonDays: () => -1, message });
    expect(late.columns).toEqual(['until']);
    expect(rule.columns).toEqual(['until', 'stopped']);
    const rows = rowsOf({ until: '2026-11-23' }, { until: '2026-11-24' }, { until: '2026-11-25' });
    expect(findingsOf(late, licences, rows).map(({ place }) => place)).toEqual([0]);
  });
});

const anyLicence = fc.record({
  name: fc.constantFrom('甲', '乙'),
  until: fc.constantFrom('2026-11-20', '2026-11-24', '2026-12-24', '2027-03-01', undefined),
  stopped: fc.boolean(),
});

testLaws({
  rule,
  register: licences,
  rows: fc.array(anyLicence, { maxLength: 3 }),
  unrelated: anyLicence,
});

test('a day later it says at least as much', () => {
  const days = ['2026-11-24', '2026-11-25', '2026-12-24', '2027-01-24'];
  const grave = days.map((today) => {
    const world = worldWith({}, { now: `${today}T09:00:00` });
    const rows = rowsOf(...days.map((until) => ({ until })));
    return findingsOf(rule, licences, rows, world).map(({ severity }) => severity);
  });
  expect(grave).toEqual([
    ['look', 'look', 'look'],
    ['must', 'look', 'look'],
    ['must', 'must', 'look'],
    ['must', 'must', 'must', 'look'],
  ]);
});
