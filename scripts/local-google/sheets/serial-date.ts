const millisecondsPerDay = 86_400_000;
/** Day 0 of a spreadsheet: 1899-12-30. */
const epoch = Date.UTC(1899, 11, 30);

/** A moment on the calendar of the spreadsheet's own time zone. `month` counts from 1. */
export interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

/** The moment of a serial number, rounded to the second. */
export function momentOf(serial: number): Moment {
  const date = new Date(epoch + Math.round(serial * 86_400) * 1000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    weekday: date.getUTCDay(),
  };
}

/** The serial number of a day; undefined if the calendar has no such day. */
export function serialOfDay(year: number, month: number, day: number): number | undefined {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return Math.round((time - epoch) / millisecondsPerDay);
}

/** The part of a day; undefined if a clock does not show it. */
export function fractionOfDay(hour: number, minute: number, second: number): number | undefined {
  if (minute > 59 || second > 59) return undefined;
  return (hour * 3600 + minute * 60 + second) / 86_400;
}
