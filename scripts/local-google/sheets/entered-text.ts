import type { CellFormat, EnteredValue } from './model.ts';
import { isDateFormat } from './number-format.ts';
import { fractionOfDay, serialOfDay } from './serial-date.ts';

type NumberFormat = NonNullable<CellFormat['numberFormat']>;

/** What a typed text becomes; `numberFormat` is the one its look suggests. */
export interface Entered {
  readonly value?: EnteredValue;
  readonly numberFormat?: NumberFormat;
}

/**
 * Understands a text as if a person had typed it into a cell of a zh_CN spreadsheet
 * (`USER_ENTERED`). An empty text empties the cell.
 *
 * @param format the number format the cell has now; plain text keeps everything as it is typed.
 * @param year the present year, for days typed without one.
 */
export function readEntered(
  text: string,
  { format, year }: { format: NumberFormat | null | undefined; year: number },
): Entered {
  if (text === '') return {};
  if (format?.type === 'TEXT') return { value: { stringValue: text } };
  if (text.startsWith("'")) {
    return text.length === 1 ? {} : { value: { stringValue: text.slice(1) } };
  }
  if (text.startsWith('=') && text.length > 1) return { value: { formulaValue: text } };
  const typed = text.trim();
  if (/^(true|false)$/i.test(typed)) {
    return { value: { boolValue: typed.toLowerCase() === 'true' } };
  }
  const number = readNumber(typed) ?? readMoment(typed, year);
  if (!number) return { value: { stringValue: text } };
  return {
    value: { numberValue: number.value },
    ...(number.format && fits(number.format, format) && { numberFormat: number.format }),
  };
}

interface NumberTyped {
  readonly value: number;
  readonly format?: NumberFormat;
}

/** A format of one's own stays, unless a date was typed where none is shown. */
function fits(suggested: NumberFormat, present: NumberFormat | null | undefined): boolean {
  if (!present?.type && !present?.pattern) return true;
  return isDateFormat(suggested) && !isDateFormat(present);
}

const numberPattern =
  /^([+-])?([¥￥$])?([+-])?((?:\d{1,3}(?:,\d{3})+|\d+)(\.\d*)?|\.\d+)(e[+-]?\d+)?(%)?$/i;

function readNumber(typed: string): NumberTyped | undefined {
  const match = numberPattern.exec(typed);
  if (!match) return undefined;
  const [, sign = '', currency, innerSign = '', digits = '', , exponent = '', percent] = match;
  if (sign && innerSign) return undefined;
  const size = Number(digits.replaceAll(',', '') + exponent);
  const value = sign + innerSign === '-' ? -size : size;
  const decimals = digits.includes('.');
  if (percent) {
    if (currency) return undefined;
    const pattern = decimals ? '0.00%' : '0%';
    return {
      value: Number((value / 100).toPrecision(15)),
      format: { type: 'PERCENT', pattern },
    };
  }
  if (currency) {
    const pattern = `"${currency}"#,##0${decimals ? '.00' : ''}`;
    return { value, format: { type: 'CURRENCY', pattern } };
  }
  if (exponent) return { value, format: { type: 'SCIENTIFIC', pattern: '0.00E+00' } };
  if (!digits.includes(',')) return { value };
  return { value, format: { type: 'NUMBER', pattern: decimals ? '#,##0.00' : '#,##0' } };
}

interface Typed {
  readonly serial: number;
  readonly pattern: string;
}

function readMoment(typed: string, year: number): NumberTyped | undefined {
  const time = readTime(typed);
  if (time) return { value: time.serial, format: { type: 'TIME', pattern: time.pattern } };
  const day = readDay(typed, year);
  if (day) return { value: day.serial, format: { type: 'DATE', pattern: day.pattern } };
  const split = /^(\S+)\s+(.+)$/.exec(typed);
  const date = split && readDay(split[1] ?? '', year);
  const clock = split && readTime(split[2] ?? '');
  if (!date || !clock || clock.serial >= 1) return undefined;
  return {
    value: date.serial + clock.serial,
    format: { type: 'DATE_TIME', pattern: `${date.pattern} ${clock.pattern}` },
  };
}

function readDay(typed: string, year: number): Typed | undefined {
  const full = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/.exec(typed);
  if (full) {
    const [, y = '', mark = '', m = '', d = ''] = full;
    return dayTyped(Number(y), m, d, `yyyy${mark}${width('m', m)}${mark}${width('d', d)}`);
  }
  const chinese = /^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日$/.exec(typed);
  if (chinese) {
    const [, y, m = '', d = ''] = chinese;
    const days = `${width('m', m)}"月"${width('d', d)}"日"`;
    return dayTyped(y === undefined ? year : Number(y), m, d, y ? `yyyy"年"${days}` : days);
  }
  const short = /^(\d{1,2})([-/])(\d{1,2})$/.exec(typed);
  if (!short) return undefined;
  const [, m = '', mark = '', d = ''] = short;
  return dayTyped(year, m, d, `${width('m', m)}${mark}${width('d', d)}`);
}

function width(letter: string, digits: string): string {
  return digits.length === 2 ? letter + letter : letter;
}

function dayTyped(year: number, month: string, day: string, pattern: string): Typed | undefined {
  const serial = serialOfDay(year, Number(month), Number(day));
  return serial === undefined ? undefined : { serial, pattern };
}

function readTime(typed: string): Typed | undefined {
  const match = /^(上午|下午)?(\d{1,3}):(\d{2})(?::(\d{2}))?(?:\s?(am|pm))?$/i.exec(typed);
  if (!match) return undefined;
  const [, chineseHalf, hours = '', minutes = '', seconds, latinHalf] = match;
  const half = chineseHalf ?? latinHalf?.toLowerCase();
  const hour = half ? hourOfHalf(Number(hours), half) : Number(hours);
  const serial =
    hour === undefined ? undefined : fractionOfDay(hour, Number(minutes), Number(seconds ?? 0));
  if (serial === undefined) return undefined;
  const clock = `${width('h', hours)}:mm${seconds === undefined ? '' : ':ss'}`;
  if (serial >= 1) return { serial, pattern: `[h]${clock.slice(clock.indexOf(':'))}` };
  return { serial, pattern: half ? `${clock} am/pm` : clock };
}

function hourOfHalf(hour: number, half: string): number | undefined {
  if (hour < 1 || hour > 12) return undefined;
  const afternoon = half === '下午' || half === 'pm';
  return (hour % 12) + (afternoon ? 12 : 0);
}
