import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalidArgument } from '../errors.ts';
import type { SpreadsheetProperties } from './model.ts';

/** Properties of a new spreadsheet: what the request says, else those of a school in China. */
export function spreadsheetPropertiesFrom(
  given: sheets_v4.Schema$SpreadsheetProperties,
): SpreadsheetProperties {
  return checked({
    title: given.title || '无标题电子表格',
    locale: given.locale || 'zh_CN',
    timeZone: given.timeZone || 'Asia/Shanghai',
    autoRecalc: given.autoRecalc || 'ON_CHANGE',
    ...(given.defaultFormat && { defaultFormat: given.defaultFormat }),
    ...(given.iterativeCalculationSettings && {
      iterativeCalculationSettings: given.iterativeCalculationSettings,
    }),
    ...(given.spreadsheetTheme && { spreadsheetTheme: given.spreadsheetTheme }),
    ...(given.importFunctionsExternalUrlAccessAllowed && {
      importFunctionsExternalUrlAccessAllowed: true,
    }),
  });
}

/** Throws 400 for a title, locale or time zone Google would not take. */
export function checked(properties: SpreadsheetProperties): SpreadsheetProperties {
  const { locale, timeZone, title } = properties;
  if (title === '') throw invalidArgument('The title of a spreadsheet cannot be empty.');
  if (!/^[a-z]{2,3}(_[A-Z]{2})?$/.test(locale)) {
    throw invalidArgument(`Unsupported locale: ${locale}`);
  }
  if (!isTimeZone(timeZone)) throw invalidArgument(`Invalid time zone: ${timeZone}`);
  return properties;
}

function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
