import chineseDays from 'chinese-days';
import type { PublicHoliday } from '#schema/school-calendar.ts';
import { plusDays } from '#schema/time.ts';
import type { LocalDate } from '#schema/values.ts';

/**
 * The public holiday or make-up workday of a day in mainland China.
 *
 * The library knows the years whose order of the State Council has been published, in November of
 * the year before. In a later year the days that the law itself names stand (State Council Order
 * 795, in force since 2025-01-01); days moved around them are not known then, and the 校历 tab says.
 */
export function chineseHolidays(day: LocalDate): PublicHoliday | undefined {
  if (!isPublished(day.slice(0, 4))) return statutoryHoliday(day);
  const { work, name } = chineseDays.getDayDetail(day);
  const chineseName = chineseNameOf(name);
  if (!chineseName) return undefined;
  return { name: chineseName, kind: work ? 'makeUpWorkday' : 'holiday' };
}

/** A special day's name is `National Day,国庆节,3`, an ordinary one's `Tuesday`. */
function chineseNameOf(name: string): string | undefined {
  return name.split(',')[1];
}

/** National Day is in the order of every year, so its absence means that there is no order yet. */
function isPublished(year: string): boolean {
  return chineseNameOf(chineseDays.getDayDetail(`${year}-10-01`).name) !== undefined;
}

const fixedDays: Readonly<Record<string, string>> = {
  '01-01': '元旦',
  '05-01': '劳动节',
  '05-02': '劳动节',
  '10-01': '国庆节',
  '10-02': '国庆节',
  '10-03': '国庆节',
};

const lunarDays: Readonly<Record<string, string>> = {
  '1-1': '春节',
  '1-2': '春节',
  '1-3': '春节',
  '5-5': '端午节',
  '8-15': '中秋节',
};

function statutoryHoliday(day: LocalDate): PublicHoliday | undefined {
  const name = fixedDays[day.slice(5)] ?? pureBrightness(day) ?? lunarHoliday(day);
  return name ? { name, kind: 'holiday' } : undefined;
}

function pureBrightness(day: LocalDate): string | undefined {
  const year = Number(day.slice(0, 4));
  return chineseDays.getSolarTermDate(year, 4, 'pure_brightness') === day ? '清明节' : undefined;
}

/** New Year's Eve is the day before the first of the first month, whether that month has 29 or 30 days. */
function lunarHoliday(day: LocalDate): string | undefined {
  const { lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(day);
  const tomorrow = chineseDays.getLunarDate(plusDays(day, 1));
  if (tomorrow.lunarMon === 1 && tomorrow.lunarDay === 1 && !tomorrow.isLeap) return '春节';
  return isLeap ? undefined : lunarDays[`${lunarMon}-${lunarDay}`];
}
