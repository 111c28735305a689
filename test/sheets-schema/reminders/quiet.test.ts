import { describe, expect, it } from 'vitest';
import { chineseHolidays } from '#platform/holidays.ts';
import { quietNow } from '#schema/reminders/quiet.ts';
import { rowsOf, worldWith } from '../made.ts';

/** Why nobody may be disturbed at a moment. */
function why(now: string, rows: Parameters<typeof worldWith>[0] = {}): string | undefined {
  return quietNow(worldWith(rows, { now, publicHolidays: chineseHolidays }))?.zh;
}

describe('reminders are quiet', () => {
  it.each([
    ['on a weekend', '2026-11-28T08:00:00'],
    ['on a public holiday', '2026-10-01T08:00:00'],
    ['before half past six', '2026-11-24T06:29:00'],
    ['from nine in the evening', '2026-11-24T21:00:00'],
  ])('%s', (_when, now) => {
    expect(why(now)).toBeDefined();
  });

  it('and not on the morning of a workday', () => {
    expect(why('2026-11-24T06:30:00')).toBeUndefined();
    expect(why('2026-11-24T20:59:00')).toBeUndefined();
  });

  it('by the school’s own calendar', () => {
    const calendar = rowsOf(
      { kind: 'holiday', name: '校庆', from: '2026-11-24' },
      { kind: 'makeUpWorkday', name: '补课', from: '2026-11-28' },
    );
    expect(why('2026-11-24T08:00:00', { calendar })).toBe('今天休息，不发提醒');
    expect(why('2026-11-28T08:00:00', { calendar })).toBeUndefined();
  });

  it('by the hours of 设置; a time that cannot be read does not count', () => {
    const settings = (value: string) => rowsOf({ key: 'reminders.from', value });
    expect(why('2026-11-24T07:30:00', { settings: settings('08:00') })).toBe(
      '08:00到21:00才发提醒',
    );
    expect(why('2026-11-24T07:30:00', { settings: settings('八点') })).toBeUndefined();
  });
});
