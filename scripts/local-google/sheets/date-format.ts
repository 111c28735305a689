import { type Moment, momentOf } from './serial-date.ts';

const token =
  /"([^"]*)"|\\(.)|\[(h+|m+|s+)\]|\[\$?[^\]]*\]|(am\/pm|a\/p|AM\/PM|A\/P|上午\/下午)|(y+|m+|d+|h+|H+|s+)(\.0+)?|(.)/gs;

interface Part {
  readonly kind: 'literal' | 'elapsed' | 'half' | 'field';
  readonly text: string;
}

function partsOf(pattern: string): Part[] {
  const section = pattern.split(';')[0] ?? '';
  return Array.from(section.matchAll(token), (match): Part => {
    if (match[3] !== undefined) return { kind: 'elapsed', text: match[3] };
    if (match[4] !== undefined) return { kind: 'half', text: match[4] };
    if (match[5] !== undefined) return { kind: 'field', text: match[5].toLowerCase() };
    return { kind: 'literal', text: match[1] ?? match[2] ?? match[7] ?? '' };
  });
}

/** Whether a number pattern shows dates or times. */
export function isDatePattern(pattern: string): boolean {
  return partsOf(pattern).some(({ kind }) => kind !== 'literal') && !/[0#]/.test(bare(pattern));
}

function bare(pattern: string): string {
  return pattern.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|s\.0+/g, '');
}

/** A serial number under a date pattern such as `yyyy-mm-dd hh:mm` or `m"月"d"日"`. */
export function formatDate(serial: number, pattern: string): string {
  const parts = partsOf(pattern);
  const moment = momentOf(serial);
  const halves = parts.some(({ kind }) => kind === 'half');
  const show = (part: Part, index: number): string => {
    if (part.kind === 'elapsed') return showElapsed(serial, part.text);
    if (part.kind === 'half') return showHalf(moment, part.text);
    if (part.kind === 'field') return showField(moment, part.text, isMinute(parts, index), halves);
    return part.text;
  };
  return parts.map(show).join('');
}

/** `m` means minutes right after hours or right before seconds. */
function isMinute(parts: readonly Part[], index: number): boolean {
  const times = parts.slice(0, index).filter(({ kind }) => kind !== 'literal');
  const next = parts.slice(index + 1).find(({ kind }) => kind !== 'literal');
  return /^h/.test(times.at(-1)?.text ?? '') || next?.text.startsWith('s') === true;
}

function showField(moment: Moment, text: string, minutes: boolean, halves: boolean): string {
  const pad = (value: number) => String(value).padStart(Math.min(text.length, 2), '0');
  switch (text[0]) {
    case 'y':
      return text.length <= 2 ? String(moment.year % 100).padStart(2, '0') : String(moment.year);
    case 'd':
      return text.length <= 2 ? pad(moment.day) : weekdayName(moment.weekday, text.length);
    case 'h':
      return pad(halves ? moment.hour % 12 || 12 : moment.hour);
    case 's':
      return pad(moment.second);
    default:
      if (minutes) return pad(moment.minute);
      return text.length <= 2 ? pad(moment.month) : `${moment.month}月`;
  }
}

function weekdayName(weekday: number, length: number): string {
  return (length === 3 ? '周' : '星期') + ('日一二三四五六'[weekday] ?? '');
}

function showHalf(moment: Moment, text: string): string {
  const morning = moment.hour < 12;
  const [am = '', pm = ''] = text.split('/');
  return morning ? am : pm;
}

function showElapsed(serial: number, text: string): string {
  const seconds = Math.round(serial * 86_400);
  const whole = { h: Math.floor(seconds / 3600), m: Math.floor(seconds / 60), s: seconds };
  const unit = text.startsWith('h') ? whole.h : text.startsWith('m') ? whole.m : whole.s;
  return String(unit).padStart(text.length, '0');
}
