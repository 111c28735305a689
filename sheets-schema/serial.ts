import {
  type LocalDate,
  type LocalDateTime,
  type LocalTime,
  localDate,
  localDateTime,
  localTime,
} from './values.ts';

const secondsADay = 86_400;
/** Days from Sheets' day 0, 1899-12-30, to 1970-01-01. */
const unixEpochSerial = 25_569;

/** The serial number of a day: whole days since 1899-12-30 (Sheets API, DateTimeRenderOption). */
export function serialOfDate(day: LocalDate): number {
  return Date.parse(`${day}T00:00:00Z`) / 1000 / secondsADay + unixEpochSerial;
}

/** The serial number of a moment on the school's clock, exact to the second when read back. */
export function serialOfMoment(moment: LocalDateTime): number {
  return Date.parse(`${moment}Z`) / 1000 / secondsADay + unixEpochSerial;
}

/** The serial number of a time of day: a fraction of a day. */
export function serialOfTime(time: LocalTime): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return (hours * 3600 + minutes * 60 + seconds) / secondsADay;
}

/** The moment of a serial number, rounded to the second; `undefined` outside the years 1 to 9999. */
export function momentOfSerial(serial: number): LocalDateTime | undefined {
  const milliseconds = Math.round((serial - unixEpochSerial) * secondsADay) * 1000;
  const date = new Date(milliseconds);
  if (Number.isNaN(date.getTime())) return undefined;
  const parsed = localDateTime.safeParse(date.toISOString().slice(0, 19));
  return parsed.success ? parsed.data : undefined;
}

/** The day of a serial number; a time of day on it is cut off. */
export function dateOfSerial(serial: number): LocalDate | undefined {
  const moment = momentOfSerial(serial);
  return moment === undefined ? undefined : localDate.parse(moment.slice(0, 10));
}

/** The time of day of a serial number; the day is cut off. */
export function timeOfSerial(serial: number): LocalTime | undefined {
  const moment = momentOfSerial(serial);
  return moment === undefined ? undefined : localTime.parse(moment.slice(11));
}
