import { dateOfSerial } from './serial.ts';
import {
  type LocalDate,
  type LocalDateTime,
  type LocalTime,
  localDate,
  localDateTime,
  localTime,
} from './values.ts';

/** Full-width digits and signs become their plain forms: `１２３，４` reads as `123,4`. */
export function plain(text: string): string {
  return text.normalize('NFKC').trim();
}

/** A text without punctuation, spaces, case and width, to tell whether two texts say the same. */
export function essence(text: string): string {
  return plain(text)
    .toLowerCase()
    .replaceAll(/[\p{P}\p{S}\s]/gu, '');
}

const numberShape = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;

/**
 * A number as people write it: `１２３`, `1,200`, `-3.5`, `60 个` when the unit is 个.
 * @returns `undefined` when it is not one number.
 */
export function numberFrom(written: string, unit = ''): number | undefined {
  let text = plain(written);
  const suffix = plain(unit);
  if (suffix !== '' && text.endsWith(suffix)) text = text.slice(0, -suffix.length).trim();
  return numberShape.test(text) ? Number(text.replaceAll(',', '')) : undefined;
}

/** An amount of money: `￥1,200.50`, `1200.5元`, `¥ 3`. */
export function moneyFrom(written: string): number | undefined {
  return numberFrom(
    plain(written)
      .replace(/^(?:CNY|RMB|[¥￥])\s*/i, '')
      .replace(/\s*(?:元|圆)$/, ''),
  );
}

const dateShapes = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/,
  /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];

/** A day in any of the usual spellings: `2026-11-24`, `2026/11/24`, `2026年11月24日`, `20261124`. */
export function dateFrom(written: string): LocalDate | undefined {
  const text = plain(written);
  for (const shape of dateShapes) {
    const match = shape.exec(text);
    if (!match) continue;
    const [, year = '', month = '', day = ''] = match;
    const parsed = localDate.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
    return parsed.success ? parsed.data : undefined;
  }
  return undefined;
}

const timeShape = /^(上午|下午|晚上)?\s*(\d{1,2})\s*[:点时]\s*(?:(\d{1,2})\s*分?)?(?::(\d{1,2}))?$/;

/** A time of day: `8:05`, `08:05:30`, `下午3点20分`. */
export function timeFrom(written: string): LocalTime | undefined {
  const match = timeShape.exec(plain(written));
  if (!match) return undefined;
  const [, half, hours = '', minutes = '0', seconds = '0'] = match;
  const afternoon = (half === '下午' || half === '晚上') && Number(hours) < 12 ? 12 : 0;
  const parsed = localTime.safeParse(
    [String(Number(hours) + afternoon), minutes, seconds]
      .map((part) => part.padStart(2, '0'))
      .join(':'),
  );
  return parsed.success ? parsed.data : undefined;
}

/** A day and time: a date spelling, then `T` or a space, then a time; a day alone is its midnight. */
export function momentFrom(written: string): LocalDateTime | undefined {
  const text = plain(written);
  const day = dateFrom(text);
  if (day !== undefined) return localDateTime.parse(`${day}T00:00:00`);
  const match =
    /^(.*?\d\s*[日号]?)(?:T|\s+|(?<=[日号]))((?:上午|下午|晚上)?\s*\d{1,2}\s*[:点时].*)$/.exec(
      text,
    );
  if (!match) return undefined;
  const [, before = '', after = ''] = match;
  const date = dateFrom(before);
  const time = timeFrom(after);
  return date !== undefined && time !== undefined
    ? localDateTime.parse(`${date}T${time}`)
    : undefined;
}

const monthShape = /^(\d{4})\s*[-/.年]?\s*(\d{1,2})\s*月?$/;

/**
 * A month as `YYYY-MM`: `2026-11`, `2026年11月`, `2026/11`; a day stands for its month, and so does the
 * serial number that Sheets makes of a month typed by staff.
 */
export function monthFrom(written: string): string | undefined {
  const text = plain(written);
  const serial = /^\d{5}(?:\.\d+)?$/.test(text) ? dateOfSerial(Number(text)) : undefined;
  const day = serial ?? dateFrom(text);
  if (day !== undefined) return day.slice(0, 7);
  const [, year = '', month = ''] = monthShape.exec(text) ?? [];
  const first = localDate.safeParse(`${year}-${month.padStart(2, '0')}-01`);
  return first.success ? first.data.slice(0, 7) : undefined;
}
