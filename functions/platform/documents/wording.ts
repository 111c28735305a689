import { weekdayOf } from '#schema/time.ts';
import type { LocalDate } from '#schema/values.ts';

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** A number from 1 to 99 in Chinese: 十二 for 12, for headings. */
export function inChinese(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 99)
    throw new Error(`no Chinese heading number for ${number}`);
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  const before = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`;
  return `${before}${ones === 0 ? '' : digits[ones]}`;
}

/** “一、安全”: a heading of level 1. */
export function firstLevel(number: number, words: string): string {
  return `${inChinese(number)}、${words}`;
}

/** “（一）安全”: a heading of level 2. */
export function secondLevel(number: number, words: string): string {
  return `（${inChinese(number)}）${words}`;
}

/** A figure as printed: whole numbers as they are, others with one decimal. */
export function printed(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return Number.isInteger(value) ? String(value) : rounded.toFixed(1);
}

/** A percentage with one decimal: `97.4%`. */
export function percent(value: number): string {
  return `${(Math.round(value * 10) / 10).toFixed(1)}%`;
}

/** An amount in yuan as a table shows it: two decimals only where there are cents. */
export function yuan(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return Number.isInteger(rounded) ? String(rounded) : rounded.toFixed(2);
}

function partsOf(day: LocalDate): readonly [number, number, number] {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
}

/** `2026年11月24日`, for a signature. */
export function fullDay(day: LocalDate): string {
  const [year, month, date] = partsOf(day);
  return `${year}年${month}月${date}日`;
}

/** `11月24日`, for a table. */
export function shortDay(day: LocalDate): string {
  const [, month, date] = partsOf(day);
  return `${month}月${date}日`;
}

/** `2026年11月` from `2026-11`. */
export function fullMonth(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${Number(year)}年${Number(number)}月`;
}

const weekdays = ['日', '一', '二', '三', '四', '五', '六'] as const;

/** `周二` of a day. */
export function weekday(day: LocalDate): string {
  return `周${weekdays[weekdayOf(day)] ?? ''}`;
}

/** `11月13日—14日`, `11月30日—12月2日`, or one day. */
export function daySpan(from: LocalDate, to: LocalDate): string {
  if (from === to) return shortDay(from);
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  return `${shortDay(from)}—${sameMonth ? `${Number(to.slice(8))}日` : shortDay(to)}`;
}
