import { describe, expect, test } from 'vitest';
import {
  dateOfSerial,
  momentOfSerial,
  serialOfDate,
  serialOfMoment,
  serialOfTime,
  timeOfSerial,
} from '#schema/serial.ts';
import { localTime } from '#schema/values.ts';
import { at, day } from './autumn.ts';

describe('the serial numbers of Sheets', () => {
  test.each([
    ['1899-12-30', 0],
    ['1899-12-31', 1],
    ['1900-01-01', 2],
    ['1970-01-01', 25_569],
    ['2024-02-29', 45_351],
    ['2026-11-24', 46_350],
    ['1899-12-29', -1],
  ])('%s', (said, serial) => {
    expect(serialOfDate(day(said))).toBe(serial);
    expect(dateOfSerial(serial)).toBe(said);
  });

  test('a moment is its day and a fraction', () => {
    expect(serialOfMoment(at('2026-11-24T12:00:00'))).toBe(46_350.5);
    expect(serialOfTime(localTime.parse('18:00:00'))).toBe(0.75);
  });

  test('every second of a day reads back', () => {
    for (let second = 0; second < 86_400; second += 7) {
      const moment = at(
        new Date(Date.UTC(2026, 10, 24) + second * 1000).toISOString().slice(0, 19),
      );
      expect(momentOfSerial(serialOfMoment(moment))).toBe(moment);
    }
  });

  test('a fraction that Sheets has rounded is the nearest second', () => {
    expect(momentOfSerial(46_350.604_166_6)).toBe('2026-11-24T14:30:00');
  });

  test('a day cuts its time off, a time its day', () => {
    expect(dateOfSerial(46_350.99)).toBe('2026-11-24');
    expect(timeOfSerial(46_350.75)).toBe('18:00:00');
  });

  test('what lies outside the calendar is not a moment', () => {
    for (const serial of [1e9, -1e9, Number.NaN, Number.POSITIVE_INFINITY])
      expect(momentOfSerial(serial)).toBeUndefined();
  });
});
